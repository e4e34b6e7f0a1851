import { z } from 'zod';
import { defineJob } from '#infra/queue';
import { MINUTE_MS, SECOND_MS } from '#kernel';

/** Puts imports again whose job was lost or whose run has died, and lets go of files that are kept no longer. */
export const sweepImports = defineJob({
  name: 'transfers.sweep-imports',
  payload: z.object({}),
  attempts: 3,
  backoffMs: SECOND_MS,
  timeoutMs: MINUTE_MS,
  everyMs: 5 * SECOND_MS,
});
