import { z } from 'zod';
import { defineJob } from '#infra/queue';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#kernel';

/** Deletes rows that everyone has long heard. */
export const pruneOutbox = defineJob({
  name: 'events.prune-outbox',
  payload: z.object({}),
  attempts: 3,
  backoffMs: 10 * SECOND_MS,
  timeoutMs: 10 * MINUTE_MS,
  everyMs: HOUR_MS,
});
