import { z } from 'zod';
import { defineJob } from '#infra/queue';
import { MINUTE_MS } from '#kernel';

/** Asks again for vectors whose job was lost or given up, and notices models that make other vectors than they did. */
export const sweepVectorsJob = defineJob({
  name: 'knowledge.sweep-vectors',
  payload: z.object({}),
  attempts: 3,
  backoffMs: 5_000,
  timeoutMs: 5 * MINUTE_MS,
  everyMs: MINUTE_MS,
});
