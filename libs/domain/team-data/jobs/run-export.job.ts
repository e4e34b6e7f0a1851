import { z } from 'zod';
import { defineJob } from '#infra/queue';
import { BACKOFF_MS, MAX_RUNS, RUN_TIMEOUT_MS } from '../exports/lease';

/** Writes everything that a team owns into an archive. */
export const runExport = defineJob({
  name: 'team-data.run-export',
  payload: z.object({ exportId: z.uuid() }),
  attempts: MAX_RUNS,
  backoffMs: BACKOFF_MS,
  timeoutMs: RUN_TIMEOUT_MS,
  // More would only wait for the database.
  concurrency: 2,
  dedupeKey: ({ exportId }) => exportId,
});
