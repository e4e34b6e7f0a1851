import { DAY_MS, SECOND_MS } from '#kernel';

/** Waits are longer by up to this part, never shorter, so that what failed together does not come back together. */
const JITTER = 0.2;
/** Of what a receiver may ask for by `Retry-After`: less would be no wait, more is no longer about this event. */
const MIN_ASKED_MS = SECOND_MS;
const MAX_ASKED_MS = DAY_MS;

export interface FailedDelivery {
  /** This one included. */
  failures: number;
  /** What the receiver asked for. */
  retryAfterMs: number | null;
}

/**
 * How long a delivery waits after a failure; undefined when it had all attempts of the schedule.
 *
 * @param scheduleMs waits before the first and each further attempt
 * @param random 0 to 1
 */
export function nextWaitMs(
  { failures, retryAfterMs }: FailedDelivery,
  scheduleMs: readonly number[],
  random: number,
): number | undefined {
  const scheduledMs = scheduleMs[failures];
  if (scheduledMs === undefined) return undefined;
  const waitMs = retryAfterMs === null ? scheduledMs : askedWaitMs(retryAfterMs);
  return Math.round(waitMs * (1 + JITTER * random));
}

/** No delivery waits longer between two attempts. */
export function longestWaitMs(scheduleMs: readonly number[]): number {
  return Math.max(MAX_ASKED_MS, ...scheduleMs) * (1 + JITTER);
}

/** For how long the receiver is left alone altogether. */
export function askedWaitMs(retryAfterMs: number): number {
  return Math.min(Math.max(retryAfterMs, MIN_ASKED_MS), MAX_ASKED_MS);
}
