import { z } from 'zod';
import { defineJob } from '#infra/queue';
import { MINUTE_MS, SECOND_MS } from '#kernel';

/** Connects a channel with its platform, or looks whether it still is. What goes wrong stands in the channel; the next probe tries again. */
export const connectChannel = defineJob({
  name: 'channels.connect-channel',
  payload: z.object({ channelId: z.uuid() }),
  attempts: 3,
  backoffMs: SECOND_MS,
  timeoutMs: MINUTE_MS,
  dedupeKey: ({ channelId }) => channelId,
});
