import type { FastifyReply } from 'fastify';
import { openAiErrors } from './openai.errors';

/** Aborts when the caller hangs up: nobody pays for words that nobody hears. */
export function callerLeaving({ raw }: FastifyReply): AbortSignal {
  const leaving = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) leaving.abort(openAiErrors.caller_left());
  });
  return leaving.signal;
}
