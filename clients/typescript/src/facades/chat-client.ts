/** The published calls of the support dialect: `new ChatClient({ apiKey, environment }).sendMessage({ message, userId })`. */
import type { BodyOf } from '../calls';
import type { SupportAnswer, SupportClient } from '../dialects/support';
import type { operations } from '../generated/support.types';
import type { ClientOptions, RequestOptions } from '../options';
import { Parley } from '../parley';
import { keyCredential } from '../session/credential';
import { EventStream } from '../streams/event-stream';
import { addressOf, type Environments, serverAddress } from './server-address';

export interface ChatClientOptions extends ClientOptions {
  /** `production` unless given; see `environments`. An address will do as well. `baseUrl` goes before it. */
  environment?: string;
  /** Addresses by your own names. */
  environments?: Environments;
}

export interface OutgoingMessage {
  message: string;
  /** The end user, in your own words. */
  userId: string;
  /** The conversation to go on with. Without it one is begun. */
  conversationId?: string;
  channel?: string;
  metadata?: Record<string, unknown>;
}

export interface ChatReply {
  answer: string;
  /** Probability that the answer is right, 0 to 1. */
  confidence: number;
  conversationId: string;
  /** Null for a notice, as that a person will answer. */
  messageId: string | null;
  /** Ids of the articles that it rests on, best first. */
  sources: string[];
  citations: NonNullable<SupportAnswer['citations']>;
  /** Whether a person is waited for, or answers. */
  escalated: boolean;
  timestamp: string;
  /** Of a conversation that was begun with a public key: keep it beside the id to go on after the page was left. */
  conversationToken?: string;
}

export type ChatReplyEvent = { type: 'text'; text: string } | { type: 'done'; reply: ChatReply };

export class ChatClient {
  private readonly support: SupportClient;
  /** Of conversations that were begun with a public key, which does not open them again. */
  private readonly tokens = new Map<string, string>();

  constructor({ environment = 'production', environments, ...options }: ChatClientOptions) {
    const { baseUrl } = options;
    const address = baseUrl === undefined ? addressOf(environment, environments) : serverAddress(baseUrl);
    this.support = new Parley({ ...options, baseUrl: address }).support;
  }

  async sendMessage(message: OutgoingMessage, options: RequestOptions = {}): Promise<ChatReply> {
    const within = this.within(message.conversationId, options);
    const answer = await this.support.createConversationOrSendMessage({ body: bodyOf(message) }, within);
    this.keepToken(answer);
    return toReply(answer, this.tokens.get(answer.conversation_id));
  }

  /** The same, as it is written: events `text`, and `done` with the reply. */
  streamMessage(message: OutgoingMessage, options: RequestOptions = {}): EventStream<ChatReplyEvent> {
    const within = this.within(message.conversationId, options);
    return new EventStream((signal) => this.replyEvents(message, { ...within, signal }), options.signal);
  }

  /** What was said, oldest first, and how the conversation stands. */
  getConversation(conversationId: string, options: RequestOptions = {}) {
    const within = this.within(conversationId, options);
    return this.support.getConversation({ conversation_id: conversationId }, within);
  }

  /** Everything that is said from now on, also by people, as long as you listen. */
  followConversation(conversationId: string, { after = 0, ...options }: RequestOptions & { after?: number } = {}) {
    const within = this.within(conversationId, options);
    return this.support.followConversation({ conversation_id: conversationId, after }, within);
  }

  /** @param rating from 1 to 5 */
  submitFeedback(
    {
      conversationId,
      rating,
      comment,
      messageId,
    }: {
      conversationId: string;
      rating: number;
      comment?: string;
      messageId?: string;
    },
    options: RequestOptions = {},
  ) {
    const body = {
      rating,
      ...(comment === undefined ? {} : { comment }),
      ...(messageId === undefined ? {} : { message_id: messageId }),
    };
    const within = this.within(conversationId, options);
    return this.support.submitFeedback({ conversation_id: conversationId, body }, within);
  }

  /** Asks for a person. */
  escalate(conversationId: string, options: RequestOptions = {}) {
    return this.support.askForPerson({ conversation_id: conversationId }, this.within(conversationId, options));
  }

  resolve(conversationId: string, options: RequestOptions = {}) {
    return this.support.resolveConversation({ conversation_id: conversationId }, this.within(conversationId, options));
  }

  /** Adds an article that answers may rest on; with `article_id` it is written anew. */
  writeArticle(body: BodyOf<operations['addOrUpdateArticle']>, options?: RequestOptions) {
    return this.support.addOrUpdateArticle({ body }, options);
  }

  /** Goes on with a conversation that was begun with a public key, on an earlier page. */
  useToken(conversationId: string, conversationToken: string): void {
    this.tokens.set(conversationId, conversationToken);
  }

  private async *replyEvents(
    message: OutgoingMessage,
    options: RequestOptions,
  ): AsyncGenerator<ChatReplyEvent, void, undefined> {
    for await (const event of this.support.streamReply({ body: bodyOf(message) }, options)) {
      if (event.type === 'started') this.keepToken(event.data);
      if (event.type === 'delta') yield { type: 'text', text: event.data.text };
      if (event.type === 'done' || event.type === 'withdrawn')
        yield { type: 'done', reply: toReply(event.data, this.tokens.get(event.data.conversation_id)) };
    }
  }

  private within(conversationId: string | undefined, options: RequestOptions): RequestOptions {
    const token = conversationId === undefined ? undefined : this.tokens.get(conversationId);
    return token === undefined ? options : { credential: keyCredential(token), ...options };
  }

  private keepToken(begun: { conversation_id: string; conversation_token?: string }): void {
    if (begun.conversation_token) this.useToken(begun.conversation_id, begun.conversation_token);
  }
}

function bodyOf({ message, userId, conversationId, channel, metadata }: OutgoingMessage) {
  return {
    message,
    user_id: userId,
    ...(conversationId === undefined ? {} : { conversation_id: conversationId }),
    ...(channel === undefined ? {} : { channel }),
    ...(metadata === undefined ? {} : { metadata }),
  };
}

/** A stream that was taken up again does not tell the token. */
function toReply(answer: SupportAnswer, conversationToken: string | undefined): ChatReply {
  return {
    answer: answer.response,
    confidence: answer.confidence,
    conversationId: answer.conversation_id,
    messageId: answer.message_id ?? null,
    sources: answer.sources,
    citations: answer.citations ?? [],
    escalated: answer.escalated,
    timestamp: answer.timestamp,
    ...(conversationToken === undefined ? {} : { conversationToken }),
  };
}
