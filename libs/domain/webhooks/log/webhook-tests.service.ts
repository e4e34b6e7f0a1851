import { Injectable } from '@nestjs/common';
import { type Actor, Clock, invalidInput, isUuid, newId } from '#kernel';
import { DeliverySender } from '../delivery/delivery-sender';
import { deliveryBody } from '../intake/delivery-body';
import { Vocabularies } from '../vocabulary/vocabularies';
import { eventUnknown } from '../webhook-input';
import { WebhookSecrets } from '../webhook-secrets';
import { webhookErrors } from '../webhooks.errors';
import { type WebhookRow, WebhooksQueries } from '../webhooks.queries';
import type { DeliveryWithAttempts } from '../webhooks.types';
import { DeliveryLog } from './delivery-log.service';
import { WebhookTestsQueries } from './webhook-tests.queries';

/** What is sent when nobody names an event. No webhook need ask for it. */
export const TEST_EVENT = 'webhook.test';
const MESSAGE = 'This is a test: the webhook can be reached.';

/** Sends an event that has not happened, so that people see whether their receiver is ready. */
@Injectable()
export class WebhookTests {
  constructor(
    private readonly webhooks: WebhooksQueries,
    private readonly secrets: WebhookSecrets,
    private readonly vocabularies: Vocabularies,
    private readonly sender: DeliverySender,
    private readonly queries: WebhookTestsQueries,
    private readonly log: DeliveryLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Once and at once, also to a webhook that is switched off. It is noted before it is sent, as every delivery.
   *
   * @param event of the dialect, whose example is sent; unless given, `webhook.test`
   * @throws AppError `webhooks.not_found`, `input.invalid`
   */
  async send(actor: Actor, dialect: string, webhookId: string, event = TEST_EVENT): Promise<DeliveryWithAttempts> {
    const { teamId } = actor;
    const row = isUuid(webhookId) ? await this.webhooks.find({ teamId, dialect }, webhookId) : undefined;
    if (!row) throw webhookErrors.not_found();
    const [id, createdAt] = [newId(), this.clock.now()];
    const body = deliveryBody({ id, event, timestamp: createdAt, data: this.dataOf(row, event) });
    const secrets = this.secrets.open(row, createdAt);
    await this.queries.insert({ id, webhookId, event, body, createdAt });
    const exchange = await this.sender.send({ deliveryId: id, event, body, url: row.url, secrets });
    await this.queries.settle(id, exchange, this.clock.now());
    return this.log.get(actor, dialect, webhookId, id);
  }

  private dataOf({ id: webhookId, dialect }: WebhookRow, event: string): object {
    if (event === TEST_EVENT) return { webhookId, message: MESSAGE };
    const named = this.vocabularies.find(dialect, event);
    if (named) return named.example;
    const known = [TEST_EVENT, ...this.vocabularies.namesOf(dialect)];
    throw invalidInput([eventUnknown('event', event, known)]);
  }
}
