import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { BotLookup } from '#domain/bots';
import { Config } from '#infra/config';
import { Database } from '#infra/database';
import { Outbox } from '#infra/events';
import { type Actor, Clock, isUuid, opensBot } from '#kernel';
import { type BufferedMessage, chatBuffer } from './chat-buffer';
import { chatErrors } from './chats.errors';
import { conversationEnded } from './chats.events';
import { type ChatRow, OpenChatsQueries } from './open-chats.queries';

/** Of the history that is looked at; the tokens of a bot nearly always leave room for fewer. */
const BUFFERED_MESSAGES = 200;
/** Deleted in one statement. */
const BATCH = 1_000;

/** What applies where a bot does not say otherwise. */
export interface BufferDefaults {
  maxInputTokens: number;
}

/**
 * Chats that are begun before it is known which bot will answer. Every message renews a chat; after its lifetime without
 * one, or when it is ended, it is gone, while its conversations stay. Anyone of the team who knows its id, which nobody can
 * guess, may use it.
 */
@Injectable()
export class OpenChats {
  constructor(
    private readonly queries: OpenChatsQueries,
    private readonly bots: BotLookup,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async start({ teamId }: Actor): Promise<string> {
    const id = randomUUID();
    const now = this.clock.now();
    await this.queries.insert(id, teamId, now, new Date(now.getTime() + this.config.chats.chatLifetimeMs));
    return id;
  }

  async exists(actor: Actor, chatId: string): Promise<boolean> {
    return (await this.find(actor, chatId)) !== undefined;
  }

  /** What its last bot has in mind of it, oldest first. @throws `chats.chat_not_found` */
  async buffer(actor: Actor, chatId: string, defaults: BufferDefaults): Promise<BufferedMessage[]> {
    const chat = await this.find(actor, chatId);
    if (!chat) throw chatErrors.chat_not_found();
    const messages = await this.queries.messages(chatId, BUFFERED_MESSAGES);
    const bot = chat.botId === null ? undefined : await this.bots.get(actor, chat.botId);
    const { systemPrompt, maxInputTokens = defaults.maxInputTokens } = bot?.configuration ?? {};
    return chatBuffer(messages, systemPrompt, maxInputTokens);
  }

  /** Its conversations end with it. @throws `chats.chat_not_found` */
  async end(actor: Actor, chatId: string): Promise<void> {
    if (!isUuid(chatId)) throw chatErrors.chat_not_found();
    if (actor.kind === 'key' && actor.botIds && !(await this.find(actor, chatId))) throw chatErrors.chat_not_found();
    await this.database.transaction(async () => {
      const now = this.clock.now();
      const ended = await this.queries.endConversations(chatId, actor.teamId, now);
      if (!(await this.queries.delete(actor.teamId, chatId, now))) throw chatErrors.chat_not_found();
      const events = ended.map(({ id, teamId, ...data }) => ({ teamId, data: { ...data, conversationId: id } }));
      await this.outbox.addAll(conversationEnded, events);
    });
  }

  /** Those whose lifetime is over; their conversations end when they have been idle for long enough. */
  async removeExpired(signal?: AbortSignal): Promise<void> {
    while ((await this.queries.deleteExpired(this.clock.now(), BATCH)) === BATCH && !signal?.aborted);
  }

  /** A key that is for some bots sees only chats in which no other bot has answered. */
  private async find(actor: Actor, chatId: string): Promise<ChatRow | undefined> {
    const chat = isUuid(chatId) ? await this.queries.find(actor.teamId, chatId, this.clock.now()) : undefined;
    if (!chat || actor.kind !== 'key' || actor.botIds === undefined) return chat;
    const botIds = await this.queries.botsIn(chatId);
    return botIds.every((botId) => opensBot(actor, botId)) ? chat : undefined;
  }
}
