/** Whether and when a request is sent again. */
import { ConnectionError, type ParleyError, RateLimitError, ServerError, TimeoutError } from '../errors';

export interface RetryPolicy {
  /** Attempts after the first one. */
  maxRetries: number;
  /** What a server may ask for with `Retry-After`; if it asks for more, its refusal is thrown instead of waited for. */
  maxRetryAfterMs: number;
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 8_000;

/**
 * Before anything was done: the limit is checked first, and who answers 503 with a time to come back has not begun. So it is with a 409:
 * the same request, under the same key, is still being executed.
 */
const isRefusal = (error: ParleyError): boolean =>
  error instanceof RateLimitError || ([409, 503].includes(error.status ?? 0) && error.retryAfterMs !== undefined);

const isTransient = (error: ParleyError): boolean =>
  error instanceof ConnectionError ||
  error instanceof TimeoutError ||
  (error instanceof ServerError && [502, 503, 504].includes(error.status ?? 0));

/**
 * How long to wait before the next attempt; undefined when there is to be none.
 *
 * @param isIdempotent whether it may be sent twice; what may not is sent again only if it has not been done at all
 * @param attempt of the one that failed, from 0
 */
export function waitBeforeRetryMs(
  error: ParleyError,
  { maxRetries, maxRetryAfterMs }: RetryPolicy,
  isIdempotent: boolean,
  attempt: number,
): number | undefined {
  if (attempt >= maxRetries) return undefined;
  const isUnsent = error instanceof ConnectionError && error.isUnsent;
  if (!isRefusal(error) && !isUnsent && !(isIdempotent && isTransient(error))) return undefined;
  const { retryAfterMs = 0 } = error;
  return retryAfterMs > maxRetryAfterMs ? undefined : Math.max(retryAfterMs, backoffMs(attempt));
}

/** Exponential with full jitter, so that clients that failed together do not come back together. */
export function backoffMs(attempt: number, chance: number = Math.random()): number {
  return chance * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt);
}

/** True for a break that another connection may mend. */
export function isBreak(error: unknown): error is ParleyError {
  return error instanceof Error && isTransient(error as ParleyError);
}
