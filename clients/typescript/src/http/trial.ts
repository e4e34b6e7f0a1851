/** One request over all its attempts. */
import { ParleyError } from '../errors';
import type { Credential } from '../session/credential';
import { type RetryPolicy, waitBeforeRetryMs } from './retry';
import { wait } from './waiting';

export interface Trial {
  credential: Credential;
  headers: Record<string, string>;
  policy: RetryPolicy;
  isIdempotent: boolean;
  /** Once; whoever is not known has not been listened to, so that is safe whatever the request. */
  mayRenew: boolean;
  failures: number;
  signal: AbortSignal | undefined;
}

/** Resolves when it may be tried again. @throws the error itself when that is not to be */
export async function readyToRetry(error: unknown, trial: Trial): Promise<void> {
  if (!(error instanceof ParleyError)) throw error;
  if (error.status === 401 && trial.mayRenew) {
    trial.mayRenew = false;
    if (await trial.credential.renew()) return;
  }
  const waitMs = waitBeforeRetryMs(error, trial.policy, trial.isIdempotent, trial.failures++);
  if (waitMs === undefined) throw error;
  await wait(waitMs, trial.signal);
}
