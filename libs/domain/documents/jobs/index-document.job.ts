import { z } from 'zod';
import { defineJob } from '#infra/queue';
import { MINUTE_MS } from '#kernel';
import { BACKOFF_MS, MAX_RUNS } from '../ingestion/lease';

/** Reads an uploaded document and puts it into the index. */
export const indexDocument = defineJob({
  name: 'documents.index-document',
  payload: z.object({ documentId: z.uuid() }),
  attempts: MAX_RUNS,
  backoffMs: BACKOFF_MS,
  timeoutMs: 30 * MINUTE_MS,
  // So that a long document does not hold up short ones; more would only take memory.
  concurrency: 4,
  dedupeKey: ({ documentId }) => documentId,
});
