import { z } from 'zod';
import { defineJob } from '#infra/queue';
import { HOUR_MS, MINUTE_MS } from '#kernel';

/** Takes the words of deleted passages out of the index, which merges alone might never do. */
export const purgeSegmentsJob = defineJob({
  name: 'knowledge.purge-segments',
  payload: z.object({}),
  attempts: 3,
  backoffMs: MINUTE_MS,
  timeoutMs: 30 * MINUTE_MS,
  concurrency: 1,
  everyMs: HOUR_MS,
});
