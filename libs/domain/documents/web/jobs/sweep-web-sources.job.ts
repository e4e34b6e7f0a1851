import { z } from 'zod';
import { defineJob } from '#infra/queue';
import { MINUTE_MS, SECOND_MS } from '#kernel';

/** Begins syncs that are due, and puts those again whose job was lost or whose run has died. */
export const sweepWebSources = defineJob({
  name: 'documents.sweep-web-sources',
  payload: z.object({}),
  attempts: 3,
  backoffMs: SECOND_MS,
  timeoutMs: MINUTE_MS,
  everyMs: 5 * SECOND_MS,
});
