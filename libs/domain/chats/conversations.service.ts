import { Injectable } from '@nestjs/common';
import { BotsService } from '#domain/bots';
import { Database } from '#infra/database';
import { Outbox } from '#infra/events';
import {
  type Actor,
  Clock,
  isUuid,
  newId,
  offsetOf,
  opensBot,
  type Page,
  type PageRequest,
  requireScope,
} from '#kernel';
import { chatErrors } from './chats.errors';
import { messageRated } from './chats.events';
import type {
  Conversation,
  ConversationListRequest,
  ConversationMessage,
  ConversationStage,
  ConversationStatus,
  HistoryEntry,
  MessageRange,
  MessageRatingInput,
  RateInput,
  Rating,
  Score,
  ScoreInput,
  TeamConversationsRequest,
} from './chats.types';
import { requireBot, requireConversationId, requireTeamMember, requireTeamOrBot } from './conversation-access';
import { ConversationDeletion } from './conversation-deletion.service';
import { ConversationEndings } from './conversation-endings.service';
import { ConversationListQueries } from './conversation-list.queries';
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
    private readonly lists: ConversationListQueries,
    private readonly endings: ConversationEndings,
    private readonly deletion: ConversationDeletion,
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

  /** As `find`, of a conversation with this bot. @throws `bots.not_found`, `chats.conversation_not_found` */
  async findOf(actor: Actor, botId: string, conversationId: string): Promise<Conversation> {
    await this.bots.get(actor, botId);
    const conversation = await this.find(actor, conversationId);
    if (conversation.botId !== botId) throw chatErrors.conversation_not_found();
    return conversation;
  }

  /** Those of a bot, the most recent activity first. @throws `bots.not_found`, `chats.bot_not_found` */
  async list(
    actor: Actor,
    botId: string,
    { page, limit, ...filter }: ConversationListRequest,
  ): Promise<Page<Conversation>> {
    requireScope(actor, 'conversations:read');
    requireTeamOrBot(actor, botId);
    await this.bots.get(actor, botId);
    const request = { page, limit };
    if (filter.channelId !== undefined && !isUuid(filter.channelId)) return { ...request, items: [], total: 0 };
    const place = { teamId: actor.teamId, botId };
    const { items, total } = await this.lists.list(place, filter, limit, offsetOf(request));
    return { ...request, items: items.map(toConversation), total };
  }

  /** Those of all bots of the team, the latest begun first. @throws `chats.person_needed` for who may see one bot alone */
  async listOfTeam(actor: Actor, request: TeamConversationsRequest): Promise<Conversation[]> {
    requireTeamMember(actor, 'conversations:read');
    return (await this.lists.ofTeam(actor.teamId, request)).map(toConversation);
  }

  /** What has been said in full, oldest first, page by page. @throws `chats.conversation_not_found` */
  async messagesPage(actor: Actor, conversationId: string, page: PageRequest): Promise<Page<ConversationMessage>> {
    requireScope(actor, 'conversations:read');
    await this.require(actor, conversationId);
    return { ...page, ...(await this.queries.messagesPage(conversationId, page.limit, offsetOf(page))) };
  }

  /** With all that was said, judged and counted as its own. Whoever follows it is told no more. @throws `chats.conversation_not_found` */
  async delete(actor: Actor, conversationId: string): Promise<void> {
    requireScope(actor, 'conversations:write');
    await this.require(actor, conversationId);
    await this.deletion.delete(actor.teamId, conversationId);
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

  /** As `rateIn`, of the conversation in which the message was said. @throws `chats.message_not_found` */
  async rateMessage(
    actor: Actor,
    messageId: string,
    judgement: MessageRatingInput,
  ): Promise<{ id: string; conversationId: string; at: Date }> {
    requireScope(actor, 'chat:write');
    const known = isUuid(messageId) ? await this.queries.conversationOf(actor.teamId, messageId) : undefined;
    if (known === undefined) throw chatErrors.message_not_found();
    const conversation = await this.require(actor, known);
    return {
      conversationId: known,
      ...(await this.judge(conversation, { ...judgement, conversationId: known, messageId })),
    };
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
          channelId: conversation.channelId,
          ratingId: rating.id,
          rating: rating.rating,
          score: rating.score ?? null,
          messageId: messageId ?? null,
          integrationId: exchange?.integrationId ?? null,
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
    if (!conversation || !opensBot(actor, conversation.botId)) throw chatErrors.conversation_not_found();
    return conversation;
  }
}

export function toConversation(conversation: ConversationRow): Conversation {
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

/** As lists tell conversations apart. */
export function stageOf({ status, endedAt }: Pick<Conversation, 'status' | 'endedAt'>): ConversationStage {
  return status === 'active' && endedAt !== null ? 'ended' : status;
}

function ratingOf(score: Score): Rating {
  if (score === 3) return 'neutral';
  return score > 3 ? 'positive' : 'negative';
}
