import { z } from 'zod';
import { defineJob } from '#infra/queue';
import { MINUTE_MS } from '#kernel';

/** Makes the segments of a base's lexical index few again. */
export const mergeSegmentsJob = defineJob({
  name: 'knowledge.merge-segments',
  payload: z.object({ baseId: z.uuid() }),
  attempts: 3,
  backoffMs: 5_000,
  timeoutMs: 10 * MINUTE_MS,
  concurrency: 1,
  dedupeKey: ({ baseId }) => baseId,
});
