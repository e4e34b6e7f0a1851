import { AppError, type ErrorKind, MINUTE_MS } from '#kernel';
import type { AnyJob } from './job';

const MAX_BACKOFF_MS = 15 * MINUTE_MS;
/** The wait varies by this part in both directions, so that jobs which failed together do not return together. */
const JITTER = 0.25;

/** Kinds of failure that may pass. The others are about the input or the state, and another run would meet them again. */
const PASSING: ReadonlySet<ErrorKind> = new Set(['unavailable', 'rate_limited', 'internal']);

/** An error that is no AppError was foreseen by nobody; it may pass. */
export function mayPass(error: unknown): boolean {
  return !(error instanceof AppError) || PASSING.has(error.kind);
}

/** Wait after the run `attempt` (from 1) failed with `error`. `random` is from 0 to 1. */
export function backoffMs(job: AnyJob, attempt: number, error: unknown, random: number = Math.random()): number {
  if (error instanceof AppError && error.retryAfterMs !== undefined) return error.retryAfterMs;
  const waitMs = Math.min(job.backoffMs * 2 ** (attempt - 1), MAX_BACKOFF_MS);
  return Math.round(waitMs * (1 - JITTER + 2 * JITTER * random));
}
