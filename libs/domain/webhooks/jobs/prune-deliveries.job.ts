import { z } from 'zod';
import { defineJob } from '#infra/queue';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#kernel';

/** Deletes deliveries, whatever their state, that are older than the log goes back. */
export const pruneDeliveries = defineJob({
  name: 'webhooks.prune-deliveries',
  payload: z.object({}),
  attempts: 3,
  backoffMs: 10 * SECOND_MS,
  timeoutMs: 30 * MINUTE_MS,
  everyMs: HOUR_MS,
});
