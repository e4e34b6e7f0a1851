import { Body, Delete, Get, Post, Query } from '@nestjs/common';
import {
  Answers,
  AnswersDone,
  AnswersPage,
  CurrentActor,
  done,
  IdParam,
  MainController,
  NeedsScope,
  Refuses,
  Summary,
  success,
  successPage,
} from '#infra/http';
import { type Actor, mapPage } from '#kernel';
import { UserEntities } from '../records/user-entities.service';
import { EndUserEntity, EndUserEntityQuery, PutEndUserEntity } from './context.dto';
import { toEndUserEntity } from './context.mapper';
import { UserRefParam } from './user-ref-param';

@MainController('chatbots/:chatbotId/entities/:userId', { tag: 'Context' })
export class EndUserEntitiesController {
  constructor(private readonly entities: UserEntities) {}

  @Get()
  @Summary('List the entities of an end user', 'What was named last first.')
  @NeedsScope('chatbots:read')
  @AnswersPage(EndUserEntity)
  @Refuses(400, 404)
  async list(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @UserRefParam() userRef: string,
    @Query() { page, limit, type }: EndUserEntityQuery,
  ) {
    const request = { page, limit, ...(type === undefined ? {} : { type }) };
    return successPage(mapPage(await this.entities.list(actor, botId, userRef, request), toEndUserEntity));
  }

  @Post()
  @Summary('Put an entity of an end user', 'One of the same type and value is replaced.')
  @NeedsScope('chatbots:write')
  @Answers(201, EndUserEntity)
  @Refuses(400, 404)
  async put(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @UserRefParam() userRef: string,
    @Body() { type, value, ...rest }: PutEndUserEntity,
  ) {
    const entity = { type: type.trim(), value: value.trim(), ...rest };
    return success(toEndUserEntity(await this.entities.put(actor, botId, userRef, entity)), 'The entity was stored.');
  }

  @Delete(':entityId')
  @Summary('Delete an entity of an end user')
  @NeedsScope('chatbots:write')
  @AnswersDone()
  @Refuses(400, 404)
  async delete(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @UserRefParam() userRef: string,
    @IdParam('entityId', 'entity') id: string,
  ) {
    await this.entities.delete(actor, botId, userRef, id);
    return done('The entity was deleted.');
  }
}
