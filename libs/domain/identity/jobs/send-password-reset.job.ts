import { z } from 'zod';
import { defineJob } from '#infra/queue';
import { MINUTE_MS, SECOND_MS } from '#kernel';

/** Answers a request for a new password. Eight runs are about ten minutes: a mail server that restarts is waited for. */
export const sendPasswordReset = defineJob({
  name: 'identity.send-password-reset',
  payload: z.object({ requestId: z.uuid() }),
  attempts: 8,
  backoffMs: 5 * SECOND_MS,
  timeoutMs: 2 * MINUTE_MS,
  dedupeKey: ({ requestId }) => requestId,
  concurrency: 3,
});
