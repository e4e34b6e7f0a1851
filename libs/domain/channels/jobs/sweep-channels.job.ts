import { z } from 'zod';
import { defineJob } from '#infra/queue';
import { MINUTE_MS, SECOND_MS } from '#kernel';

/** Puts jobs again that were lost, of chats and conversations in which something is due and nobody sees to it. */
export const sweepChannels = defineJob({
  name: 'channels.sweep-channels',
  payload: z.object({}),
  attempts: 3,
  backoffMs: SECOND_MS,
  timeoutMs: MINUTE_MS,
  everyMs: 30 * SECOND_MS,
});
