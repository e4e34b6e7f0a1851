import { z } from 'zod';
import { defineJob } from '#infra/queue';
import { MINUTE_MS, SECOND_MS } from '#kernel';

/** Tells somebody that they are invited. Eight runs are about ten minutes: a mail server that restarts is waited for. */
export const sendInvitation = defineJob({
  name: 'identity.send-invitation',
  payload: z.object({ invitationId: z.uuid() }),
  attempts: 8,
  backoffMs: 5 * SECOND_MS,
  timeoutMs: 2 * MINUTE_MS,
  dedupeKey: ({ invitationId }) => invitationId,
  concurrency: 3,
});
