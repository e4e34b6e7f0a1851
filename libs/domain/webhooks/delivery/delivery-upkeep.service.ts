import { Injectable } from '@nestjs/common';
import { Config } from '#infra/config';
import { JobQueue } from '#infra/queue';
import { Clock } from '#kernel';
import { deliverWebhook } from '../jobs/deliver-webhook.job';
import { tellDisabledWebhook } from '../jobs/tell-disabled-webhook.job';
import { lowestIdSince } from '../log/delivery-ids';
import { UpkeepQueries } from './upkeep.queries';

const SWEPT_AT_ONCE = 1_000;
/** The embedded database serves one statement at a time, and a delivery has several attempts. */
const PRUNED_AT_ONCE = 1_000;
const LOWEST_ID = '00000000-0000-0000-0000-000000000000';

/** What keeps deliveries going when messages were lost, and their log from growing for ever. */
@Injectable()
export class DeliveryUpkeep {
  constructor(
    private readonly queries: UpkeepQueries,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Puts the jobs again of which something is due. */
  async sweep(): Promise<void> {
    const notices = await this.queries.noticesDue(SWEPT_AT_ONCE);
    await this.jobs.enqueueAll(tellDisabledWebhook, notices.map(toPayload));
    const now = this.clock.now();
    for (let after = LOWEST_ID; ; ) {
      const due = await this.queries.dueWebhooks(now, after, SWEPT_AT_ONCE);
      await this.jobs.enqueueAll(deliverWebhook, due.map(toPayload));
      const last = due.at(-1);
      if (last === undefined || due.length < SWEPT_AT_ONCE) return;
      after = last;
    }
  }

  /** Deletes what is older than the log goes back, pending or not. */
  async prune(signal: AbortSignal): Promise<void> {
    const since = new Date(this.clock.nowMs() - this.config.webhooks.logRetentionMs);
    const lowestKept = lowestIdSince(since);
    do signal.throwIfAborted();
    while ((await this.queries.deleteBefore(lowestKept, PRUNED_AT_ONCE)) === PRUNED_AT_ONCE);
  }
}

function toPayload(webhookId: string): { webhookId: string } {
  return { webhookId };
}
