import { z } from 'zod';
import { defineJob } from '#infra/queue';
import { MINUTE_MS, SECOND_MS } from '#kernel';

/** Says that the outbox has rows. A lost one is made up for by the fan-out's own look, so it is not retried. */
export const fanOut = defineJob({
  name: 'events.fan-out',
  payload: z.object({}),
  attempts: 1,
  backoffMs: SECOND_MS,
  timeoutMs: 10 * MINUTE_MS,
  dedupeKey: () => 'outbox',
  concurrency: 1,
});
