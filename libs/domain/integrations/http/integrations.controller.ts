import { Body, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
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
import { Integrations } from '../integrations.service';
import {
  ChatbotIntegration,
  ChatbotIntegrationHealth,
  IntegrationChanges,
  IntegrationTrialOutcome,
  TryIntegration,
} from './integrations.dto';
import { toChatbotIntegration, toIntegrationHealth, toTrialOutcome } from './integrations.mapper';

const SECRETS_DROPPED = ' It moved to another host: its secret headers were taken away, give them again.';
const DEFAULT_MESSAGE = 'Hello';

@MainController('integrations', { tag: 'Integrations' })
export class IntegrationsController {
  constructor(private readonly integrations: Integrations) {}

  @Get(':id')
  @Summary('Get an integration')
  @NeedsScope('integrations:read')
  @Answers(200, ChatbotIntegration)
  @Refuses(404)
  async get(@CurrentActor() actor: Actor, @IdParam('id', 'integration') id: string) {
    return success(toChatbotIntegration(await this.integrations.get(actor, id)));
  }

  @Patch(':id')
  @Summary('Update an integration', 'Absent fields stay as they are. Secret headers do not move to another host.')
  @NeedsScope('integrations:write')
  @Answers(200, ChatbotIntegration)
  @Refuses(400, 404)
  async update(
    @CurrentActor() actor: Actor,
    @IdParam('id', 'integration') id: string,
    @Body() body: IntegrationChanges,
  ) {
    const updated = await this.integrations.update(actor, id, body);
    const dropped = updated.droppedSecrets ? SECRETS_DROPPED : '';
    return success(toChatbotIntegration(updated), `The integration was updated.${dropped}`);
  }

  @Delete(':id')
  @Summary('Delete an integration', 'Its conversations get another one at their next message.')
  @NeedsScope('integrations:write')
  @AnswersDone()
  @Refuses(404)
  async delete(@CurrentActor() actor: Actor, @IdParam('id', 'integration') id: string) {
    await this.integrations.delete(actor, id);
    return done('The integration was deleted.');
  }

  @Get(':id/health')
  @Summary('Get the health of an integration', 'As the process that answers has seen it since it began.')
  @NeedsScope('integrations:read')
  @Answers(200, ChatbotIntegrationHealth)
  @Refuses(404)
  async health(@CurrentActor() actor: Actor, @IdParam('id', 'integration') id: string) {
    return success(toIntegrationHealth(await this.integrations.health(actor, id)));
  }

  @Post(':id/test')
  @Repeatable()
  @HttpCode(200)
  @Summary('Test an integration', 'It is really called, also when it is left alone at present. A failure is an answer.')
  @NeedsScope('integrations:write')
  @Answers(200, IntegrationTrialOutcome)
  @Refuses(400, 404)
  async test(
    @CurrentActor() actor: Actor,
    @IdParam('id', 'integration') id: string,
    @Body() { message }: TryIntegration,
  ) {
    return success(toTrialOutcome(await this.integrations.test(actor, id, message ?? DEFAULT_MESSAGE)));
  }
}
