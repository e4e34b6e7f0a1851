import { z } from 'zod';
import { defineJob } from '#infra/queue';
import { MINUTE_MS } from '#kernel';

/** Asks again for merges whose job was lost. */
export const sweepSegmentsJob = defineJob({
  name: 'knowledge.sweep-segments',
  payload: z.object({}),
  attempts: 3,
  backoffMs: 5_000,
  timeoutMs: MINUTE_MS,
  everyMs: 10 * MINUTE_MS,
});
