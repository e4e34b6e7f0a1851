import { Body, Delete, Get, Post } from '@nestjs/common';
import { Webhooks } from '#domain/webhooks';
import { CurrentActor, DialectController, IdParam, NeedsScope, Refuses, Summary } from '#infra/http';
import type { Actor } from '#kernel';
import { Tells, TellsNothing } from './assistant.answers';
import { CreatedWebhook, CreateWebhook, WebhookList } from './webhooks.dto';
import { toCreatedWebhook, toNewWebhook, toWebhookList } from './webhooks.mapper';

const DIALECT = 'assistant';
/** A team can have no more. */
const ALL = { page: 1, limit: 100 };

const CREATE =
  'Events are sent as `{"id", "event", "timestamp", "data"}`, signed in `X-Webhook-Signature` and in the headers of Standard ' +
  'Webhooks, at least once, in no promised order. Anything but a 2xx is retried for days; 410 switches the webhook off.';

@DialectController('api/webhooks', { tag: 'Webhooks' })
export class WebhooksController {
  constructor(private readonly webhooks: Webhooks) {}

  @Post()
  @Summary('Configure a webhook', CREATE)
  @NeedsScope('webhooks:write')
  @Tells(201, CreatedWebhook)
  @Refuses(400, 409)
  async create(@CurrentActor() actor: Actor, @Body() body: CreateWebhook): Promise<CreatedWebhook> {
    return toCreatedWebhook(await this.webhooks.create(actor, DIALECT, toNewWebhook(body)), body);
  }

  @Get()
  @Summary('List webhooks', 'Secrets are never listed.')
  @NeedsScope('webhooks:read')
  @Tells(200, WebhookList)
  async list(@CurrentActor() actor: Actor): Promise<WebhookList> {
    return toWebhookList(await this.webhooks.list(actor, DIALECT, ALL));
  }

  @Delete(':id')
  @Summary('Remove a webhook', 'What was not delivered yet never is.')
  @NeedsScope('webhooks:write')
  @TellsNothing()
  @Refuses(404)
  async remove(@CurrentActor() actor: Actor, @IdParam('id', 'webhook') id: string): Promise<void> {
    await this.webhooks.delete(actor, DIALECT, id);
  }
}
