import { Injectable, Logger } from '@nestjs/common';
import { Database } from '#infra/database';
import { JobQueue } from '#infra/queue';
import { nextTime } from '#infra/schedules';
import { after, Clock, HOUR_MS, newId } from '#kernel';
import { QUEUE_LEASE_MS } from '../../ingestion/lease';
import { syncWebSource } from '../jobs/sync-web-source.job';
import {
  type SourceAddress,
  type WebSourceDefinition,
  type WebSourceRow,
  WebSourcesQueries,
} from '../web-sources.queries';

const BEGUN_AT_ONCE = 500;

/** Begins syncs: those that are due, and those that somebody asks for. */
@Injectable()
export class SyncScheduling {
  private readonly logger = new Logger(SyncScheduling.name);

  constructor(
    private readonly queries: WebSourcesQueries,
    private readonly database: Database,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
  ) {}

  /** Who begins one holds its row, so that a time is begun once. Of several that were missed one is made up for. */
  async beginDue(): Promise<void> {
    const due = await this.queries.due(this.clock.now(), BEGUN_AT_ONCE);
    for (const source of due) await this.tryBegin(source);
  }

  /** In the open transaction, of a source that is locked. Undefined when a sync is under way already. */
  async begin(source: WebSourceRow): Promise<WebSourceRow | undefined> {
    const now = this.clock.now();
    const nextSyncAt = nextSyncOf(source, now);
    const sync = { syncId: newId(), now, leaseUntil: after(now, QUEUE_LEASE_MS), nextSyncAt };
    const begun = await this.queries.begin(source.id, sync);
    if (begun) await this.jobs.enqueue(syncWebSource, { sourceId: source.id });
    return begun;
  }

  /** One that cannot be begun keeps none of the others waiting. */
  private async tryBegin(address: SourceAddress): Promise<void> {
    try {
      await this.database.transaction(async () => {
        const source = await this.queries.lock(address);
        // Somebody else was quicker, or it was changed.
        if (!source?.nextSyncAt || source.nextSyncAt > this.clock.now()) return;
        if (!(await this.begin(source))) await this.queries.setNext(source.id, nextSyncOf(source, this.clock.now()));
      });
    } catch (error) {
      this.logger.error({ message: 'A sync could not be begun; again soon.', sourceId: address.id, err: error });
    }
  }
}

/** Null: never by itself. */
export function nextSyncOf({ cron, timeZone, refreshHours }: WebSourceDefinition, now: Date): Date | null {
  if (cron !== null && timeZone !== null) return nextTime(cron, timeZone, now);
  return refreshHours === null ? null : after(now, refreshHours * HOUR_MS);
}
