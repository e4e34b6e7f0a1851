import { z } from 'zod';
import { defineJob } from '#infra/queue';
import { MINUTE_MS, SECOND_MS } from '#kernel';

/** Counts what was stored before this release counted anything; when that is done, it finds nothing. */
export const countBacklog = defineJob({
  name: 'analytics.count-backlog',
  payload: z.object({}),
  attempts: 3,
  backoffMs: 10 * SECOND_MS,
  timeoutMs: 30 * MINUTE_MS,
  everyMs: 10 * MINUTE_MS,
});
