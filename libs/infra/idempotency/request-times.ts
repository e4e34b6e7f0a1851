import { defineDeadline } from '#infra/deadlines';
import { DAY_MS, SECOND_MS } from '#kernel';

/** How long an answer is given again. */
export const KEPT_MS = DAY_MS;

/** How long a process that has died is waited for, and how often one that lives says so. */
export const LEASE_MS = 30 * SECOND_MS;
export const KEEP_EVERY_MS = 10 * SECOND_MS;

/** How long a second request waits for the first, and how often it looks. */
export const WAIT_LIMIT_MS = 30 * SECOND_MS;
export const FIRST_LOOK_MS = 50;
export const LONGEST_LOOK_MS = 500;

/** After which who was told that it takes longer should ask again. */
export const RETRY_AFTER_MS = 2 * SECOND_MS;

defineDeadline({
  table: 'idempotent_request',
  column: 'leased_until',
  where: 'settled_at is null',
  longestMs: LEASE_MS,
});
