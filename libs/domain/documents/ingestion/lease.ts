import { defineDeadline } from '#infra/deadlines';
import { SECOND_MS } from '#kernel';

/** A run says so often that it is alive, and notices so soon that its document was taken from it. */
export const HEARTBEAT_MS = SECOND_MS;
/** A run that was not heard of for so long is taken for dead. */
export const RUN_LEASE_MS = 15 * SECOND_MS;
/** A job that has not begun for so long may be lost; it is put again. */
export const QUEUE_LEASE_MS = 10 * SECOND_MS;
/** Runs that a document gets, cut off or failed, before it is given up. */
export const MAX_RUNS = 5;
/** Wait after the first failed run; it doubles with each further one. */
export const BACKOFF_MS = 2 * SECOND_MS;

/** While its file cannot be fetched a document waits for so long, as often as need be: more than QUEUE_LEASE_MS. */
export const PUT_OFF_MS = 30 * SECOND_MS;

// More than any lease, too.
defineDeadline({
  table: 'document',
  column: 'lease_until',
  where: "state in ('queued', 'running')",
  longestMs: BACKOFF_MS * 2 ** MAX_RUNS,
});
defineDeadline({
  table: 'web_source',
  column: 'lease_until',
  where: "status in ('queued', 'running', 'removing')",
  longestMs: BACKOFF_MS * 2 ** MAX_RUNS,
});
