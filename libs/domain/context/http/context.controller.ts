import { Body, Delete, Get, Post } from '@nestjs/common';
import {
  Answers,
  AnswersDone,
  CurrentActor,
  done,
  IdParam,
  MainController,
  NeedsScope,
  Refuses,
  Repeatable,
  Summary,
  success,
} from '#infra/http';
import type { Actor } from '#kernel';
import { UserContexts } from '../records/user-contexts.service';
import { References } from '../references/references.service';
import { EndUserContext, ResolvedReferences, ResolveReferencesInput, UpdateEndUserContext } from './context.dto';
import { toEndUserContext } from './context.mapper';
import { UserRefParam } from './user-ref-param';

@MainController('chatbots/:chatbotId', { tag: 'Context' })
export class ContextController {
  constructor(
    private readonly contexts: UserContexts,
    private readonly references: References,
  ) {}

  @Get('context/:userId')
  @Summary('Get the context of an end user')
  @NeedsScope('chatbots:read')
  @Answers(200, EndUserContext)
  @Refuses(400, 404)
  async get(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @UserRefParam() userRef: string,
  ) {
    return success(toEndUserContext(await this.contexts.get(actor, botId, userRef)));
  }

  @Post('context/:userId')
  @Summary('Update the context of an end user', 'Made when there is none. The chatbot is told it with every message.')
  @NeedsScope('chatbots:write')
  @Answers(200, EndUserContext)
  @Refuses(400, 404, 413)
  async merge(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @UserRefParam() userRef: string,
    @Body() { context }: UpdateEndUserContext,
  ) {
    const merged = await this.contexts.merge(actor, botId, userRef, context);
    return success(toEndUserContext(merged), 'The context was stored.');
  }

  @Delete('context/:userId')
  @Summary('Delete the context of an end user', 'Not their topics and entities.')
  @NeedsScope('chatbots:write')
  @AnswersDone()
  @Refuses(400, 404)
  async delete(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @UserRefParam() userRef: string,
  ) {
    await this.contexts.delete(actor, botId, userRef);
    return done('The context was deleted.');
  }

  @Post('references/resolve')
  @Repeatable()
  @Summary('Resolve references', 'Names what pronouns and the like stand for, by what the end user has named before.')
  @NeedsScope('chatbots:read')
  @Answers(200, ResolvedReferences)
  @Refuses(400, 404)
  async resolve(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @Body() { text, userId }: ResolveReferencesInput,
  ) {
    return success({ originalText: text, ...(await this.references.resolve(actor, botId, userId, text)) });
  }
}
