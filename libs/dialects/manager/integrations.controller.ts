import { Body, Delete, Get, Patch, Post, Query } from '@nestjs/common';
import { Integrations } from '#domain/integrations';
import { CurrentActor, DialectController, IdParam, NeedsScope, Refuses, Summary } from '#infra/http';
import type { Actor } from '#kernel';
import {
  CreateIntegration,
  Integration,
  IntegrationHealth,
  UpdatedIntegration,
  UpdateIntegration,
} from './integrations.dto';
import {
  toIntegration,
  toIntegrationHealth,
  toIntegrationPatch,
  toNewIntegration,
  toUpdatedIntegration,
} from './integrations.mapper';
import { Deleted, Tells, TellsPage, toData, toDataPage, toDeleted } from './manager.answers';
import { ListQuery, pageOf } from './manager.paging';

const CREATE = `The back-end gets each message with the conversation, and answers \`{"content": "…"}\`. The first one takes over from the echo,
whose weight is 0 from then on.`;

@DialectController('v1', { tag: 'Integrations' })
export class IntegrationsController {
  constructor(private readonly integrations: Integrations) {}

  @Get('bots/:bot_id/integrations')
  @Summary('List integrations', 'Oldest first.')
  @NeedsScope('integrations:read')
  @TellsPage(Integration)
  @Refuses(404, 422)
  async list(@CurrentActor() actor: Actor, @IdParam('bot_id', 'bot') botId: string, @Query() query: ListQuery) {
    return toDataPage(await this.integrations.list(actor, botId, pageOf(query)), toIntegration);
  }

  @Post('bots/:bot_id/integrations')
  @Summary('Create an integration', CREATE)
  @NeedsScope('integrations:write')
  @Tells(201, Integration)
  @Refuses(400, 404, 409, 422)
  async create(@CurrentActor() actor: Actor, @IdParam('bot_id', 'bot') botId: string, @Body() body: CreateIntegration) {
    return toData(toIntegration(await this.integrations.create(actor, botId, toNewIntegration(body))));
  }

  @Get('integrations/:id')
  @Summary('Get an integration')
  @NeedsScope('integrations:read')
  @Tells(200, Integration)
  @Refuses(404)
  async get(@CurrentActor() actor: Actor, @IdParam('id', 'integration') id: string) {
    return toData(toIntegration(await this.integrations.get(actor, id)));
  }

  @Patch('integrations/:id')
  @Summary('Update an integration', 'What is absent stays as it is.')
  @NeedsScope('integrations:write')
  @Tells(200, UpdatedIntegration)
  @Refuses(400, 404, 422)
  async update(
    @CurrentActor() actor: Actor,
    @IdParam('id', 'integration') id: string,
    @Body() body: UpdateIntegration,
  ) {
    return toData(toUpdatedIntegration(await this.integrations.update(actor, id, toIntegrationPatch(body))));
  }

  @Delete('integrations/:id')
  @Summary('Delete an integration', 'Its conversations go on with another one.')
  @NeedsScope('integrations:write')
  @Tells(200, Deleted)
  @Refuses(404)
  async delete(@CurrentActor() actor: Actor, @IdParam('id', 'integration') id: string) {
    await this.integrations.delete(actor, id);
    return toDeleted('integration', id);
  }

  @Get('integrations/:id/health')
  @Summary('Get the health of an integration', 'As the process that answers has seen it since it began.')
  @NeedsScope('integrations:read')
  @Tells(200, IntegrationHealth)
  @Refuses(404)
  async health(@CurrentActor() actor: Actor, @IdParam('id', 'integration') id: string) {
    return toData(toIntegrationHealth(await this.integrations.health(actor, id)));
  }
}
