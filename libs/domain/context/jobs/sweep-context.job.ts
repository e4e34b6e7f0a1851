import { z } from 'zod';
import { defineJob } from '#infra/queue';
import { MINUTE_MS, SECOND_MS } from '#kernel';

/** Puts extractions again whose job was lost, and forgets users that were never named. */
export const sweepContext = defineJob({
  name: 'context.sweep',
  payload: z.object({}),
  attempts: 3,
  backoffMs: SECOND_MS,
  timeoutMs: MINUTE_MS,
  everyMs: 5 * MINUTE_MS,
});
