import { z } from 'zod';
import { defineJob } from '#infra/queue';
import { MINUTE_MS, SECOND_MS } from '#kernel';

/** Gives escalations that wait to agents, also those whose agent has left or does not accept. */
export const sweepEscalations = defineJob({
  name: 'chats.sweep-escalations',
  payload: z.object({}),
  attempts: 3,
  backoffMs: 1_000,
  timeoutMs: 5 * MINUTE_MS,
  everyMs: 30 * SECOND_MS,
});
