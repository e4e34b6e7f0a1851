import { z } from 'zod';
import { defineJob } from '#infra/queue';
import { BACKOFF_MS, MAX_RUNS, RUN_TIMEOUT_MS } from '../sessions/lease';

/** Trains a bot's model from the datasets of a session. */
export const trainModel = defineJob({
  name: 'training.train-model',
  payload: z.object({ sessionId: z.uuid() }),
  attempts: MAX_RUNS,
  backoffMs: BACKOFF_MS,
  timeoutMs: RUN_TIMEOUT_MS,
  // Each takes a core and up to a gigabyte; a second one, so that a long training does not hold up all short ones.
  concurrency: 2,
  dedupeKey: ({ sessionId }) => sessionId,
});
