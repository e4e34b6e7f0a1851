import { z } from 'zod';
import { defineJob } from '#infra/queue';
import { HOUR_MS, MINUTE_MS } from '#kernel';

/** Deletes expired refresh tokens and the logins that are over. */
export const pruneLogins = defineJob({
  name: 'identity.prune-logins',
  payload: z.object({}),
  attempts: 3,
  backoffMs: 10_000,
  timeoutMs: 5 * MINUTE_MS,
  everyMs: HOUR_MS,
});
