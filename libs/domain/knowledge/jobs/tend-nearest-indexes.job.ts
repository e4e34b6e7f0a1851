import { z } from 'zod';
import { defineJob } from '#infra/queue';
import { HOUR_MS, MINUTE_MS } from '#kernel';

/** Makes and drops the indexes of nearest vectors as spaces grow and shrink. */
export const tendNearestIndexesJob = defineJob({
  name: 'knowledge.tend-nearest-indexes',
  payload: z.object({}),
  attempts: 1,
  backoffMs: MINUTE_MS,
  timeoutMs: 6 * HOUR_MS,
  concurrency: 1,
  everyMs: 10 * MINUTE_MS,
});
