import { defineDeadline } from '#infra/deadlines';
import { MINUTE_MS, SECOND_MS } from '#kernel';

/** A run that was not heard of for so long is taken for dead, and what it had is taken by another. */
export const LEASE_MS = 45 * SECOND_MS;
/** So often it says that it is alive. */
export const HEARTBEAT_MS = 10 * SECOND_MS;

/** The wait after the first failure; it doubles with each further one. */
const FIRST_WAIT_MS = 2 * SECOND_MS;
const LONGEST_WAIT_MS = 5 * MINUTE_MS;

/** @param attempts that have failed, from 1 */
export function backoffMs(attempts: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempts - 1));
}

defineDeadline({ table: 'channel_lane', column: 'lease_until', where: 'run_id is not null', longestMs: LEASE_MS });
const waiting = { column: 'next_attempt_at' } as const;
/** Bots may wait for a minute before they answer; the pauses after so few attempts are no longer. */
const SHORT_ATTEMPTS = 5;
defineDeadline({
  ...waiting,
  table: 'channel_update',
  where: `state = 'waiting' and attempts <= ${SHORT_ATTEMPTS}`,
  longestMs: 2 * MINUTE_MS,
});
defineDeadline({ ...waiting, table: 'channel_update', where: "state = 'waiting'", longestMs: LONGEST_WAIT_MS });
/** What nobody has tried to send is due at once: later only by the clock of a process that is ahead of others. */
defineDeadline({
  ...waiting,
  table: 'channel_message',
  where: "state = 'waiting' and attempts = 0",
  longestMs: SECOND_MS,
});
// Platforms ask for pauses, too; long ones are kept with the channel.
defineDeadline({ ...waiting, table: 'channel_message', where: "state = 'waiting'", longestMs: 3 * LONGEST_WAIT_MS });
