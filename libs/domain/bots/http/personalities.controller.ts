import { Body, Delete, Get, Post, Put, Query } from '@nestjs/common';
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
import { Personalities } from '../personalities/personalities.service';
import {
  CreateDefaultPersonalityBody,
  CreatePersonalityBody,
  PersonalityDto,
  PromptModifier,
  UpdatePersonalityBody,
} from './personalities.dto';
import { toPersonality, toPromptModifier } from './personalities.mapper';

@MainController('chatbots/:chatbotId/personalities', { tag: 'Personalities' })
export class ChatbotPersonalitiesController {
  constructor(private readonly personalities: Personalities) {}

  @Get()
  @Summary('List personalities', 'Oldest first.')
  @NeedsScope('chatbots:read')
  @AnswersPage(PersonalityDto)
  @Refuses(400, 404)
  async list(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @Query() { page, limit }: PageQuery,
  ) {
    return successPage(mapPage(await this.personalities.list(actor, botId, { page, limit }), toPersonality));
  }

  @Post()
  @Summary('Create a personality', 'How the chatbot speaks, once it is the default one.')
  @NeedsScope('chatbots:write')
  @Answers(201, PersonalityDto)
  @Refuses(400, 404, 409)
  async create(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @Body() body: CreatePersonalityBody,
  ) {
    return success(toPersonality(await this.personalities.create(actor, botId, body)), 'The personality was created.');
  }

  @Post('default')
  @Summary('Create the default personality', 'It takes the place of the one that was.')
  @NeedsScope('chatbots:write')
  @Answers(201, PersonalityDto)
  @Refuses(400, 404, 409)
  async createDefault(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @Body() { name }: CreateDefaultPersonalityBody,
  ) {
    const made = await this.personalities.createDefault(actor, botId, name);
    return success(toPersonality(made), 'The default personality was created.');
  }
}

@MainController('personalities', { tag: 'Personalities' })
export class PersonalitiesController {
  constructor(private readonly personalities: Personalities) {}

  @Get(':id')
  @Summary('Get a personality')
  @NeedsScope('chatbots:read')
  @Answers(200, PersonalityDto)
  @Refuses(404)
  async get(@CurrentActor() actor: Actor, @IdParam('id', 'personality') id: string) {
    return success(toPersonality(await this.personalities.get(actor, id)));
  }

  @Put(':id')
  @Summary('Update a personality', 'Absent fields stay as they are, null clears a field; traits are merged one by one.')
  @NeedsScope('chatbots:write')
  @Answers(200, PersonalityDto)
  @Refuses(400, 404, 409)
  async update(
    @CurrentActor() actor: Actor,
    @IdParam('id', 'personality') id: string,
    @Body() body: UpdatePersonalityBody,
  ) {
    return success(toPersonality(await this.personalities.update(actor, id, body)), 'The personality was updated.');
  }

  @Delete(':id')
  @Summary('Delete a personality', 'The default one only when another has taken its place.')
  @NeedsScope('chatbots:write')
  @AnswersDone()
  @Refuses(404, 409)
  async delete(@CurrentActor() actor: Actor, @IdParam('id', 'personality') id: string) {
    await this.personalities.delete(actor, id);
    return done('The personality was deleted.');
  }

  @Post(':id/default')
  @Summary('Make a personality the default')
  @NeedsScope('chatbots:write')
  @Answers(200, PersonalityDto)
  @Refuses(404)
  async makeDefault(@CurrentActor() actor: Actor, @IdParam('id', 'personality') id: string) {
    const personality = await this.personalities.makeDefault(actor, id);
    return success(toPersonality(personality), 'The personality is the default one now.');
  }

  @Get(':id/prompt-modifier')
  @Summary('Get the prompt modifier of a personality')
  @NeedsScope('chatbots:read')
  @Answers(200, PromptModifier)
  @Refuses(404)
  async promptModifier(@CurrentActor() actor: Actor, @IdParam('id', 'personality') id: string) {
    return success(toPromptModifier(await this.personalities.promptModifier(actor, id)));
  }
}
