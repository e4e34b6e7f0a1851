/** The published calls of the assistant dialect: `new ChatbotAPI({ apiKey, baseURL }).chat.send({ message })`. */
import type { AnswerOf, ArgumentsOf, BodyOf } from '../calls';
import type { AssistantClient, AssistantFileStatus } from '../dialects/assistant';
import type { AssistantChatEvent } from '../dialects/assistant-chat-stream';
import type { operations } from '../generated/assistant.types';
import type { ClientOptions, RequestOptions } from '../options';
import { Parley } from '../parley';
import type { ReplyStream } from '../streams/event-stream';
import type { Upload } from '../uploads/upload';
import type { WaitOptions } from '../uploads/wait-until-done';
import { serverAddress } from './server-address';

export interface ChatbotAPIOptions extends Omit<ClientOptions, 'baseUrl'> {
  /** Where Parley runs; an `/api` at its end does no harm. */
  baseURL?: string | undefined;
}

export interface SendOptions extends Omit<BodyOf<operations['startChat']>, 'stream'> {
  /** The chat to go on with: the `id` of an answer. Without it a chat is begun. */
  chatId?: string;
}

export type ChatAnswer = AnswerOf<operations['startChat']>;
export type ChatStream = ReplyStream<AssistantChatEvent, { chat_id: string; message_id?: string }>;

export class ChatbotAPI {
  readonly chat: Chat;
  readonly documents: Documents;
  readonly files: Files;
  readonly knowledge: Knowledge;

  constructor({ baseURL, ...options }: ChatbotAPIOptions) {
    const { assistant } = new Parley({
      ...options,
      ...(baseURL === undefined ? {} : { baseUrl: serverAddress(baseURL) }),
    });
    this.chat = new Chat(assistant);
    this.documents = new Documents(assistant);
    this.files = new Files(assistant);
    this.knowledge = new Knowledge(assistant);
  }
}

class Chat {
  constructor(private readonly assistant: AssistantClient) {}

  /** The answer has the text in `message`. With `stream`, what it gives is gone over: `for await (const { content } of ...)`. */
  send(message: SendOptions & { stream: true }, options?: RequestOptions): Promise<ChatStream>;
  send(message: SendOptions & { stream?: false }, options?: RequestOptions): Promise<ChatAnswer>;
  send(message: SendOptions & { stream?: boolean }, options?: RequestOptions): Promise<ChatAnswer | ChatStream>;
  async send({ chatId, stream, ...body }: SendOptions & { stream?: boolean }, options: RequestOptions = {}) {
    if (stream)
      return this.assistant.streamChat({ body, ...(chatId === undefined ? {} : { chat_id: chatId }) }, options);
    if (chatId === undefined) return this.assistant.startChat({ body }, options);
    return this.assistant.continueChat({ chat_id: chatId, body }, options);
  }

  /** Everything that was said, oldest first. */
  history(chatId: string, options?: RequestOptions) {
    return this.assistant.getHistoryOfChat({ chat_id: chatId }, options);
  }

  complete(chatId: string, options?: RequestOptions) {
    return this.assistant.completeChat({ chat_id: chatId }, options);
  }
}

class Documents {
  constructor(private readonly assistant: AssistantClient) {}

  create(body: BodyOf<operations['createDocument']>, options?: RequestOptions) {
    return this.assistant.createDocument({ body }, options);
  }

  /** Makes a new version. */
  update(documentId: string, body: BodyOf<operations['updateDocument']>, options?: RequestOptions) {
    return this.assistant.updateDocument({ document_id: documentId, body }, options);
  }

  get(documentId: string, options?: RequestOptions) {
    return this.assistant.getDocument({ document_id: documentId }, options);
  }

  /** `await` gives one page, `for await` all documents. */
  list(filter: ArgumentsOf<operations['listDocuments']> = {}, options?: RequestOptions) {
    return this.assistant.listDocuments(filter, options);
  }
}

class Files {
  constructor(private readonly assistant: AssistantClient) {}

  upload(file: Upload, details: Omit<BodyOf<operations['uploadFile']>, 'file'> = {}, options?: RequestOptions) {
    return this.assistant.uploadFile({ body: { ...details, file } }, options);
  }

  status(fileId: string, options?: RequestOptions) {
    return this.assistant.getStatusOfFile({ file_id: fileId }, options);
  }

  waitUntilReady(fileId: string, options?: WaitOptions<AssistantFileStatus>) {
    return this.assistant.waitUntilReady({ file_id: fileId }, options);
  }

  list(filter: ArgumentsOf<operations['listFiles']> = {}, options?: RequestOptions) {
    return this.assistant.listFiles(filter, options);
  }

  delete(fileId: string, options?: RequestOptions) {
    return this.assistant.deleteFile({ file_id: fileId }, options);
  }
}

class Knowledge {
  constructor(private readonly assistant: AssistantClient) {}

  add(body: BodyOf<operations['addKnowledge']>, options?: RequestOptions) {
    return this.assistant.addKnowledge({ body }, options);
  }

  search(body: BodyOf<operations['searchKnowledge']>, options?: RequestOptions) {
    return this.assistant.searchKnowledge({ body }, options);
  }
}
