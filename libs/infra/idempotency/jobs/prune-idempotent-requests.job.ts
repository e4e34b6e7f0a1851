import { z } from 'zod';
import { defineJob } from '#infra/queue';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#kernel';

/** Deletes answers that are not told again any more. */
export const pruneIdempotentRequests = defineJob({
  name: 'idempotency.prune',
  payload: z.object({}),
  attempts: 3,
  backoffMs: 10 * SECOND_MS,
  timeoutMs: 10 * MINUTE_MS,
  everyMs: HOUR_MS,
});
