import { MINUTE_MS } from '#kernel';

/** An id is made a moment before or after its time is taken, maybe by a clock that is being set right. */
const SLACK_MS = MINUTE_MS;
/** RFC 9562 §5.7: a UUIDv7 begins with 48 bits of Unix milliseconds. */
const TIME_DIGITS = 12;

/** A key that no row of that time or later is below, so that old rows are found by their keys. */
export function lowestIdSince(time: Date): string {
  const digits = Math.max(time.getTime() - SLACK_MS, 0)
    .toString(16)
    .padStart(TIME_DIGITS, '0');
  return `${digits.slice(0, 8)}-${digits.slice(8)}-0000-0000-000000000000`;
}
