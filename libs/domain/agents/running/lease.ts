import { defineDeadline } from '#infra/deadlines';
import { MINUTE_MS, SECOND_MS } from '#kernel';
import { LOOP_LIMITS } from '../loops/loops.types';

/** A run says so often that it is alive, and notices so soon that its execution was taken from it. */
export const HEARTBEAT_MS = SECOND_MS;
/** A run that was not heard of for so long is taken for dead. */
export const RUN_LEASE_MS = 15 * SECOND_MS;
/** A job that has not begun for so long may be lost; it is put again. */
export const QUEUE_LEASE_MS = 10 * SECOND_MS;
/** Runs that an execution gets, cut off or failed, before it is given up. */
export const MAX_RUNS = 5;
/** Wait after the first failed run; it doubles with each further one. */
export const BACKOFF_MS = 2 * SECOND_MS;
/** Executions end themselves when their own time is over. */
export const RUN_TIMEOUT_MS = LOOP_LIMITS.timeoutMs.max + 5 * MINUTE_MS;

// More than any lease, too.
defineDeadline({
  table: 'agent_execution',
  column: 'lease_until',
  where: "status in ('queued', 'running')",
  longestMs: BACKOFF_MS * 2 ** MAX_RUNS,
});
