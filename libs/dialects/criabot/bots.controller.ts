import { Body, Delete, Get, Param, Patch, Post } from '@nestjs/common';
import { CurrentActor, Refuses, Summary } from '#infra/http';
import type { Actor } from '#kernel';
import { BotManagement } from './bot-management.service';
import { BotAboutAnswer, BotCreated, CreateBot, UpdateBot } from './bots.dto';
import { BotController, MasterOnly, MasterOrBotKey } from './criabot.access';
import { Answer, Envelope, Tells } from './criabot.envelope';

@BotController('manage', 'Bot management')
export class BotsController {
  constructor(
    private readonly bots: BotManagement,
    private readonly envelope: Envelope,
  ) {}

  @Post('create')
  @Summary('Create a bot', 'The key that this answers opens the bot alone, and is shown only here.')
  @MasterOnly()
  @Tells(BotCreated)
  @Refuses(409, 422)
  async create(
    @CurrentActor() actor: Actor,
    @Param('bot_name') botName: string,
    @Body() body: CreateBot,
  ): Promise<BotCreated> {
    const bot_api_key = await this.bots.create(actor, botName, body);
    return this.envelope.with('Successfully created the bot & their indexes.', { bot_api_key });
  }

  @Patch('update')
  @Summary('Configure a bot', 'What is absent stays as it is.')
  @MasterOrBotKey()
  @Tells(Answer)
  @Refuses(404, 422)
  async update(
    @CurrentActor() actor: Actor,
    @Param('bot_name') botName: string,
    @Body() body: UpdateBot,
  ): Promise<Answer> {
    await this.bots.update(actor, botName, body);
    return this.envelope.done('Successfully updated the bot.');
  }

  @Delete('delete')
  @Summary('Delete a bot', 'With its documents, questions and keys.')
  @MasterOnly()
  @Tells(Answer)
  @Refuses(404)
  async delete(@CurrentActor() actor: Actor, @Param('bot_name') botName: string): Promise<Answer> {
    await this.bots.delete(actor, botName);
    return this.envelope.done('Successfully deleted the bot.');
  }

  @Get('about')
  @Summary('Show a bot')
  @MasterOrBotKey()
  @Tells(BotAboutAnswer)
  @Refuses(404)
  async about(@CurrentActor() actor: Actor, @Param('bot_name') botName: string): Promise<BotAboutAnswer> {
    const about = await this.bots.about(actor, botName);
    return this.envelope.with('Successfully retrieved the bot info.', { about });
  }
}
