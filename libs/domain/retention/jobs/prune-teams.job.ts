import { z } from 'zod';
import { defineJob } from '#infra/queue';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#kernel';

/** Removes what teams keep no longer. A run that is cut off keeps what it has done. */
export const pruneTeams = defineJob({
  name: 'retention.prune-teams',
  payload: z.object({}),
  attempts: 3,
  backoffMs: 10 * SECOND_MS,
  timeoutMs: 50 * MINUTE_MS,
  everyMs: HOUR_MS,
  concurrency: 1,
});
