import { Injectable } from '@nestjs/common';
import { BotsService } from '#domain/bots';
import { Database } from '#infra/database';
import { Outbox } from '#infra/events';
import { type Actor, Clock, isUuid, newId, offsetOf, type Page, type PageRequest, requireScope } from '#kernel';
import { chatErrors } from './chats.errors';
import { messageRated } from './chats.events';
import { ChatQueries } from './chats.queries';
import type { HistoryEntry, RateInput } from './chats.types';

/** Reading and judging conversations. */
@Injectable()
export class Conversations {
  constructor(
    private readonly bots: BotsService,
    private readonly queries: ChatQueries,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** What was said, oldest first. @throws `bots.not_found`, `chats.conversation_not_found` */
  async history(actor: Actor, botId: string, sessionKey: string, page: PageRequest): Promise<Page<HistoryEntry>> {
    requireScope(actor, 'conversations:read');
    await this.bots.get(actor, botId);
    const conversation = await this.queries.findBySession(actor.teamId, botId, sessionKey);
    if (!conversation) throw chatErrors.conversation_not_found();
    const { entries, total } = await this.queries.history(conversation.id, page.limit, offsetOf(page));
    return { ...page, items: entries, total };
  }

  /** Stores a judgement and returns its id. @throws `chats.conversation_not_found`, `chats.message_not_found` */
  async rate(actor: Actor, botId: string, input: RateInput): Promise<string> {
    requireScope(actor, 'chat:write');
    await this.bots.get(actor, botId);
    await this.requireRated(actor, botId, input);
    const { conversationId, rating } = input;
    const [messageId, query, response, userRef, comment] = [
      input.messageId ?? null,
      input.query ?? null,
      input.response ?? null,
      input.userRef ?? null,
      input.comment ?? null,
    ];
    const ratingId = newId();
    await this.database.transaction(async () => {
      await this.database.query(
        `insert into response_rating
           (id, team_id, bot_id, conversation_id, message_id, rating, query, response, user_ref, comment, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [
          ratingId,
          actor.teamId,
          botId,
          conversationId,
          messageId,
          rating,
          query,
          response,
          userRef,
          comment,
          this.clock.now(),
        ],
      );
      await this.outbox.add(messageRated, {
        teamId: actor.teamId,
        data: { botId, conversationId, ratingId, rating, messageId, query, response, userRef, comment },
      });
    });
    return ratingId;
  }

  private async requireRated(actor: Actor, botId: string, { conversationId, messageId }: RateInput): Promise<void> {
    const conversation = isUuid(conversationId)
      ? await this.queries.findById(actor.teamId, botId, conversationId)
      : undefined;
    if (!conversation) throw chatErrors.conversation_not_found();
    if (messageId === undefined) return;
    const known = isUuid(messageId) && (await this.queries.hasMessage(conversationId, messageId));
    if (!known) throw chatErrors.message_not_found();
  }
}
