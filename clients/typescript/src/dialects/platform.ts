/** The main API: https://.../docs, `platform`. */
import type { AnswerOf, ArgumentsOf, BodyOf } from '../calls';
import { ProcessingError } from '../errors';
import { PLATFORM_OPERATIONS, type PlatformOperations } from '../generated/platform.operations';
import type { operations } from '../generated/platform.types';
import { jsonBody } from '../http/bodies';
import { type DialectClient, dialectOf } from '../operations';
import type { RequestOptions } from '../options';
import { ReplyStream } from '../streams/event-stream';
import { follow } from '../streams/follow';
import { askedOnce, resumedEvents, type StreamSource } from '../streams/resumed-events';
import { EVENT_STREAM, type EventsOf, namedEvent } from '../streams/source-of';
import { type WaitOptions, waitUntilDone } from '../uploads/wait-until-done';

export type PlatformReply = AnswerOf<operations['sendMessageToChatbot']>['data'];
export type PlatformDocument = AnswerOf<operations['getDocument']>['data'];
export type PlatformExecution = AnswerOf<operations['getExecution']>['data'];
export type PlatformEscalation = AnswerOf<operations['getEscalation']>['data'];

/** `delta`s, joined, are the text; `withdrawn` takes the place of `done` when a person takes over. */
export type PlatformReplyEvent = EventsOf<operations['sendMessageToChatbot']>;
export type PlatformExecutionEvent = EventsOf<operations['followExecution']>;
export type PlatformEscalationEvent = EventsOf<operations['followEscalations']>;

type Asking = ArgumentsOf<operations['sendMessageToChatbot']>;
type Uploading = ArgumentsOf<operations['addDocument']>;

const ENDED = new Set<string>(['completed', 'failed', 'timeout', 'cancelled']);

const Base: new (...args: ConstructorParameters<typeof DialectClient>) => DialectClient & PlatformOperations =
  dialectOf<PlatformOperations>(PLATFORM_OPERATIONS);

export class PlatformClient extends Base {
  /** Sends a message; the reply comes as it is written. A connection that breaks is taken up again where it was. */
  streamReply({ id, body, explain }: Asking, options: RequestOptions = {}) {
    const path = `/api/v1/chatbots/${encodeURIComponent(id)}/conversation`;
    const query = explain === undefined ? '' : `?explain=${explain}`;
    const start = (signal: AbortSignal) => {
      const common = { accept: EVENT_STREAM, options: { ...options, signal } };
      const asked = { ...common, method: 'POST', path: path + query, body: jsonBody({ ...body, stream: true }) };
      const source: StreamSource<PlatformReplyEvent> = {
        open: askedOnce(
          () => this.transport.open(asked),
          (id) => this.transport.open({ ...common, method: 'GET', path, headers: { 'Last-Event-ID': id } }),
        ),
        read: namedEvent,
        isLast: ({ type }) => type === 'done' || type === 'withdrawn',
      };
      return resumedEvents(source, signal);
    };
    return new ReplyStream<PlatformReplyEvent, PlatformReply>(start, options.signal, {
      textOf: (event) => (event.type === 'delta' ? event.data.text : undefined),
      answerOf: (event) => (event.type === 'done' || event.type === 'withdrawn' ? event.data : undefined),
    });
  }

  /** What an agent does, until it has ended. */
  followExecution({ id, executionId }: { id: string; executionId: string }, options: RequestOptions = {}) {
    const path = `/api/v1/agent-loops/${encodeURIComponent(id)}/executions/${encodeURIComponent(executionId)}/events`;
    return follow<PlatformExecutionEvent>(
      this.transport,
      path,
      ({ type, data }) => type === 'status' && ENDED.has(data.status),
      options,
    );
  }

  /** Conversations that wait for a person, as long as you listen. After a break it begins with the list of all that are open. */
  followEscalations(options: RequestOptions = {}) {
    return follow<PlatformEscalationEvent>(this.transport, '/api/v1/escalations/stream', () => false, options);
  }

  /** Uploads a document of a chatbot, and waits until the chatbot knows it. */
  async uploadDocument(
    { chatbotId, body }: Uploading & { body: Extract<BodyOf<operations['addDocument']>, { file: unknown }> },
    options: WaitOptions<PlatformDocument> = {},
  ): Promise<PlatformDocument> {
    const { onProgress: _, timeoutMs: __, ...request } = options;
    const { data } = await this.addDocument({ chatbotId, body }, request);
    return this.waitUntilReady({ chatbotId, id: data.id }, options);
  }

  /** @throws ProcessingError when it failed or was cancelled; TimeoutError when it is not ready in time */
  async waitUntilReady(
    at: { chatbotId: string; id: string },
    options: WaitOptions<PlatformDocument> = {},
  ): Promise<PlatformDocument> {
    const { onProgress: _, timeoutMs: __, ...request } = options;
    const read = async () => (await this.getDocument(at, request)).data;
    const document = await waitUntilDone(read, ({ status }) => !['queued', 'running'].includes(status), options);
    if (document.status === 'ready') return document;
    const { code, message = `The document is ${document.status}.` } = document.error ?? {};
    throw new ProcessingError(message, { code, body: document });
  }
}
