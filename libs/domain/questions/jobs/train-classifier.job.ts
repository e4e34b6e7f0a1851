import { z } from 'zod';
import { defineJob } from '#infra/queue';
import { MINUTE_MS, SECOND_MS } from '#kernel';

/** Changes come in groups: they are learned together. */
export const TEACH_DELAY_MS = SECOND_MS;
/** The largest base takes seconds. */
export const TRAINING_TIMEOUT_MS = 5 * MINUTE_MS;

/** Trains the classifier of a base's questions. */
export const trainClassifierJob = defineJob({
  name: 'questions.train-classifier',
  payload: z.object({ baseId: z.uuid() }),
  attempts: 3,
  backoffMs: 5 * SECOND_MS,
  timeoutMs: TRAINING_TIMEOUT_MS,
  concurrency: 1,
  dedupeKey: ({ baseId }) => baseId,
});
