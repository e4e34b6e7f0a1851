import { defineDeadline } from '#infra/deadlines';
import { HOUR_MS, SECOND_MS } from '#kernel';

/** A run says so often that it is alive and how far it is, and notices so soon that its import was taken from it. */
export const HEARTBEAT_MS = SECOND_MS;
/** A run that was not heard of for so long is taken for dead. */
export const RUN_LEASE_MS = 15 * SECOND_MS;
/** A job that has not begun for so long may be lost; it is put again. */
export const QUEUE_LEASE_MS = 10 * SECOND_MS;
/** Runs that may be cut off or fail; each begins the bot anew. */
export const MAX_RUNS = 5;
/** Wait after the first failed run; it doubles with each further one. */
export const BACKOFF_MS = 2 * SECOND_MS;
export const RUN_TIMEOUT_MS = HOUR_MS;

defineDeadline({
  table: 'bot_import',
  column: 'lease_until',
  where: "status in ('queued', 'running')",
  longestMs: BACKOFF_MS * 2 ** MAX_RUNS + RUN_LEASE_MS,
});
