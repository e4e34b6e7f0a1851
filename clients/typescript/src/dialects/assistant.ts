/** The assistant dialect: chats, versioned documents, files, knowledge. */
import type { AnswerOf, BodyOf } from '../calls';
import { ProcessingError } from '../errors';
import { ASSISTANT_OPERATIONS, type AssistantOperations } from '../generated/assistant.operations';
import type { operations } from '../generated/assistant.types';
import { type DialectClient, dialectOf } from '../operations';
import type { RequestOptions } from '../options';
import { ReplyStream } from '../streams/event-stream';
import { type WaitOptions, waitUntilDone } from '../uploads/wait-until-done';
import { type AssistantChatEvent, chatEvents } from './assistant-chat-stream';

export type AssistantFileStatus = AnswerOf<operations['getStatusOfFile']>;

const Base: new (...args: ConstructorParameters<typeof DialectClient>) => DialectClient & AssistantOperations =
  dialectOf<AssistantOperations>(ASSISTANT_OPERATIONS);

export class AssistantClient extends Base {
  /**
   * Starts a chat, or goes on with `chat_id`; the answer comes as it is written. When the connection breaks, the rest is
   * read from the history as soon as the answer is there.
   */
  streamChat(
    { chat_id, body }: { chat_id?: string; body: BodyOf<operations['startChat']> },
    options: RequestOptions = {},
  ): ReplyStream<AssistantChatEvent, { chat_id: string; message_id?: string }> {
    const start = (signal: AbortSignal) => chatEvents(this.transport, chat_id, body, { ...options, signal });
    return new ReplyStream<AssistantChatEvent, { chat_id: string; message_id?: string }>(start, options.signal, {
      textOf: (event) => (event.type === 'text' ? event.content : undefined),
      answerOf: (event) => (event.type === 'done' ? event : undefined),
    });
  }

  /** Uploads a file, and waits until it is found. */
  async uploadAndProcess(
    { body }: { body: BodyOf<operations['uploadFile']> },
    options: WaitOptions<AssistantFileStatus> = {},
  ): Promise<AssistantFileStatus> {
    const { onProgress: _, timeoutMs: __, ...request } = options;
    const { id } = await this.uploadFile({ body }, request);
    return this.waitUntilReady({ file_id: id }, options);
  }

  /** @throws ProcessingError when it failed; TimeoutError when it is not processed in time */
  async waitUntilReady(
    at: { file_id: string },
    options: WaitOptions<AssistantFileStatus> = {},
  ): Promise<AssistantFileStatus> {
    const { onProgress: _, timeoutMs: __, ...request } = options;
    const file = await waitUntilDone(
      () => this.getStatusOfFile(at, request),
      ({ status }) => status !== 'processing',
      options,
    );
    if (file.status === 'completed') return file;
    throw new ProcessingError(file.error ?? 'The file could not be processed.', { body: file });
  }
}
