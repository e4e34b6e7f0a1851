import { Injectable } from '@nestjs/common';
import type { Bot } from '#domain/bots';
import { type Actor, Clock, newId, principalOf } from '#kernel';
import { chatErrors } from './chats.errors';
import type { AnswerEscalation, TurnStart } from './chats.types';
import { requireActive } from './conversation-access';
import type { ConversationRow } from './conversations.queries';
import { humanNotice } from './fixed-answers';
import { ConversationLock } from './handoff/conversation-lock.service';
import { EscalationQueries } from './handoff/escalations.queries';
import { LastWordsReader } from './handoff/last-words.service';
import { LiveTurn } from './live-turn';
import { LiveTurns } from './live-turns';
import type { OpenedTurn } from './open-turn.queries';
import { type AskedMessage, type AskedReply, RepeatQueries } from './repeat.queries';
import { ABANDONED_AFTER_MS, HELD_MS } from './reply-times';
import { storedTurn } from './stored-turn';
import { maxHistoryOf, type OpenTurnHandle } from './turn-opening.service';
import { TurnQueries } from './turns.queries';

/** How long whoever asks again should wait while another process makes the reply. */
const RETRY_AFTER_MS = 1_000;

/** A turn that is answered or was, or one whose reply the caller has to make now. */
export type RepeatedTurn = { turn: LiveTurn } | { handle: OpenTurnHandle; message: string };

/**
 * What becomes of a message that is asked again. Its reply is one row and is stored at most once, whoever makes it. Whoever
 * makes it holds it, so that nobody else does, and loses it when they no longer say so. It is taken anew behind the lock of the
 * conversation, the fence of the hand-off: when a person has taken over meanwhile, nobody makes it any more.
 */
@Injectable()
export class TurnRepeating {
  constructor(
    private readonly queries: RepeatQueries,
    private readonly turns: TurnQueries,
    private readonly escalations: EscalationQueries,
    private readonly lastWords: LastWordsReader,
    private readonly lock: ConversationLock,
    private readonly live: LiveTurns,
    private readonly clock: Clock,
  ) {}

  /** Undefined when the actor has asked the bot nothing under that id. @throws `chats.reply_overdue`, `chats.bot_disabled` */
  async find(actor: Actor, bot: Readonly<Bot>, userMessageId: string): Promise<RepeatedTurn | undefined> {
    const asked = await this.asked(actor, bot, userMessageId);
    if (!asked) return undefined;
    const { reply, conversationId } = asked;
    if (!reply) return { turn: await this.withPerson(actor, asked) };
    const live = this.live.find(reply.id);
    if (live) return { turn: live };
    const handle = isOver(reply) ? undefined : await this.expectAndTake(actor, bot, asked, reply.id);
    return handle ? { handle, message: asked.content } : { turn: await this.stored(actor, conversationId, reply.id) };
  }

  private asked(actor: Actor, { id: botId }: Readonly<Bot>, userMessageId: string): Promise<AskedMessage | undefined> {
    const now = this.clock.now();
    const place = { teamId: actor.teamId, botId, principal: principalOf(actor) };
    return this.queries.find(place, userMessageId, now, new Date(now.getTime() - ABANDONED_AFTER_MS));
  }

  /** As when a turn is opened: whoever takes over while the row is written finds the turn. */
  private async expectAndTake(
    actor: Actor,
    bot: Readonly<Bot>,
    asked: AskedMessage,
    replyId: string,
  ): Promise<OpenTurnHandle | undefined> {
    requireActive(bot);
    if (this.live.isExpected(replyId)) throw overdue();
    this.live.expect(replyId);
    let handle: OpenTurnHandle | undefined;
    try {
      handle = await this.lock.holding(actor.teamId, asked.conversationId, (conversation) =>
        this.take(actor, bot, asked.userMessageId, conversation),
      );
      return handle;
    } finally {
      if (!handle) this.live.forget(replyId);
    }
  }

  /** Undefined when there is nothing to make any more. */
  private async take(
    actor: Actor,
    bot: Readonly<Bot>,
    userMessageId: string,
    conversation: ConversationRow,
  ): Promise<OpenTurnHandle | undefined> {
    const asked = await this.asked(actor, bot, userMessageId);
    if (!asked?.reply) throw chatErrors.conversation_not_found();
    const { reply } = asked;
    if (isOver(reply)) return undefined;
    if (reply.state === 'pending' && reply.isHeld) throw overdue();
    if (conversation.handling === 'human') {
      await this.queries.withdraw(reply.id, this.clock.now());
      return undefined;
    }
    await this.hold(asked, reply, conversation);
    const history = await this.queries.historyBefore(conversation.id, asked.position, maxHistoryOf(bot.configuration));
    const escalation = await this.openEscalation(conversation.id);
    const opened: OpenedTurn = { ...placeOf(asked), handling: conversation.handling, escalation, history };
    return { start: startOfReply(asked, reply.id), principal: principalOf(actor), opened };
  }

  /** A failed reply counts as said nothing, so readers may be past its position. */
  private async hold(asked: AskedMessage, reply: AskedReply, conversation: ConversationRow): Promise<void> {
    const heldUntil = new Date(this.clock.nowMs() + HELD_MS);
    const isPassed = reply.state === 'failed' && conversation.messageCount > reply.position;
    if (!isPassed) return this.queries.hold(reply.id, heldUntil);
    const position = await this.queries.addPosition(conversation.id);
    return this.queries.hold(reply.id, heldUntil, { position, answersId: asked.userMessageId });
  }

  /** The message was for a person, who has it. */
  private async withPerson(actor: Actor, asked: AskedMessage): Promise<LiveTurn> {
    const start = startOfReply(asked, newId());
    const escalation = await this.openEscalation(asked.conversationId);
    const language = this.lastWords.languageOf(asked.content);
    return LiveTurn.stored(humanNotice(start, language, escalation, this.clock.now()), principalOf(actor));
  }

  private async openEscalation(conversationId: string): Promise<AnswerEscalation | null> {
    const open = await this.escalations.findOpen(conversationId);
    return open ? { id: open.id, reason: open.reason, agentId: open.agent?.id ?? null } : null;
  }

  private async stored(actor: Actor, conversationId: string, replyId: string): Promise<LiveTurn> {
    const row = await this.turns.findTurn(actor.teamId, { conversationId }, replyId);
    if (!row) throw chatErrors.conversation_not_found();
    return storedTurn(replyId, row);
  }
}

function isOver({ state }: AskedReply): boolean {
  return state === 'complete' || state === 'withdrawn';
}

function overdue() {
  return chatErrors.reply_overdue({ retryAfterMs: RETRY_AFTER_MS });
}

function placeOf({ conversationId, botId, sessionKey, userRef, channel }: AskedMessage) {
  return { conversationId, botId, sessionKey, userRef, channel };
}

function startOfReply(asked: AskedMessage, messageId: string): TurnStart {
  return { ...placeOf(asked), userMessageId: asked.userMessageId, messageId, askedAt: asked.askedAt };
}
