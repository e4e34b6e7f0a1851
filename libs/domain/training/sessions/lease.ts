import { defineDeadline } from '#infra/deadlines';
import { MINUTE_MS, SECOND_MS } from '#kernel';

/** A run says so often that it is alive and how far it is, and notices so soon that its session was taken from it. */
export const HEARTBEAT_MS = SECOND_MS;
/** A run that was not heard of for so long is taken for dead. */
export const RUN_LEASE_MS = 15 * SECOND_MS;
/** A job that has not begun for so long may be lost; it is put again. */
export const QUEUE_LEASE_MS = 10 * SECOND_MS;
/** Runs that a session gets, cut off or failed, before it is given up. */
export const MAX_RUNS = 5;
/** Wait after the first failed run; it doubles with each further one. */
export const BACKOFF_MS = 2 * SECOND_MS;
/** The largest dataset takes minutes. */
export const RUN_TIMEOUT_MS = 30 * MINUTE_MS;

// More than any lease, too.
defineDeadline({
  table: 'training_session',
  column: 'lease_until',
  where: "status in ('pending', 'in_progress')",
  longestMs: BACKOFF_MS * 2 ** MAX_RUNS,
});
