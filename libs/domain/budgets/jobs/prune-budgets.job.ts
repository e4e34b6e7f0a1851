import { z } from 'zod';
import { defineJob } from '#infra/queue';
import { HOUR_MS, MINUTE_MS } from '#kernel';

/** Deletes what was used in windows that are long over, and budgets of keys that are gone. */
export const pruneBudgets = defineJob({
  name: 'budgets.prune',
  payload: z.object({}),
  attempts: 3,
  backoffMs: 10_000,
  timeoutMs: 5 * MINUTE_MS,
  everyMs: HOUR_MS,
});
