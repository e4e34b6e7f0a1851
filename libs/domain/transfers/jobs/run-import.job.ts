import { z } from 'zod';
import { defineJob } from '#infra/queue';
import { BACKOFF_MS, MAX_RUNS, RUN_TIMEOUT_MS } from '../imports/lease';

/** Writes the file of an import into its base. */
export const runImport = defineJob({
  name: 'transfers.run-import',
  payload: z.object({ importId: z.uuid() }),
  attempts: MAX_RUNS,
  backoffMs: BACKOFF_MS,
  timeoutMs: RUN_TIMEOUT_MS,
  // So that a long import does not hold up all short ones; more would only wait for the database.
  concurrency: 2,
  dedupeKey: ({ importId }) => importId,
});
