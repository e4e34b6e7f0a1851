import { HandlesJob, type JobHandler, type JobRun } from '#infra/queue';
import { Clock, DAY_MS } from '#kernel';
import { OutboxQueries } from '../outbox.queries';
import { pruneOutbox } from './prune-outbox.job';

const KEEP_MS = 7 * DAY_MS;
/** Bounds the time that one statement holds its locks, and in embedded mode the whole database. */
const BATCH = 1_000;

@HandlesJob(pruneOutbox)
export class PruneOutboxHandler implements JobHandler<object> {
  constructor(
    private readonly queries: OutboxQueries,
    private readonly clock: Clock,
  ) {}

  async run(_payload: object, { signal }: JobRun): Promise<void> {
    const before = new Date(this.clock.nowMs() - KEEP_MS);
    let deleted: number;
    do {
      deleted = await this.queries.deleteDispatched(before, BATCH);
    } while (deleted === BATCH && !signal.aborted);
  }
}
