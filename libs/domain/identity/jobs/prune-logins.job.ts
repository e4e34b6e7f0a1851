import { z } from 'zod';
import { defineJob } from '#infra/queue';
import { HOUR_MS, MINUTE_MS } from '#kernel';

/**
 * Deletes expired refresh tokens, the logins that are over, and what was left of requests for a new password,
 * of invitations and of rotated keys.
 */
export const pruneLogins = defineJob({
  name: 'identity.prune-logins',
  payload: z.object({}),
  attempts: 3,
  backoffMs: 10_000,
  timeoutMs: 5 * MINUTE_MS,
  everyMs: HOUR_MS,
});
