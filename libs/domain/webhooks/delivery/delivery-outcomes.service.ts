import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { Config } from '#infra/config';
import { JobQueue } from '#infra/queue';
import { Clock } from '#kernel';
import { tellDisabledWebhook } from '../jobs/tell-disabled-webhook.job';
import type { Exchange } from '../webhooks.types';
import { DeliveryQueries } from './delivery.queries';
import type { AttemptRecord, EndedAttempt } from './delivery.types';
import { countAttempt, countDisabled } from './delivery-metrics';
import { nextWaitMs } from './retry-plan';
import { type Disabling, TargetsQueries } from './targets.queries';
import { isGone, isWorthWriting, newsOf, type WebhookCondition } from './webhook-condition';

/** Waits between tries to write what came of requests, which are sent again otherwise: 12 s, well within a lease. */
const RECORD_WAITS_MS = [100, 400, 1_500, 4_000, 6_000];

/** The webhook that attempts were made for. */
export interface AttemptedWebhook extends WebhookCondition {
  id: string;
  url: string;
}

/** Decides and writes what comes of attempts: for their deliveries, and for their webhook. */
@Injectable()
export class DeliveryOutcomes {
  private readonly logger = new Logger(DeliveryOutcomes.name);

  constructor(
    private readonly queries: DeliveryQueries,
    private readonly targets: TargetsQueries,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /**
   * @param ended in the order of their ends
   * @returns how the webhook fares by now
   * @throws `database.unavailable`; then workers find what was not written cut off
   */
  async record(webhook: AttemptedWebhook, ended: readonly EndedAttempt[]): Promise<WebhookCondition> {
    const now = this.clock.now();
    await this.write(ended.map((attempt) => this.recordOf(webhook, attempt, now)));
    for (const attempt of ended) countAttempt(attempt);
    // What another address has answered says nothing of the one that the webhook has by now.
    const exchanges = ended.flatMap(({ exchange }) => (exchange?.url === webhook.url ? exchange : []));
    const condition = await this.note(webhook, exchanges);
    const reason = this.reasonToDisable(condition, exchanges, now);
    if (reason !== undefined) await this.disable(webhook, reason);
    return condition;
  }

  /** While the database is away for a moment, what is known of requests that were made must not be lost. */
  private async write(records: readonly AttemptRecord[]): Promise<void> {
    for (const waitMs of RECORD_WAITS_MS) {
      try {
        return await this.queries.record(records);
      } catch (error) {
        this.logger.warn({ message: 'What came of deliveries could not be written; it is tried again.', err: error });
        await sleep(waitMs);
      }
    }
    await this.queries.record(records);
  }

  private recordOf(webhook: AttemptedWebhook, { delivery, exchange }: EndedAttempt, now: Date): AttemptRecord {
    const { id: deliveryId, claimedAt, number, failures } = delivery;
    const begun = { deliveryId, claimedAt, number };
    if (exchange === undefined) {
      const { url } = webhook;
      const pending = { state: 'pending', failures, nextAttemptAt: now, settledAt: null } as const;
      return { ...begun, ...CUT_OFF, startedAt: claimedAt, url, ...pending };
    }
    if (exchange.outcome === 'delivered')
      return { ...begun, ...exchange, state: 'delivered', failures, nextAttemptAt: null, settledAt: now };
    return { ...begun, ...exchange, ...this.afterFailure(failures + 1, exchange, now) };
  }

  private afterFailure(failures: number, { retryAfterMs }: Exchange, now: Date) {
    const waitMs = nextWaitMs({ failures, retryAfterMs }, this.config.webhooks.retryScheduleMs, Math.random());
    if (waitMs === undefined) return { state: 'failed', failures, nextAttemptAt: null, settledAt: now } as const;
    const nextAttemptAt = new Date(now.getTime() + waitMs);
    return { state: 'pending', failures, nextAttemptAt, settledAt: null } as const;
  }

  private async note(webhook: AttemptedWebhook, exchanges: readonly Exchange[]): Promise<WebhookCondition> {
    const news = newsOf(exchanges);
    if (!isWorthWriting(webhook, news)) return webhook;
    return (await this.targets.note(webhook.id, webhook.url, news)) ?? webhook;
  }

  private reasonToDisable(
    { failingSince }: WebhookCondition,
    exchanges: readonly Exchange[],
    at: Date,
  ): Disabling | undefined {
    if (exchanges.some(isGone)) return { reason: 'gone', at, failingSinceBefore: null };
    const failingSinceBefore = new Date(at.getTime() - this.config.webhooks.disableAfterMs);
    const hasFailed = exchanges.some(({ outcome }) => outcome !== 'delivered');
    if (!hasFailed || failingSince === null || failingSince > failingSinceBefore) return undefined;
    return { reason: 'failing', at, failingSinceBefore };
  }

  private async disable({ id: webhookId, url }: AttemptedWebhook, disabling: Disabling): Promise<void> {
    if (!(await this.targets.disable(webhookId, url, disabling))) return;
    const { reason } = disabling;
    countDisabled(reason);
    this.logger.warn({ message: 'A webhook was switched off because of its receiver.', webhookId, reason });
    await this.jobs.enqueue(tellDisabledWebhook, { webhookId });
  }
}

/** What is known of an attempt whose end is not. */
const CUT_OFF = {
  durationMs: null,
  outcome: 'cut_off',
  requestHeaders: {},
  responseStatus: null,
  responseHeaders: null,
  responseBody: null,
  error: 'Parley stopped during the attempt; the receiver may have got it or not.',
} as const;
