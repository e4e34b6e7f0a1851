import { z } from 'zod';
import { defineJob } from '#infra/queue';
import { MINUTE_MS, SECOND_MS } from '#kernel';

/** Tells the callback of a loop what came of an execution. When it is tried again stands on the execution's row. */
export const sendCallback = defineJob({
  name: 'agents.send-callback',
  payload: z.object({ executionId: z.uuid() }),
  attempts: 3,
  backoffMs: SECOND_MS,
  timeoutMs: MINUTE_MS,
  dedupeKey: ({ executionId }) => executionId,
});
