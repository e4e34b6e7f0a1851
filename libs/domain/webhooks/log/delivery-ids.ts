import { MINUTE_MS } from '#kernel';

/** The id of an event is made a moment before or after its time is taken, maybe by a clock that is being set right. */
const SLACK_MS = MINUTE_MS;
/** RFC 9562 §5.7: a UUIDv7 begins with 48 bits of Unix milliseconds. */
const MAX_TIME = 2 ** 48 - 1;
const TIME_DIGITS = 12;

/**
 * A key that no delivery of an event at that time or later is below, so that the log is read from there by its key. Whoever
 * needs the exact time compares `created_at` besides.
 */
export function lowestIdSince(time: Date): string {
  const timeMs = Math.min(Math.max(time.getTime() - SLACK_MS, 0), MAX_TIME);
  const digits = timeMs.toString(16).padStart(TIME_DIGITS, '0');
  return `${digits.slice(0, 8)}-${digits.slice(8)}-0000-0000-000000000000`;
}
