import { z } from 'zod';
import { defineJob } from '#infra/queue';
import { MINUTE_MS, SECOND_MS } from '#kernel';

/** Deletes blobs whose documents have gone, or were never stored. */
export const sweepBlobs = defineJob({
  name: 'documents.sweep-blobs',
  payload: z.object({}),
  attempts: 3,
  backoffMs: 5 * SECOND_MS,
  timeoutMs: 10 * MINUTE_MS,
  everyMs: 15 * SECOND_MS,
});
