import { Injectable } from '@nestjs/common';
import { JobQueue } from '#infra/queue';
import { type Actor, Clock, DAY_MS, invalidInput, isUuid, type Page } from '#kernel';
import { deliverWebhook } from '../jobs/deliver-webhook.job';
import { webhookErrors } from '../webhooks.errors';
import { Webhooks } from '../webhooks.service';
import type {
  Delivery,
  DeliveryListRequest,
  DeliveryState,
  DeliveryWithAttempts,
  ReplayRequest,
  WebhookStatistics,
} from '../webhooks.types';
import { DeliveryLogQueries } from './delivery-log.queries';
import { DeliveryStatisticsQueries, type EventCounts } from './delivery-statistics.queries';

/** What an answer can hold; only a delivery that was replayed again and again has more. */
export const MAX_SHOWN_ATTEMPTS = 100;
/** Of one statement, which nobody should wait for. */
const REPLAY_STEP = 1_000;

/** What was sent to a webhook, what came back, and sending it again. */
@Injectable()
export class DeliveryLog {
  constructor(
    private readonly webhooks: Webhooks,
    private readonly queries: DeliveryLogQueries,
    private readonly statisticsQueries: DeliveryStatisticsQueries,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
  ) {}

  /** Newest first. @throws `webhooks.not_found` */
  async list(actor: Actor, dialect: string, webhookId: string, request: DeliveryListRequest): Promise<Page<Delivery>> {
    await this.webhooks.get(actor, dialect, webhookId);
    const { page, limit, ...filter } = request;
    const items = await this.queries.list(webhookId, request);
    const isAll = page === 1 && items.length < limit;
    return { items, total: isAll ? items.length : await this.queries.count(webhookId, filter), page, limit };
  }

  /** With its last attempts. @throws `webhooks.not_found`, `webhooks.delivery_not_found` */
  async get(actor: Actor, dialect: string, webhookId: string, id: string): Promise<DeliveryWithAttempts> {
    await this.webhooks.get(actor, dialect, webhookId);
    const delivery = found(isUuid(id) ? await this.queries.find(webhookId, id) : undefined);
    return { ...delivery, log: await this.queries.attempts(id, MAX_SHOWN_ATTEMPTS) };
  }

  /**
   * Sends it again under the same id, with the whole schedule of retries. While the webhook is switched off it waits.
   *
   * @throws `webhooks.not_found`, `webhooks.delivery_not_found`
   */
  async replay(actor: Actor, dialect: string, webhookId: string, id: string): Promise<Delivery> {
    await this.webhooks.get(actor, dialect, webhookId);
    const delivery = found(isUuid(id) ? await this.queries.replay(webhookId, id, this.clock.now()) : undefined);
    await this.jobs.enqueue(deliverWebhook, { webhookId });
    return delivery;
  }

  /**
   * As `replay`, of all that happened in a time. Gives how many. What is under way at the moment is not among them.
   *
   * @throws AppError `webhooks.not_found`, `input.invalid`
   */
  async replaySince(actor: Actor, dialect: string, webhookId: string, request: ReplayRequest): Promise<number> {
    await this.webhooks.get(actor, dialect, webhookId);
    if (request.until && request.until <= request.since) throw invalidInput([UNTIL_PROBLEM]);
    const now = this.clock.now();
    let count = 0;
    for (let after: string | undefined; ; ) {
      const ids = await this.queries.replaySome(webhookId, request, { after, limit: REPLAY_STEP, now });
      count += ids.length;
      after = ids.at(-1);
      if (ids.length > 0) await this.jobs.enqueue(deliverWebhook, { webhookId });
      if (ids.length < REPLAY_STEP) return count;
    }
  }

  /** Of what happened in the last days. @throws `webhooks.not_found` */
  async statistics(actor: Actor, dialect: string, webhookId: string, days: number): Promise<WebhookStatistics> {
    await this.webhooks.get(actor, dialect, webhookId);
    const since = new Date(this.clock.nowMs() - days * DAY_MS);
    const [byEvent, { attempts, ...duration }] = await Promise.all([
      this.statisticsQueries.countsByEvent(webhookId, since),
      this.statisticsQueries.attemptFigures(webhookId, since),
    ]);
    const deliveries = sumOf(byEvent);
    return { since, deliveries, attempts, successRate: successRateOf(deliveries), duration, byEvent };
  }
}

const UNTIL_PROBLEM = { field: 'until', message: 'until must be later than since.' };

function found<Found>(delivery: Found | undefined): Found {
  if (!delivery) throw webhookErrors.delivery_not_found();
  return delivery;
}

function sumOf(counts: readonly EventCounts[]): Record<DeliveryState, number> {
  const of = (state: DeliveryState) => counts.reduce((sum, count) => sum + count[state], 0);
  return { pending: of('pending'), delivered: of('delivered'), failed: of('failed') };
}

function successRateOf({ delivered, failed }: Record<DeliveryState, number>): number | null {
  const settled = delivered + failed;
  return settled === 0 ? null : delivered / settled;
}
