import { Injectable } from '@nestjs/common';
import { BotsService } from '#domain/bots';
import { Database } from '#infra/database';
import { Outbox } from '#infra/events';
import { type Actor, Clock, isUuid, newId, offsetOf, type Page, type PageRequest, requireScope } from '#kernel';
import { chatErrors } from './chats.errors';
import { messageRated } from './chats.events';
import type {
  Conversation,
  ConversationMessage,
  ConversationStatus,
  HistoryEntry,
  MessageRange,
  RateInput,
  Rating,
  Score,
  ScoreInput,
} from './chats.types';
import { botOf, requireBot, requireConversationId } from './conversation-access';
import { ConversationEndings } from './conversation-endings.service';
import { ConversationQueries, type ConversationRow } from './conversations.queries';
import type { Handling } from './handoff/hand-off.types';
import { SaidMasking } from './said-masking.service';

/** Of `messages`, unless given. */
const ALL_MESSAGES = 1_000;

/** Reading and judging conversations. */
@Injectable()
export class Conversations {
  constructor(
    private readonly bots: BotsService,
    private readonly queries: ConversationQueries,
    private readonly endings: ConversationEndings,
    private readonly masking: SaidMasking,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws `chats.conversation_not_found` */
  async find(actor: Actor, conversationId: string): Promise<Conversation> {
    requireScope(actor, 'conversations:read');
    return toConversation(await this.require(actor, conversationId));
  }

  /** What has been said in full, oldest first. @throws `chats.conversation_not_found` */
  async messages(actor: Actor, conversationId: string, range: MessageRange = {}): Promise<ConversationMessage[]> {
    requireScope(actor, 'conversations:read');
    await this.require(actor, conversationId);
    const { afterPosition: after = 0, limit = ALL_MESSAGES } = range;
    return this.queries.messages(conversationId, { after, limit });
  }

  /** What was said, oldest first. @throws `bots.not_found`, `chats.conversation_not_found` */
  async history(actor: Actor, botId: string, sessionKey: string, page: PageRequest): Promise<Page<HistoryEntry>> {
    requireScope(actor, 'conversations:read');
    await this.bots.get(actor, botId);
    const conversation = await this.queries.findBySession(actor.teamId, botId, sessionKey);
    if (!conversation) throw chatErrors.conversation_not_found();
    requireConversationId(actor, conversation.id);
    const { entries, total } = await this.queries.history(conversation.id, page.limit, offsetOf(page));
    return { ...page, items: entries, total };
  }

  /** Stores a judgement and returns its id. @throws `chats.conversation_not_found`, `chats.message_not_found` */
  async rate(actor: Actor, botId: string, input: RateInput): Promise<string> {
    requireScope(actor, 'chat:write');
    requireBot(actor, botId);
    await this.bots.get(actor, botId);
    const conversation = await this.require(actor, input.conversationId);
    if (conversation.botId !== botId) throw chatErrors.conversation_not_found();
    return (await this.judge(conversation, input)).id;
  }

  /** As `rate`, of a conversation whichever bot it is with. */
  async rateIn(actor: Actor, conversationId: string, input: ScoreInput): Promise<{ id: string; at: Date }> {
    requireScope(actor, 'chat:write');
    const conversation = await this.require(actor, conversationId);
    return this.judge(conversation, { ...input, conversationId, rating: ratingOf(input.score) });
  }

  /** What the end user wanted is done; an open escalation ends with it. Again changes nothing. @throws `chats.conversation_not_found` */
  async resolve(actor: Actor, conversationId: string): Promise<{ resolvedAt: Date }> {
    requireScope(actor, 'conversations:write');
    await this.require(actor, conversationId);
    return { resolvedAt: await this.endings.resolve(actor.teamId, conversationId) };
  }

  /** Ends it before it falls silent; a new message opens it again. Again changes nothing. @throws `chats.conversation_not_found` */
  async close(actor: Actor, conversationId: string): Promise<{ endedAt: Date }> {
    requireScope(actor, 'conversations:write');
    await this.require(actor, conversationId);
    return { endedAt: await this.endings.close(actor.teamId, conversationId) };
  }

  private async judge(conversation: ConversationRow, input: RateInput): Promise<{ id: string; at: Date }> {
    const { teamId, botId } = conversation;
    const { conversationId, ...judgement } = await this.masking.judgement(teamId, botId, input);
    const { messageId } = judgement;
    const exchange = await this.judgedExchange(conversationId, messageId);
    const rating = { ...judgement, id: newId(), at: this.clock.now() };
    await this.database.transaction(async () => {
      await this.queries.insertRating(conversation, rating);
      await this.outbox.add(messageRated, {
        teamId,
        data: {
          botId,
          conversationId,
          channel: conversation.channel,
          ratingId: rating.id,
          rating: rating.rating,
          score: rating.score ?? null,
          messageId: messageId ?? null,
          query: rating.query ?? exchange?.query ?? null,
          response: rating.response ?? exchange?.response ?? null,
          userRef: rating.userRef ?? null,
          comment: rating.comment ?? null,
        },
      });
    });
    return { id: rating.id, at: rating.at };
  }

  private async judgedExchange(conversationId: string, messageId: string | undefined) {
    if (messageId === undefined) return undefined;
    const exchange = isUuid(messageId) ? await this.queries.exchange(conversationId, messageId) : undefined;
    if (!exchange) throw chatErrors.message_not_found();
    return exchange;
  }

  private async require(actor: Actor, conversationId: string): Promise<ConversationRow> {
    requireConversationId(actor, conversationId);
    const conversation = await this.queries.find(actor.teamId, conversationId);
    const own = botOf(actor);
    if (!conversation || (own !== undefined && own !== conversation.botId)) throw chatErrors.conversation_not_found();
    return conversation;
  }
}

export function toConversation({ endedAt: _, ...conversation }: ConversationRow): Conversation {
  return { ...conversation, status: statusOf(conversation) };
}

export function statusOf({
  handling,
  resolvedAt,
}: {
  handling: Handling;
  resolvedAt: Date | null;
}): ConversationStatus {
  if (handling !== 'bot') return 'escalated';
  return resolvedAt ? 'resolved' : 'active';
}

function ratingOf(score: Score): Rating {
  if (score === 3) return 'neutral';
  return score > 3 ? 'positive' : 'negative';
}
