import { z } from 'zod';
import { defineJob } from '#infra/queue';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#kernel';

/** Counts events that an older release has taken away, and forgets those that cannot come again. */
export const keepEvents = defineJob({
  name: 'analytics.keep-events',
  payload: z.object({}),
  attempts: 3,
  backoffMs: 10 * SECOND_MS,
  timeoutMs: 30 * MINUTE_MS,
  everyMs: HOUR_MS,
});
