import { Body, Delete, Get, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import {
  Answers,
  AnswersDone,
  AnswersPage,
  CurrentActor,
  done,
  IdParam,
  MainController,
  NeedsScope,
  PageQuery,
  Refuses,
  Summary,
  success,
  successPage,
} from '#infra/http';
import { type Actor, mapPage } from '#kernel';
import type { GivenTopic } from '../records/records.types';
import { UserTopics } from '../records/user-topics.service';
import { EndUserTopic, PutEndUserTopic } from './context.dto';
import { toEndUserTopic } from './context.mapper';
import { UserRefParam } from './user-ref-param';

@MainController('chatbots/:chatbotId/topics/:userId', { tag: 'Context' })
export class EndUserTopicsController {
  constructor(private readonly topics: UserTopics) {}

  @Get()
  @Summary('List the topics of an end user', 'What came up last first.')
  @NeedsScope('chatbots:read')
  @AnswersPage(EndUserTopic)
  @Refuses(400, 404)
  async list(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @UserRefParam() userRef: string,
    @Query() { page, limit }: PageQuery,
  ) {
    return successPage(mapPage(await this.topics.list(actor, botId, userRef, { page, limit }), toEndUserTopic));
  }

  @Post()
  @Summary('Put a topic of an end user', '201 when it is new, 200 when a topic of this name was updated.')
  @NeedsScope('chatbots:write')
  @Answers([201, 200], EndUserTopic)
  @Refuses(400, 404)
  async put(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @UserRefParam() userRef: string,
    @Body() body: PutEndUserTopic,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { topic, isNew } = await this.topics.put(actor, botId, userRef, givenTopic(body));
    if (!isNew) reply.status(200);
    return success(toEndUserTopic(topic), isNew ? 'The topic was added.' : 'The topic was updated.');
  }

  @Delete(':topicId')
  @Summary('Delete a topic of an end user')
  @NeedsScope('chatbots:write')
  @AnswersDone()
  @Refuses(400, 404)
  async delete(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @UserRefParam() userRef: string,
    @IdParam('topicId', 'topic') id: string,
  ) {
    await this.topics.delete(actor, botId, userRef, id);
    return done('The topic was deleted.');
  }
}

function givenTopic({ name, active, ...rest }: PutEndUserTopic): GivenTopic {
  return { name: name.trim(), ...(active === undefined ? {} : { isActive: active }), ...rest };
}
