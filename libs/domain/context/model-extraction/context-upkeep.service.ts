import { Injectable } from '@nestjs/common';
import { JobQueue } from '#infra/queue';
import { Clock, DAY_MS, MINUTE_MS } from '#kernel';
import { extractByModel } from '../jobs/extract-by-model.job';
import { PendingExtractionQueries } from './pending-extractions.queries';

/** Longer than a job takes with all its attempts. */
const LOST_MS = 5 * MINUTE_MS;
/** What no model has looked at in a day, none needs to any more. */
const STALE_MS = DAY_MS;
const UNNAMED_MS = 7 * DAY_MS;

@Injectable()
export class ContextUpkeep {
  constructor(
    private readonly queries: PendingExtractionQueries,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
  ) {}

  async sweep(): Promise<void> {
    const nowMs = this.clock.nowMs();
    await this.queries.deleteOlder(new Date(nowMs - STALE_MS));
    const lost = await this.queries.waitingSince(new Date(nowMs - LOST_MS));
    await this.jobs.enqueueAll(
      extractByModel,
      lost.map((extractionId) => ({ extractionId })),
    );
    await this.queries.forgetUnnamed(new Date(nowMs - UNNAMED_MS));
  }
}
