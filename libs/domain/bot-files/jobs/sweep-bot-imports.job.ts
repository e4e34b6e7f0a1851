import { z } from 'zod';
import { defineJob } from '#infra/queue';
import { MINUTE_MS, SECOND_MS } from '#kernel';

/** Puts imports again whose job was lost or whose run has died. */
export const sweepBotImports = defineJob({
  name: 'bot-files.sweep-imports',
  payload: z.object({}),
  attempts: 3,
  backoffMs: SECOND_MS,
  timeoutMs: MINUTE_MS,
  everyMs: 5 * SECOND_MS,
});
