import { z } from 'zod';
import { defineJob } from '#infra/queue';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#kernel';

/** Deletes what channels have heard and sent long ago. */
export const pruneChannels = defineJob({
  name: 'channels.prune-channels',
  payload: z.object({}),
  attempts: 3,
  backoffMs: 10 * SECOND_MS,
  timeoutMs: 30 * MINUTE_MS,
  everyMs: HOUR_MS,
});
