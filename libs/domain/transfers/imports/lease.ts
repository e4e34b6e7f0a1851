import { defineDeadline } from '#infra/deadlines';
import { DAY_MS, MINUTE_MS, SECOND_MS } from '#kernel';

/** A run says so often that it is alive and how far it is, and notices so soon that its import was taken from it. */
export const HEARTBEAT_MS = SECOND_MS;
/** A run that was not heard of for so long is taken for dead. */
export const RUN_LEASE_MS = 15 * SECOND_MS;
/** A job that has not begun for so long may be lost; it is put again. */
export const QUEUE_LEASE_MS = 10 * SECOND_MS;
/** Runs one after another that may end without having written anything, before the import is given up. */
export const MAX_RUNS = 5;
/** Wait after the first failed run; it doubles with each further one. */
export const BACKOFF_MS = 2 * SECOND_MS;
/** A run that takes longer is followed by another, which goes on where it stood. */
export const RUN_TIMEOUT_MS = 30 * MINUTE_MS;
/** So long an import that has failed or was cancelled can be retried. */
export const FILE_KEPT_MS = 7 * DAY_MS;

// More than any lease, too.
defineDeadline({
  table: 'knowledge_import',
  column: 'lease_until',
  where: "status in ('queued', 'running')",
  longestMs: BACKOFF_MS * 2 ** MAX_RUNS,
});
