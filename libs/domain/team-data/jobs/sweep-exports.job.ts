import { z } from 'zod';
import { defineJob } from '#infra/queue';
import { MINUTE_MS, SECOND_MS } from '#kernel';

/** Puts exports again whose job was lost or whose run has died, and lets archives go that are kept no longer. */
export const sweepExports = defineJob({
  name: 'team-data.sweep-exports',
  payload: z.object({}),
  attempts: 3,
  backoffMs: SECOND_MS,
  timeoutMs: MINUTE_MS,
  everyMs: 10 * SECOND_MS,
});
