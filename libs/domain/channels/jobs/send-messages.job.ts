import { z } from 'zod';
import { defineJob } from '#infra/queue';
import { MINUTE_MS, SECOND_MS } from '#kernel';

/** Sends what waits of one conversation; `dueAtMs` as in `answerChat`. */
export const sendMessages = defineJob({
  name: 'channels.send-messages',
  payload: z.object({ channelId: z.uuid(), conversationId: z.uuid(), dueAtMs: z.number().optional() }),
  attempts: 3,
  backoffMs: SECOND_MS,
  timeoutMs: 5 * MINUTE_MS,
  dedupeKey: ({ conversationId, dueAtMs }) => `${conversationId}${dueAtMs === undefined ? '' : `@${dueAtMs}`}`,
  // A run waits for a platform most of the time.
  concurrency: 50,
});
