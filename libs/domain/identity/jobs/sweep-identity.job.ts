import { z } from 'zod';
import { defineJob } from '#infra/queue';
import { MINUTE_MS } from '#kernel';

/** Puts jobs again that were lost: mails for new passwords and invitations, and the removal of deleted teams. */
export const sweepIdentity = defineJob({
  name: 'identity.sweep-identity',
  payload: z.object({}),
  attempts: 3,
  backoffMs: 1_000,
  timeoutMs: MINUTE_MS,
  everyMs: 5 * MINUTE_MS,
});
