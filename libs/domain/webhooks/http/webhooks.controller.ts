import { Body, Delete, Get, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
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
import { Vocabularies } from '../vocabulary/vocabularies';
import { Webhooks } from '../webhooks.service';
import { MAIN_DIALECT } from './main-dialect';
import {
  ChangeWebhook,
  RegisteredWebhook,
  RegisterWebhook,
  RotateWebhookSecret,
  WebhookEvent,
  WebhookWithItsSecret,
} from './webhooks.dto';
import {
  toCreateWebhook,
  toRegisteredWebhook,
  toWebhookEvents,
  toWebhookPatch,
  toWebhookWithItsSecret,
} from './webhooks.mapper';

const CHANGES =
  'Absent fields stay as they are, null clears a field. Switched on again, or moved to another address, it counts as one ' +
  'that never failed.';
const REGISTER =
  'Events are sent as `{"id", "event", "timestamp", "data"}`, signed in `X-Webhook-Signature` and in the headers of Standard ' +
  'Webhooks, at least once, in no promised order. Anything but a 2xx is retried for days; 410 switches the webhook off.';

@MainController('webhooks', { tag: 'Webhooks' })
export class WebhooksController {
  constructor(
    private readonly webhooks: Webhooks,
    private readonly vocabularies: Vocabularies,
  ) {}

  @Post()
  @Summary('Register a webhook', REGISTER)
  @NeedsScope('webhooks:write')
  @Answers(201, WebhookWithItsSecret)
  @Refuses(400, 409)
  async create(@CurrentActor() actor: Actor, @Body() body: RegisterWebhook) {
    const created = await this.webhooks.create(actor, MAIN_DIALECT, toCreateWebhook(body));
    return success(toWebhookWithItsSecret(created), 'The webhook was registered. Its secret is shown only now.');
  }

  @Get()
  @Summary('List webhooks', 'Oldest first. Secrets are never listed.')
  @NeedsScope('webhooks:read')
  @AnswersPage(RegisteredWebhook)
  @Refuses(400)
  async list(@CurrentActor() actor: Actor, @Query() query: PageQuery) {
    return successPage(mapPage(await this.webhooks.list(actor, MAIN_DIALECT, query), toRegisteredWebhook));
  }

  @Get('events')
  @Summary('List webhook events', 'What webhooks can ask for.')
  @NeedsScope('webhooks:read')
  @Answers(200, [WebhookEvent])
  async events() {
    return success(toWebhookEvents(this.vocabularies, MAIN_DIALECT));
  }

  @Get(':id')
  @Summary('Get a webhook')
  @NeedsScope('webhooks:read')
  @Answers(200, RegisteredWebhook)
  @Refuses(404)
  async get(@CurrentActor() actor: Actor, @IdParam('id', 'webhook') id: string) {
    return success(toRegisteredWebhook(await this.webhooks.get(actor, MAIN_DIALECT, id)));
  }

  @Put(':id')
  @Summary('Update a webhook', CHANGES)
  @NeedsScope('webhooks:write')
  @Answers(200, RegisteredWebhook)
  @Refuses(400, 404)
  async update(@CurrentActor() actor: Actor, @IdParam('id', 'webhook') id: string, @Body() body: ChangeWebhook) {
    return this.change(actor, id, body);
  }

  @Patch(':id')
  @Summary('Change fields of a webhook', CHANGES)
  @NeedsScope('webhooks:write')
  @Answers(200, RegisteredWebhook)
  @Refuses(400, 404)
  async patch(@CurrentActor() actor: Actor, @IdParam('id', 'webhook') id: string, @Body() body: ChangeWebhook) {
    return this.change(actor, id, body);
  }

  @Delete(':id')
  @Summary('Delete a webhook', 'With its deliveries. What was not delivered yet never is.')
  @NeedsScope('webhooks:write')
  @AnswersDone()
  @Refuses(404)
  async delete(@CurrentActor() actor: Actor, @IdParam('id', 'webhook') id: string) {
    await this.webhooks.delete(actor, MAIN_DIALECT, id);
    return done('The webhook was deleted.');
  }

  @Post(':id/rotate-secret')
  @Summary(
    'Rotate the secret of a webhook',
    'For 24 hours the present secret signs too, so that receivers can change over.',
  )
  @NeedsScope('webhooks:write')
  @ApiBody({ type: RotateWebhookSecret, required: false })
  @Answers(200, WebhookWithItsSecret)
  @Refuses(400, 404)
  async rotateSecret(
    @CurrentActor() actor: Actor,
    @IdParam('id', 'webhook') id: string,
    @Body() { secret }: RotateWebhookSecret,
  ) {
    const rotated = await this.webhooks.rotateSecret(actor, MAIN_DIALECT, id, secret);
    return success(toWebhookWithItsSecret(rotated), 'The secret was changed. The new one is shown only now.');
  }

  private async change(actor: Actor, id: string, body: ChangeWebhook) {
    const webhook = await this.webhooks.update(actor, MAIN_DIALECT, id, toWebhookPatch(body));
    return success(toRegisteredWebhook(webhook), 'The webhook was updated.');
  }
}
