import { defineDeadline } from '#infra/deadlines';
import { DAY_MS, HOUR_MS, SECOND_MS } from '#kernel';

/** A run says so often that it is alive and how far it is, and notices so soon that its export was taken from it. */
export const HEARTBEAT_MS = SECOND_MS;
/** A run that was not heard of for so long is taken for dead. */
export const RUN_LEASE_MS = 15 * SECOND_MS;
/** A job that has not begun for so long may be lost; it is put again. */
export const QUEUE_LEASE_MS = 10 * SECOND_MS;
/** Each begins from the start: an archive is whole or not there. */
export const MAX_RUNS = 5;
/** Wait after the first failed run; it doubles with each further one. */
export const BACKOFF_MS = 2 * SECOND_MS;
/** Some hundred gigabytes. */
export const RUN_TIMEOUT_MS = 6 * HOUR_MS;
/** The blob that is being written is expected for an hour; so often that is said again. */
export const EXPECTED_AGAIN_MS = 10 * 60 * SECOND_MS;
/** So long an archive is kept. */
export const ARCHIVE_KEPT_MS = 7 * DAY_MS;

defineDeadline({
  table: 'team_export',
  column: 'lease_until',
  where: "status in ('queued', 'running')",
  longestMs: BACKOFF_MS * 2 ** MAX_RUNS + RUN_LEASE_MS,
});
