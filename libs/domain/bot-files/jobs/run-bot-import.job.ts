import { z } from 'zod';
import { defineJob } from '#infra/queue';
import { BACKOFF_MS, MAX_RUNS, RUN_TIMEOUT_MS } from '../importing/lease';

/** Makes the bot of an import. */
export const runBotImport = defineJob({
  name: 'bot-files.run-import',
  payload: z.object({ importId: z.uuid() }),
  attempts: MAX_RUNS,
  backoffMs: BACKOFF_MS,
  timeoutMs: RUN_TIMEOUT_MS,
  // More would only wait for the database.
  concurrency: 2,
  dedupeKey: ({ importId }) => importId,
});
