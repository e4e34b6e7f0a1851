import { z } from 'zod';
import { defineJob } from '#infra/queue';
import { BACKOFF_MS, MAX_RUNS, RUN_TIMEOUT_MS } from '../running/lease';

/** Runs one execution of an agent loop to its end. */
export const runExecution = defineJob({
  name: 'agents.run-execution',
  payload: z.object({ executionId: z.uuid() }),
  attempts: MAX_RUNS,
  backoffMs: BACKOFF_MS,
  timeoutMs: RUN_TIMEOUT_MS,
  // They wait for models and tools most of the time.
  concurrency: 16,
  dedupeKey: ({ executionId }) => executionId,
});
