import { z } from 'zod';
import { defineJob } from '#infra/queue';
import { MINUTE_MS } from '#kernel';
import { BACKOFF_MS, MAX_RUNS } from '../../ingestion/lease';

/** Brings the documents of a web source in step with its pages, or takes them away with it. */
export const syncWebSource = defineJob({
  name: 'documents.sync-web-source',
  payload: z.object({ sourceId: z.uuid() }),
  attempts: MAX_RUNS,
  backoffMs: BACKOFF_MS,
  // A run hands over long before.
  timeoutMs: 30 * MINUTE_MS,
  // They wait for strangers' servers most of the time, but hold pages of some megabytes.
  concurrency: 4,
  dedupeKey: ({ sourceId }) => sourceId,
});
