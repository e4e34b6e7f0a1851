import { z } from 'zod';
import { defineJob } from '#infra/queue';
import { MINUTE_MS, SECOND_MS } from '#kernel';

/** Has those channels looked at whose turn it is. */
export const probeChannels = defineJob({
  name: 'channels.probe-channels',
  payload: z.object({}),
  attempts: 3,
  backoffMs: SECOND_MS,
  timeoutMs: MINUTE_MS,
  everyMs: MINUTE_MS,
});
