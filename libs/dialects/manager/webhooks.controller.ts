import { Body, Delete, Get, Post, Query } from '@nestjs/common';
import { Webhooks } from '#domain/webhooks';
import { CurrentActor, DialectController, IdParam, NeedsScope, Refuses, Summary } from '#infra/http';
import type { Actor } from '#kernel';
import { Deleted, Tells, TellsPage, toData, toDataPage, toDeleted } from './manager.answers';
import { ListQuery, pageOf } from './manager.paging';
import { CreatedWebhook, CreateWebhook, Webhook } from './webhooks.dto';
import { toCreatedWebhook, toNewWebhook, toWebhook } from './webhooks.mapper';

const DIALECT = 'manager';

const CREATE =
  'Events are sent as `{"id", "event", "timestamp", "data"}`, signed in `X-Webhook-Signature` and in the headers of Standard ' +
  'Webhooks, at least once, in no promised order. Anything but a 2xx is retried for days; 410 switches the webhook off.';

@DialectController('v1/webhooks', { tag: 'Webhooks' })
export class WebhooksController {
  constructor(private readonly webhooks: Webhooks) {}

  @Post()
  @Summary('Register a webhook', CREATE)
  @NeedsScope('webhooks:write')
  @Tells(201, CreatedWebhook)
  @Refuses(400, 409, 422)
  async create(@CurrentActor() actor: Actor, @Body() body: CreateWebhook) {
    return toData(toCreatedWebhook(await this.webhooks.create(actor, DIALECT, toNewWebhook(body)), body));
  }

  @Get()
  @Summary('List webhooks', 'Oldest first. Secrets are never listed.')
  @NeedsScope('webhooks:read')
  @TellsPage(Webhook)
  @Refuses(422)
  async list(@CurrentActor() actor: Actor, @Query() query: ListQuery) {
    return toDataPage(await this.webhooks.list(actor, DIALECT, pageOf(query)), toWebhook);
  }

  @Delete(':id')
  @Summary('Remove a webhook', 'What was not delivered yet never is.')
  @NeedsScope('webhooks:write')
  @Tells(200, Deleted)
  @Refuses(404)
  async remove(@CurrentActor() actor: Actor, @IdParam('id', 'webhook') id: string) {
    await this.webhooks.delete(actor, DIALECT, id);
    return toDeleted('webhook', id);
  }
}
