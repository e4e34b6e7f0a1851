import { z } from 'zod';
import { defineJob } from '#infra/queue';
import { MINUTE_MS, SECOND_MS } from '#kernel';

/**
 * Answers what waits in one chat. With `dueAtMs` it is a wake for later: it is put with that delay, and does not stand for
 * what is due at once.
 */
export const answerChat = defineJob({
  name: 'channels.answer-chat',
  payload: z.object({ channelId: z.uuid(), chatId: z.string(), dueAtMs: z.number().optional() }),
  attempts: 3,
  backoffMs: SECOND_MS,
  timeoutMs: 10 * MINUTE_MS,
  dedupeKey: ({ channelId, chatId, dueAtMs }) => `${channelId} ${chatId}${dueAtMs === undefined ? '' : `@${dueAtMs}`}`,
  // A run waits for a model most of the time.
  concurrency: 50,
});
