import { Injectable } from '@nestjs/common';
import { type Bot, BotLookup } from '#domain/bots';
import { Config } from '#infra/config';
import { isForeignKeyViolation } from '#infra/database';
import { Outbox } from '#infra/events';
import { type Actor, Clock, newId, principalOf, visitorPrincipal } from '#kernel';
import { chatErrors } from './chats.errors';
import type { AskInput, TurnStart } from './chats.types';
import { ConversationBots } from './conversation-bots.service';
import { ConversationChanges } from './conversation-changes';
import { LiveTurns } from './live-turns';
import { type OpenedTurn, type OpenTurn, type OpenTurnInSession, OpenTurnQueries } from './open-turn.queries';

/** Foreign keys of a conversation that break when its bot, or the team with all its bots, is gone. */
const BOT_REFERENCES = ['conversation_bot_id_fkey', 'conversation_team_id_fkey'];
const DEFAULT_CHANNEL = 'api';

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
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** @throws `bots.not_found`, `chats.chat_not_found` */
  async inSession(actor: Actor, bot: Readonly<Bot>, input: AskInput): Promise<OpenTurnHandle> {
    const newConversationId = newId();
    const principal = actor.kind === 'widget_key' ? visitorPrincipal(newConversationId) : principalOf(actor);
    const { chatId } = input;
    const turn: OpenTurnInSession = {
      ...this.messageOf(actor, principal, input),
      botId: bot.id,
      newConversationId,
      sessionKey: chatId ?? (actor.kind === 'widget_key' ? undefined : input.sessionKey) ?? newConversationId,
      userRef: input.userRef ?? principal,
      channel: input.channel ?? DEFAULT_CHANNEL,
      conversationStartedEventId: newId(),
    };
    if (chatId !== undefined) {
      const expiresAt = new Date(turn.askedAt.getTime() + this.config.chats.chatLifetimeMs);
      turn.chat = { id: chatId, expiresAt };
    }
    return this.open(turn, () => this.openInSession(turn), chatErrors.chat_not_found);
  }

  /** @throws `chats.conversation_not_found` */
  async inConversation(
    actor: Actor,
    conversationId: string,
    botId: string | undefined,
    input: AskInput,
  ): Promise<OpenTurnHandle> {
    const turn = { ...this.messageOf(actor, principalOf(actor), input), conversationId, botId };
    return this.open(turn, () => this.queries.openIn(turn), chatErrors.conversation_not_found);
  }

  private messageOf({ teamId }: Actor, principal: string, input: AskInput): OpenTurn {
    return {
      teamId,
      userMessageId: newId(),
      messageId: newId(),
      askedAt: this.clock.now(),
      content: input.message,
      principal,
      metadata: input.metadata,
      attachments: input.attachments?.map(({ id, name, mediaType }) => ({ id, name, mediaType })),
      conversationMetadata: input.conversationMetadata,
      modelName: input.modelName,
      messageReceivedEventId: newId(),
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
      const opened = await store();
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

  /** The bot is looked up in memory; that it is gone shows in the foreign keys. */
  private async openInSession(turn: OpenTurnInSession): Promise<OpenedTurn | undefined> {
    try {
      return await this.queries.openInSession(turn);
    } catch (error) {
      throw BOT_REFERENCES.some((name) => isForeignKeyViolation(error, name)) ? this.bots.gone(turn.botId) : error;
    }
  }
}
