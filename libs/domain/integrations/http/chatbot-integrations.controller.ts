import { Body, Get, Post, Query } from '@nestjs/common';
import {
  Answers,
  AnswersPage,
  CurrentActor,
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
import { Integrations } from '../integrations.service';
import { ChatbotIntegration, NewIntegration } from './integrations.dto';
import { toChatbotIntegration } from './integrations.mapper';

@MainController('chatbots/:chatbotId/integrations', { tag: 'Integrations' })
export class ChatbotIntegrationsController {
  constructor(private readonly integrations: Integrations) {}

  @Get()
  @Summary('List integrations', 'Oldest first.')
  @NeedsScope('integrations:read')
  @AnswersPage(ChatbotIntegration)
  @Refuses(400, 404)
  async list(@CurrentActor() actor: Actor, @IdParam('chatbotId', 'chatbot') botId: string, @Query() query: PageQuery) {
    return successPage(mapPage(await this.integrations.list(actor, botId, query), toChatbotIntegration));
  }

  @Post()
  @Summary(
    'Create an integration',
    'It answers its share of the conversations of the chatbot; a conversation stays with whoever answered it. The first one ' +
      'takes over from the echo.',
  )
  @NeedsScope('integrations:write')
  @Answers(201, ChatbotIntegration)
  @Refuses(400, 404, 409)
  async create(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @Body() body: NewIntegration,
  ) {
    return success(
      toChatbotIntegration(await this.integrations.create(actor, botId, body)),
      'The integration was created.',
    );
  }
}
