import { HandlesJob, type JobHandler, type JobRun } from '#infra/queue';
import { Clock } from '#kernel';
import { IdempotentRequestQueries } from '../idempotent-requests.queries';
import { KEPT_MS } from '../request-times';
import { pruneIdempotentRequests } from './prune-idempotent-requests.job';

/** Bounds the time that one statement holds its locks, and in embedded mode the whole database. */
const BATCH = 1_000;

@HandlesJob(pruneIdempotentRequests)
export class PruneIdempotentRequestsHandler implements JobHandler<object> {
  constructor(
    private readonly queries: IdempotentRequestQueries,
    private readonly clock: Clock,
  ) {}

  async run(_payload: object, { signal }: JobRun): Promise<void> {
    const before = new Date(this.clock.nowMs() - KEPT_MS);
    let deleted: number;
    do {
      deleted = await this.queries.deleteBefore(before, BATCH);
    } while (deleted === BATCH && !signal.aborted);
  }
}
