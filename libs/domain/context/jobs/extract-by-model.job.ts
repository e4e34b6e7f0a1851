import { z } from 'zod';
import { defineJob } from '#infra/queue';
import { MINUTE_MS, SECOND_MS } from '#kernel';

/** Has the bot's model look for entities in a turn that was answered. */
export const extractByModel = defineJob({
  name: 'context.extract-by-model',
  payload: z.object({ extractionId: z.uuid() }),
  attempts: 3,
  backoffMs: 5 * SECOND_MS,
  timeoutMs: MINUTE_MS,
  dedupeKey: ({ extractionId }) => extractionId,
  concurrency: 4,
});
