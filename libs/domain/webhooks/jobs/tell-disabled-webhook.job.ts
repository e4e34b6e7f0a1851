import { z } from 'zod';
import { defineJob } from '#infra/queue';
import { MINUTE_MS, SECOND_MS } from '#kernel';

/** Tells a team that its webhook was switched off. The sweep puts it again until somebody has been told. */
export const tellDisabledWebhook = defineJob({
  name: 'webhooks.tell-disabled',
  payload: z.object({ webhookId: z.uuid() }),
  attempts: 5,
  backoffMs: 10 * SECOND_MS,
  timeoutMs: 2 * MINUTE_MS,
  dedupeKey: ({ webhookId }) => webhookId,
  concurrency: 3,
});
