import { Injectable } from '@nestjs/common';
import { JobQueue } from '#infra/queue';
import { after, Clock } from '#kernel';
import { runImport } from '../jobs/run-import.job';
import { FILE_KEPT_MS, QUEUE_LEASE_MS } from './lease';
import { RunningQueries } from './running.queries';

const SWEPT_AT_ONCE = 1_000;

@Injectable()
export class ImportSweeping {
  constructor(
    private readonly queries: RunningQueries,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
  ) {}

  /** Makes up for lost jobs and dead runs. */
  async sweep(): Promise<void> {
    await this.queries.forgetFiles(after(this.clock.now(), -FILE_KEPT_MS));
    for (;;) {
      const now = this.clock.now();
      const ids = await this.queries.reclaim(now, after(now, QUEUE_LEASE_MS), SWEPT_AT_ONCE);
      await this.jobs.enqueueAll(
        runImport,
        ids.map((importId) => ({ importId })),
      );
      if (ids.length < SWEPT_AT_ONCE) return;
    }
  }
}
