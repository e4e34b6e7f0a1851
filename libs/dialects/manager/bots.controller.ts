import { Body, Delete, Get, Patch, Post, Query } from '@nestjs/common';
import { BotsService } from '#domain/bots';
import { AllowsKeysOfBots, CurrentActor, DialectController, IdParam, NeedsScope, Refuses, Summary } from '#infra/http';
import type { Actor } from '#kernel';
import { BotManagement } from './bot-management.service';
import { Bot, BotQuery, CreateBot, UpdateBot } from './bots.dto';
import { toBot } from './bots.mapper';
import { Deleted, Tells, TellsPage, toData, toDataPage, toDeleted } from './manager.answers';
import { pageOf } from './manager.paging';

@DialectController('v1/bots', { tag: 'Bots' })
export class BotsController {
  constructor(
    private readonly bots: BotsService,
    private readonly management: BotManagement,
  ) {}

  @Get()
  @AllowsKeysOfBots()
  @Summary('List bots', 'All of the team, newest first.')
  @NeedsScope('bots:read')
  @TellsPage(Bot)
  @Refuses(422)
  async list(@CurrentActor() actor: Actor, @Query() query: BotQuery) {
    const { search, status } = query;
    return toDataPage(
      await this.bots.list(actor, { ...pageOf(query), ...(search ? { search } : {}), ...(status ? { status } : {}) }),
      toBot,
    );
  }

  @Post()
  @Summary('Create a bot', 'It has one integration, which echoes what comes by a channel until there is another.')
  @NeedsScope('bots:write')
  @Tells(201, Bot)
  @Refuses(400, 422)
  async create(@CurrentActor() actor: Actor, @Body() body: CreateBot) {
    return toData(toBot(await this.management.create(actor, body)));
  }

  @Get(':id')
  @Summary('Get a bot')
  @NeedsScope('bots:read')
  @Tells(200, Bot)
  @Refuses(404)
  async get(@CurrentActor() actor: Actor, @IdParam('id', 'bot') id: string) {
    return toData(toBot(await this.bots.get(actor, id)));
  }

  @Patch(':id')
  @Summary('Update a bot', 'What is absent stays as it is.')
  @NeedsScope('bots:write')
  @Tells(200, Bot)
  @Refuses(400, 404, 422)
  async update(@CurrentActor() actor: Actor, @IdParam('id', 'bot') id: string, @Body() body: UpdateBot) {
    return toData(toBot(await this.management.update(actor, id, body)));
  }

  @Delete(':id')
  @Summary('Delete a bot', 'With its integrations, channels, conversations and everything else that belongs to it.')
  @NeedsScope('bots:write')
  @Tells(200, Deleted)
  @Refuses(404)
  async delete(@CurrentActor() actor: Actor, @IdParam('id', 'bot') id: string) {
    await this.bots.delete(actor, id);
    return toDeleted('bot', id);
  }
}
