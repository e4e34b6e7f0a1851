import { z } from 'zod';
import { defineJob } from '#infra/queue';
import { MINUTE_MS, SECOND_MS } from '#kernel';

/** Begins what schedules have due, and puts executions and callbacks again whose job was lost or whose run has died. */
export const sweepAgents = defineJob({
  name: 'agents.sweep',
  payload: z.object({}),
  attempts: 3,
  backoffMs: SECOND_MS,
  timeoutMs: MINUTE_MS,
  everyMs: 5 * SECOND_MS,
});
