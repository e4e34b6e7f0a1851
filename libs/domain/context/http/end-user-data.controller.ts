import { Delete, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Answers, CurrentActor, IdParam, MainController, NeedsScope, Refuses, Summary, success } from '#infra/http';
import { type Actor, Clock } from '#kernel';
import { EndUserRecords } from '../end-users/end-user-records.service';
import { EndUserData, ErasedEndUser } from './end-user-data.dto';
import { UserRefParam } from './user-ref-param';

const EXPORT_HEADERS = {
  'content-disposition': 'attachment; filename="user-data.json"',
  'cache-control': 'private, no-store',
};
const EXPORTED = 'Everything that is held of them, as a file.';
const ERASED =
  'Everything that is held of them. It cannot be undone; a reply that is being made is not stored any more.';

/** What data protection law asks for: the right to a copy and the right to be forgotten. */
@MainController('', { tag: 'Context' })
export class EndUserDataController {
  constructor(
    private readonly records: EndUserRecords,
    private readonly clock: Clock,
  ) {}

  @Get('chatbots/:chatbotId/users/:userId/data')
  @Summary('Export the data of an end user of a chatbot', EXPORTED)
  @NeedsScope('chatbots:read')
  @Answers(200, EndUserData)
  @Refuses(400, 404)
  async exportOfBot(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @UserRefParam() userRef: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    reply.headers(EXPORT_HEADERS);
    return success(this.exported(botId, userRef, await this.records.export(actor, { botId, userRef })));
  }

  @Delete('chatbots/:chatbotId/users/:userId/data')
  @Summary('Erase the data of an end user of a chatbot', ERASED)
  @NeedsScope('chatbots:write')
  @Answers(200, ErasedEndUser)
  @Refuses(400, 404)
  async eraseOfBot(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @UserRefParam() userRef: string,
  ) {
    const erased = await this.records.erase(actor, { botId, userRef });
    return success({ chatbotId: botId, userId: userRef, erased }, 'The data of the end user was erased.');
  }

  @Get('end-users/:userId/data')
  @Summary('Export the data of an end user', `Of all chatbots of the team. ${EXPORTED}`)
  @NeedsScope('chatbots:read')
  @Answers(200, EndUserData)
  @Refuses(400)
  async export(
    @CurrentActor() actor: Actor,
    @UserRefParam() userRef: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    reply.headers(EXPORT_HEADERS);
    return success(this.exported(null, userRef, await this.records.export(actor, { userRef })));
  }

  @Delete('end-users/:userId/data')
  @Summary('Erase the data of an end user', `Of all chatbots of the team. ${ERASED}`)
  @NeedsScope('chatbots:write')
  @Answers(200, ErasedEndUser)
  @Refuses(400)
  async erase(@CurrentActor() actor: Actor, @UserRefParam() userRef: string) {
    const erased = await this.records.erase(actor, { userRef });
    return success({ chatbotId: null, userId: userRef, erased }, 'The data of the end user was erased.');
  }

  private exported(chatbotId: string | null, userId: string, records: Record<string, unknown>) {
    return { chatbotId, userId, exportedAt: this.clock.now().toISOString(), records };
  }
}
