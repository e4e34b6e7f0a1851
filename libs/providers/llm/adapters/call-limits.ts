/** What every adapter allows one call, and when it makes another. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Refusal } from '../provider-failures';

/** Ten minutes: longer than anybody waits for an answer, short enough to end what would never. */
export const MAX_ANSWER_MS = 600_000;
export const MAX_ANSWER_BYTES = 4 * 1024 * 1024;
/** Of one event or line of a stream. */
export const MAX_EVENT_BYTES = 1024 * 1024;
/** Of an error's body; more is a page for people. */
export const MAX_ERROR_BYTES = 16 * 1024;
export const DEFAULT_RETRIES = 1;

/** A provider that asks for a longer pause is not waited for: the user is. */
const MAX_RETRY_WAIT_MS = 2_000;
const RETRY_WAIT_MS = 200;

/**
 * Waits until the call is worth making again.
 *
 * @throws the failure when it is not; the reason of the signal when that aborts
 */
export async function pauseBeforeRetry(
  failure: unknown,
  refusal: Refusal | undefined,
  retriesLeft: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  const waitMs = refusal?.error.retryAfterMs ?? RETRY_WAIT_MS;
  if (!refusal?.isPassing || retriesLeft <= 0 || waitMs > MAX_RETRY_WAIT_MS) throw failure;
  await sleep(waitMs, undefined, signal === undefined ? {} : { signal }).catch(() => signal?.throwIfAborted());
}
