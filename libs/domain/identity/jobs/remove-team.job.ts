import { z } from 'zod';
import { defineJob } from '#infra/queue';
import { MINUTE_MS, SECOND_MS } from '#kernel';

/** Removes what a deleted team has left. A run that is cut off keeps what it has done; the sweep puts the job again. */
export const removeTeam = defineJob({
  name: 'identity.remove-team',
  payload: z.object({ teamId: z.uuid() }),
  attempts: 5,
  backoffMs: 10 * SECOND_MS,
  timeoutMs: 30 * MINUTE_MS,
  dedupeKey: ({ teamId }) => teamId,
  concurrency: 1,
});
