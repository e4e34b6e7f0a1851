import { Injectable } from '@nestjs/common';
import { type Bot, type BotConfiguration, BotLookup } from '#domain/bots';
import { BudgetMeter, type Spender, spenderOf } from '#domain/budgets';
import type { Arrival } from '#domain/integrations';
import { Config } from '#infra/config';
import { isForeignKeyViolation, isUniqueViolation } from '#infra/database';
import { Outbox } from '#infra/events';
import { type Actor, Clock, newId, principalOf, visitorPrincipal } from '#kernel';
import { chatErrors } from './chats.errors';
import type { AskInput, ConversationAddress, TurnStart } from './chats.types';
import { contextUserOf } from './context-user';
import { ConversationBots } from './conversation-bots.service';
import { ConversationChanges } from './conversation-changes';
import { LiveTurns } from './live-turns';
import { type OpenedTurn, type OpenTurn, type OpenTurnInSession, OpenTurnQueries } from './open-turn.queries';
import { HELD_MS } from './reply-times';

/** Foreign keys of a conversation that break when its bot, or the team with all its bots, is gone. */
const BOT_REFERENCES = ['conversation_bot_id_fkey', 'conversation_team_id_fkey'];
const CHANNEL_REFERENCE = 'conversation_channel_id_fkey';
const MESSAGE_KEY = 'message_pkey';
const DEFAULT_CHANNEL = 'api';
/** Earlier messages that a reply may look at, unless the bot says otherwise. */
const HISTORY_MESSAGES = 20;

/** `paid`: the request was counted for budgets before. */
export type Counting = 'count' | 'paid';

/** A turn whose message is stored. */
export interface OpenTurnHandle {
  start: TurnStart;
  principal: string;
  opened: OpenedTurn;
}

/** Stores the message of a turn, and says who answers it. */
@Injectable()
export class TurnOpening {
  constructor(
    private readonly queries: OpenTurnQueries,
    private readonly bots: BotLookup,
    private readonly live: LiveTurns,
    private readonly conversationBots: ConversationBots,
    private readonly changes: ConversationChanges,
    private readonly outbox: Outbox,
    private readonly budgets: BudgetMeter,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** @throws `bots.not_found`, `chats.chat_not_found`, `chats.channel_not_found`, `chats.message_taken`, `budgets.exhausted` */
  async inSession(
    actor: Actor,
    bot: Readonly<Bot>,
    input: AskInput,
    counting: Counting = 'count',
  ): Promise<OpenTurnHandle> {
    const newConversationId = newId();
    const principal = actor.kind === 'widget_key' ? visitorPrincipal(newConversationId) : principalOf(actor);
    const { chatId } = input;
    const turn: OpenTurnInSession = {
      ...this.messageOf(actor, principal, bot, input),
      botId: bot.id,
      newConversationId,
      sessionKey: chatId ?? (actor.kind === 'widget_key' ? undefined : input.sessionKey) ?? newConversationId,
      userRef: input.userRef ?? principal,
      channel: input.channel ?? input.arrival?.platform ?? DEFAULT_CHANNEL,
      conversationStartedEventId: newId(),
    };
    if (chatId !== undefined) {
      const expiresAt = new Date(turn.askedAt.getTime() + this.config.chats.chatLifetimeMs);
      turn.chat = { id: chatId, expiresAt };
    }
    // Of somebody without a name nothing is known before.
    const before = { ...spenderOf(actor), botId: bot.id, endUser: input.userRef };
    const store = () => this.counted(counting, before, () => this.openInSession(turn));
    return this.open(turn, store, chatErrors.chat_not_found);
  }

  /** @throws `chats.conversation_not_found`, `chats.channel_not_found`, `chats.message_taken`, `budgets.exhausted` */
  async inConversation(
    actor: Actor,
    conversationId: string,
    bot: Readonly<Bot>,
    input: AskInput,
    counting: Counting = 'count',
  ): Promise<OpenTurnHandle> {
    const turn = { ...this.messageOf(actor, principalOf(actor), bot, input), conversationId, botId: bot.id };
    const before = { ...spenderOf(actor), botId: bot.id };
    const store = () => this.counted(counting, before, () => this.queries.openIn(turn));
    return this.open(turn, store, chatErrors.conversation_not_found);
  }

  /** What is not opened is not counted, and the same message counts once. */
  private counted(
    counting: Counting,
    before: Spender,
    store: () => Promise<OpenedTurn | undefined>,
  ): Promise<OpenedTurn | undefined> {
    if (counting === 'paid') return store();
    return this.budgets.admitting(before, store, (opened) => opened && { ...before, endUser: contextUserOf(opened) });
  }

  private messageOf({ teamId }: Actor, principal: string, bot: Readonly<Bot>, input: AskInput): OpenTurn {
    const askedAt = this.clock.now();
    const { arrival, userMessageId } = input;
    return {
      teamId,
      userMessageId: userMessageId ?? newId(),
      messageId: newId(),
      askedAt,
      content: input.message,
      principal,
      metadata: input.metadata,
      attachments: input.attachments?.map(({ id, name, mediaType }) => ({ id, name, mediaType })),
      conversationMetadata: input.conversationMetadata,
      modelName: input.modelName,
      messageReceivedEventId: newId(),
      messenger: arrival && { channelId: arrival.channelId, address: addressOf(arrival) },
      maxHistory: maxHistoryOf(bot.configuration),
      heldUntil: userMessageId === undefined ? undefined : new Date(askedAt.getTime() + HELD_MS),
    };
  }

  private async open(
    turn: OpenTurn,
    store: () => Promise<OpenedTurn | undefined>,
    nowhere: () => Error,
  ): Promise<OpenTurnHandle> {
    const { messageId, userMessageId, askedAt, principal, teamId } = turn;
    this.live.expect(messageId);
    try {
      const opened = await this.stored(store);
      if (!opened) throw nowhere();
      this.outbox.wake();
      this.tell(opened, teamId);
      this.conversationBots.note(opened.conversationId, { teamId, botId: opened.botId });
      const { conversationId, botId, sessionKey, userRef, channel } = opened;
      const start = { botId, conversationId, sessionKey, userRef, channel, userMessageId, messageId, askedAt };
      return { start, principal, opened };
    } catch (error) {
      this.live.forget(messageId);
      throw error;
    }
  }

  private tell({ conversationId, handling }: OpenedTurn, teamId: string): void {
    if (handling === 'bot') this.changes.tellHere(conversationId);
    else this.changes.tellAll(conversationId, teamId);
  }

  private async stored(store: () => Promise<OpenedTurn | undefined>): Promise<OpenedTurn | undefined> {
    try {
      return await store();
    } catch (error) {
      if (isUniqueViolation(error, MESSAGE_KEY)) throw chatErrors.message_taken();
      throw isForeignKeyViolation(error, CHANNEL_REFERENCE) ? chatErrors.channel_not_found() : error;
    }
  }

  /** The bot is looked up in memory; that it is gone shows in the foreign keys. */
  private async openInSession(turn: OpenTurnInSession): Promise<OpenedTurn | undefined> {
    try {
      return await this.queries.openInSession(turn);
    } catch (error) {
      throw BOT_REFERENCES.some((name) => isForeignKeyViolation(error, name)) ? this.bots.gone(turn.botId) : error;
    }
  }
}

/** How many earlier messages whoever answers is shown. */
export function maxHistoryOf({ historyMessages }: Pick<BotConfiguration, 'historyMessages'>): number {
  return historyMessages === undefined ? HISTORY_MESSAGES : historyMessages - 1;
}

function addressOf({ chatId, threadId, user: { id, username, name } }: Arrival): ConversationAddress {
  return { chatId, threadId: threadId ?? null, user: { id, username: username ?? null, name: name ?? null } };
}
