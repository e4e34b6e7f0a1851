import { z } from 'zod';
import { defineJob } from '#infra/queue';
import { MINUTE_MS } from '#kernel';

/** Ends conversations that fell silent and fails replies whose process died. */
export const sweepChats = defineJob({
  name: 'chats.sweep-chats',
  payload: z.object({}),
  attempts: 3,
  backoffMs: 1_000,
  timeoutMs: 5 * MINUTE_MS,
  everyMs: MINUTE_MS,
});
