import { z } from 'zod';
import { defineJob } from '#infra/queue';
import { MINUTE_MS, SECOND_MS } from '#kernel';

/** Puts jobs again that were lost: of webhooks that something is due for, and of notices. */
export const sweepDeliveries = defineJob({
  name: 'webhooks.sweep-deliveries',
  payload: z.object({}),
  attempts: 3,
  backoffMs: SECOND_MS,
  timeoutMs: MINUTE_MS,
  everyMs: MINUTE_MS,
});
