/** The support dialect: conversations with end users, articles, analytics. */
import type { AnswerOf, BodyOf } from '../calls';
import { SUPPORT_OPERATIONS, type SupportOperations } from '../generated/support.operations';
import type { operations } from '../generated/support.types';
import { jsonBody } from '../http/bodies';
import type { Request, Transport } from '../http/transport';
import { type DialectClient, dialectOf } from '../operations';
import type { RequestOptions } from '../options';
import { keyCredential } from '../session/credential';
import { ReplyStream } from '../streams/event-stream';
import { follow } from '../streams/follow';
import { askedOnce, resumedEvents, type StreamSource } from '../streams/resumed-events';
import { EVENT_STREAM, type EventsOf, namedEvent } from '../streams/source-of';

export type SupportAnswer = AnswerOf<operations['createConversationOrSendMessage']>;
export type SupportMessage = AnswerOf<operations['getConversation']>['messages'][number];

/** `delta`s, joined, are the response; `withdrawn` takes the place of `done` when a person takes over. */
export type SupportReplyEvent = EventsOf<operations['createConversationOrSendMessage']>;
export type SupportConversationEvent = EventsOf<operations['followConversation']>;
export type SupportStarted = Extract<SupportReplyEvent, { type: 'started' }>['data'];

const CONVERSATIONS = '/api/v1/conversations';

const Base: new (...args: ConstructorParameters<typeof DialectClient>) => DialectClient & SupportOperations =
  dialectOf<SupportOperations>(SUPPORT_OPERATIONS);

export class SupportClient extends Base {
  /** Sends a message; the answer comes as it is written. A connection that breaks is taken up again where it was. */
  streamReply(
    { body }: { body: BodyOf<operations['createConversationOrSendMessage']> },
    options: RequestOptions = {},
  ): ReplyStream<SupportReplyEvent, SupportAnswer> {
    const start = (signal: AbortSignal) =>
      resumedEvents(replySource(this.transport, body, { ...options, signal }), signal);
    return new ReplyStream<SupportReplyEvent, SupportAnswer>(start, options.signal, {
      textOf: (event) => (event.type === 'delta' ? event.data.text : undefined),
      answerOf: (event) => (event.type === 'done' || event.type === 'withdrawn' ? event.data : undefined),
    });
  }

  /** All that is said in a conversation after a position, and who answers in it, as long as you listen. */
  followConversation(
    { conversation_id, after, include }: { conversation_id: string; after?: number; include?: readonly 'system'[] },
    options: RequestOptions = {},
  ) {
    const query = new URLSearchParams({ after: String(after ?? 0) });
    for (const one of include ?? []) query.append('include', one);
    const path = `${CONVERSATIONS}/${encodeURIComponent(conversation_id)}/events?${query}`;
    return follow<SupportConversationEvent>(this.transport, path, () => false, options);
  }
}

/** A visitor asks with the public key, and comes back with the token that the first event tells. */
function replySource(transport: Transport, body: object, options: RequestOptions): StreamSource<SupportReplyEvent> {
  let begun: SupportStarted | undefined;
  const ask: Request = {
    method: 'POST',
    path: CONVERSATIONS,
    body: jsonBody({ ...body, stream: true }),
    accept: EVENT_STREAM,
    options,
  };
  const resume = (lastEventId: string, { conversation_id, message_id, conversation_token }: SupportStarted) =>
    transport.open({
      method: 'GET',
      path: `${CONVERSATIONS}/${encodeURIComponent(conversation_id)}/replies/${encodeURIComponent(message_id)}`,
      accept: EVENT_STREAM,
      headers: { 'Last-Event-ID': lastEventId },
      options: { ...options, ...(conversation_token ? { credential: keyCredential(conversation_token) } : {}) },
    });
  const open = askedOnce(
    () => transport.open(ask),
    (lastEventId) => resume(lastEventId, begun as SupportStarted),
  );
  return {
    open: (lastEventId) => open(begun ? lastEventId : undefined),
    read: (event, response) => {
      const read = namedEvent<SupportReplyEvent>(event, response);
      if (read.type === 'started') begun = read.data;
      return read;
    },
    isLast: ({ type }) => type === 'done' || type === 'withdrawn',
  };
}
