/**
 * Streams of the assistant dialect have no ids to come back to. But the chat is known from the head of the answer, and the
 * answer is stored whether somebody reads along or not; so after a break the rest is taken from the history.
 */
import type { AnswerOf } from '../calls';
import { ConnectionError, type ParleyError } from '../errors';
import type { operations } from '../generated/assistant.types';
import { jsonBody } from '../http/bodies';
import { errorOfFrame } from '../http/error-of';
import { backoffMs, isBreak } from '../http/retry';
import type { Transport } from '../http/transport';
import { wait } from '../http/waiting';
import type { RequestOptions } from '../options';
import { IDLE_MS } from '../streams/resumed-events';
import { readEvents } from '../streams/server-sent-events';
import { EVENT_STREAM } from '../streams/source-of';

type Usage = AnswerOf<operations['startChat']>['usage'];
type History = AnswerOf<operations['getHistoryOfChat']>;

export type AssistantChatEvent =
  | { type: 'text'; content: string }
  /** `usage` is not known when the end was read from the history. */
  | { type: 'done'; chat_id: string; message_id?: string; usage?: Usage };

/** What the longest answers take; the history is asked so long. */
const STORED_LIMIT_MS = 300_000;
/** Fewer than half of what the smallest plan allows. */
const LONGEST_PAUSE_MS = 1_500;

export async function* chatEvents(
  transport: Transport,
  chatId: string | undefined,
  body: object,
  options: RequestOptions & { signal: AbortSignal },
): AsyncGenerator<AssistantChatEvent, void, undefined> {
  const path = chatId === undefined ? '/api/chat' : `/api/chat/${encodeURIComponent(chatId)}/messages`;
  const asked = jsonBody({ ...body, stream: true });
  const response = await transport.open({ method: 'POST', path, body: asked, accept: EVENT_STREAM, options });
  let told = '';
  let broken: ParleyError = new ConnectionError('The stream ended before its time.');
  try {
    for await (const { data } of readEvents(response, IDLE_MS, options.signal)) {
      const event = eventOf(data, response);
      if (event.type === 'text') told += event.content;
      yield event;
      if (event.type === 'done') return;
    }
  } catch (error) {
    if (!isBreak(error)) throw error;
    broken = error;
  }
  const begun = chatId ?? response.headers.get('x-chat-id');
  if (!begun) throw broken;
  const reply = await storedReply(transport, begun, told, options, broken);
  if (reply.content.length > told.length) yield { type: 'text', content: reply.content.slice(told.length) };
  yield { type: 'done', chat_id: begun, message_id: reply.id };
}

function eventOf(data: string, response: Response): AssistantChatEvent {
  const event = JSON.parse(data) as AssistantChatEvent | { type: 'error' };
  if (event.type !== 'error') return event;
  throw errorOfFrame(event, response.headers.get('x-request-id') ?? undefined);
}

async function storedReply(
  transport: Transport,
  chatId: string,
  told: string,
  options: RequestOptions & { signal: AbortSignal },
  broken: ParleyError,
): Promise<History['messages'][number]> {
  const path = `/api/chat/${encodeURIComponent(chatId)}/history`;
  const endMs = Date.now() + STORED_LIMIT_MS;
  for (let attempt = 0; Date.now() < endMs; attempt++) {
    const { messages } = await transport.send(
      { method: 'GET', path, options },
      (answer) => answer.json() as Promise<History>,
    );
    const replies = repliesIn(messages);
    const reply = replies.find(({ content }) => content.startsWith(told));
    if (reply) return reply;
    // A person has taken over, and what was told before was not kept.
    if (replies.length > 0) throw broken;
    // Without chance: nobody else waits for this answer.
    await wait(Math.min(LONGEST_PAUSE_MS, backoffMs(attempt, 0.5)), options.signal);
  }
  throw broken;
}

/** To the newest question; none while it is being answered. */
function repliesIn(messages: History['messages']): History['messages'] {
  const asked = messages.map(({ role }) => role).lastIndexOf('user');
  return messages.slice(asked + 1).filter(({ role }) => role === 'assistant');
}
