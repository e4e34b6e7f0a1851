import { z } from 'zod';
import { defineJob } from '#infra/queue';
import { MINUTE_MS, SECOND_MS } from '#kernel';

/** Brings forward what waits for a time that only a wrong clock can have named. */
export const mendDeadlines = defineJob({
  name: 'deadlines.mend',
  payload: z.object({}),
  attempts: 1,
  backoffMs: SECOND_MS,
  timeoutMs: MINUTE_MS,
  everyMs: 30 * SECOND_MS,
});
