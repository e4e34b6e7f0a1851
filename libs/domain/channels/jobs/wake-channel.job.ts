import { z } from 'zod';
import { defineJob } from '#infra/queue';
import { MINUTE_MS, SECOND_MS } from '#kernel';

/** A channel is connected again: whatever waits to be sent through it goes on. The sweep finds it, too. */
export const wakeChannel = defineJob({
  name: 'channels.wake-channel',
  payload: z.object({ channelId: z.uuid() }),
  attempts: 3,
  backoffMs: SECOND_MS,
  timeoutMs: MINUTE_MS,
  dedupeKey: ({ channelId }) => channelId,
});
