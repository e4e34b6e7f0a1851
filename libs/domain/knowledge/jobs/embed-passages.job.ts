import { z } from 'zod';
import { defineJob } from '#infra/queue';
import { HOUR_MS, SECOND_MS } from '#kernel';

/** Whoever writes little embeds it himself at once; the job then finds nothing to do. */
export const EMBED_DELAY_MS = SECOND_MS;

/** Gives the passages of a base their vectors. */
export const embedPassagesJob = defineJob({
  name: 'knowledge.embed-passages',
  payload: z.object({ baseId: z.uuid() }),
  attempts: 5,
  backoffMs: 5 * SECOND_MS,
  timeoutMs: 6 * HOUR_MS,
  concurrency: 2,
  dedupeKey: ({ baseId }) => baseId,
});
