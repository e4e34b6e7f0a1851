import { z } from 'zod';
import { defineJob } from '#infra/queue';
import { MINUTE_MS, SECOND_MS } from '#kernel';

/** Asks again for trainings whose job was lost, or whose run has died or failed. */
export const sweepClassifiersJob = defineJob({
  name: 'questions.sweep-classifiers',
  payload: z.object({}),
  attempts: 3,
  backoffMs: 5 * SECOND_MS,
  timeoutMs: MINUTE_MS,
  everyMs: MINUTE_MS,
});
