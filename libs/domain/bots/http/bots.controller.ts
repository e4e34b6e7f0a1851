import { Body, Delete, Get, Post, Put, Query } from '@nestjs/common';
import {
  AllowsKeysOfBots,
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
import { BotsService } from '../bots.service';
import { Chatbot, ChatbotQuery, CreateChatbot, UpdateChatbot } from './bots.dto';
import { toChatbot } from './bots.mapper';

@MainController('chatbots', { tag: 'Chatbots' })
export class BotsController {
  constructor(private readonly bots: BotsService) {}

  @Get()
  @AllowsKeysOfBots()
  @Summary('List chatbots', 'Newest first.')
  @NeedsScope('chatbots:read')
  @AnswersPage(Chatbot)
  @Refuses(400)
  async list(@CurrentActor() actor: Actor, @Query() query: ChatbotQuery) {
    return successPage(mapPage(await this.bots.list(actor, query), toChatbot));
  }

  @Post()
  @Summary('Create a chatbot')
  @NeedsScope('chatbots:write')
  @Answers(201, Chatbot)
  @Refuses(400)
  async create(@CurrentActor() actor: Actor, @Body() body: CreateChatbot) {
    return success(toChatbot(await this.bots.create(actor, body)), 'The chatbot was created.');
  }

  @Get(':id')
  @Summary('Get a chatbot')
  @NeedsScope('chatbots:read')
  @Answers(200, Chatbot)
  @Refuses(404)
  async get(@CurrentActor() actor: Actor, @IdParam('id', 'chatbot') id: string) {
    return success(toChatbot(await this.bots.get(actor, id)));
  }

  @Put(':id')
  @Summary('Update a chatbot', 'Absent fields stay as they are, null clears a field.')
  @NeedsScope('chatbots:write')
  @Answers(200, Chatbot)
  @Refuses(400, 404)
  async update(@CurrentActor() actor: Actor, @IdParam('id', 'chatbot') id: string, @Body() body: UpdateChatbot) {
    return success(toChatbot(await this.bots.update(actor, id, body)), 'The chatbot was updated.');
  }

  @Delete(':id')
  @Summary('Delete a chatbot', 'With its knowledge bases, conversations and everything else that belongs to it.')
  @NeedsScope('chatbots:write')
  @AnswersDone()
  @Refuses(404)
  async delete(@CurrentActor() actor: Actor, @IdParam('id', 'chatbot') id: string) {
    await this.bots.delete(actor, id);
    return done('The chatbot was deleted.');
  }
}
