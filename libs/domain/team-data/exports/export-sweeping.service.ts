import { Injectable } from '@nestjs/common';
import { JobQueue } from '#infra/queue';
import { after, Clock } from '#kernel';
import { runExport } from '../jobs/run-export.job';
import { ExportsQueries } from './exports.queries';
import { QUEUE_LEASE_MS } from './lease';
import { RunningQueries } from './running.queries';

const SWEPT_AT_ONCE = 1_000;

@Injectable()
export class ExportSweeping {
  constructor(
    private readonly queries: ExportsQueries,
    private readonly running: RunningQueries,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
  ) {}

  /** Makes up for lost jobs and dead runs, and lets archives go that are kept no longer. */
  async sweep(): Promise<void> {
    await this.queries.expire(this.clock.now());
    for (;;) {
      const now = this.clock.now();
      const ids = await this.running.reclaim(now, after(now, QUEUE_LEASE_MS), SWEPT_AT_ONCE);
      await this.jobs.enqueueAll(
        runExport,
        ids.map((exportId) => ({ exportId })),
      );
      if (ids.length < SWEPT_AT_ONCE) return;
    }
  }
}
