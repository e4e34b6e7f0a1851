import { z } from 'zod';
import { defineJob } from '#infra/queue';
import { MINUTE_MS, SECOND_MS } from '#kernel';

/** A wait in the queue is as good as a tenth of a second exact; wakes within one are one job. */
const WAKE_GRAIN_MS = 100;

/**
 * Delivers what is due of one webhook. With `dueAtMs` it is a wake for a retry: it is put with that delay, and one wake
 * does not stand for another of a later time, nor for what is due at once.
 */
export const deliverWebhook = defineJob({
  name: 'webhooks.deliver-webhook',
  payload: z.object({ webhookId: z.uuid(), dueAtMs: z.number().optional() }),
  attempts: 3,
  backoffMs: SECOND_MS,
  timeoutMs: 2 * MINUTE_MS,
  dedupeKey: ({ webhookId, dueAtMs }) =>
    dueAtMs === undefined ? webhookId : `${webhookId}@${Math.ceil(dueAtMs / WAKE_GRAIN_MS)}`,
  // A run waits for its receiver most of the time and costs nothing meanwhile. Each that hangs takes a place for some
  // seconds, and those that work must not wait for one.
  concurrency: 300,
});
