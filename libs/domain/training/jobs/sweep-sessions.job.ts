import { z } from 'zod';
import { defineJob } from '#infra/queue';
import { MINUTE_MS, SECOND_MS } from '#kernel';

/** Puts trainings again whose job was lost or whose run has died. */
export const sweepSessions = defineJob({
  name: 'training.sweep-sessions',
  payload: z.object({}),
  attempts: 3,
  backoffMs: SECOND_MS,
  timeoutMs: MINUTE_MS,
  everyMs: 5 * SECOND_MS,
});
