import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { FIGURES_OF_REPLY } from './counting.queries';
import type { Fact } from './facts';

export interface BacklogRow {
  conversationId: string;
  teamId: string;
  botId: string;
  userRef: string;
  startedAt: Date;
  endedAt: Date | null;
}

type StoredFact = Omit<Fact, 'botId'> & { conversationId: string };

/** What there was before anything was counted. */
@Injectable()
export class BacklogQueries {
  constructor(private readonly database: Database) {}

  /** Some that no other process has taken. By analytics_backlog_pkey. */
  take(limit: number): Promise<BacklogRow[]> {
    return this.database.query<BacklogRow>(
      `select c.id as "conversationId", c.team_id as "teamId", c.bot_id as "botId", c.user_ref as "userRef",
         c.started_at as "startedAt", c.ended_at as "endedAt"
       from analytics_backlog b join conversation c on c.id = b.conversation_id
       order by b.conversation_id limit $1 for update of b skip locked`,
      [limit],
    );
  }

  /** By message_conversation_id_position_key. */
  messagesOf(conversationIds: readonly string[]): Promise<StoredFact[]> {
    return this.database.query<StoredFact>(
      `select m.conversation_id as "conversationId", m.id as "messageId", m.role || '-message' as kind,
         coalesce(m.completed_at, m.created_at) as at, ${FIGURES_OF_REPLY} as reply
       from analytics_backlog b join message m on m.conversation_id = b.conversation_id
       where b.conversation_id = any($1::uuid[]) and m.position <= b.last_position and m.state = 'complete'
         and m.role <> 'system' and m.id <> all(b.pending_ids)`,
      [conversationIds],
    );
  }

  /** By escalation_pkey. */
  escalationsOf(conversationIds: readonly string[]): Promise<StoredFact[]> {
    return this.database.query<StoredFact>(
      `select b.conversation_id as "conversationId", 'escalated' as kind, e.created_at as at
       from analytics_backlog b join escalation e on e.id = any(b.escalation_ids)
       where b.conversation_id = any($1::uuid[])`,
      [conversationIds],
    );
  }

  /** By response_rating_pkey. */
  ratingsOf(conversationIds: readonly string[]): Promise<StoredFact[]> {
    return this.database.query<StoredFact>(
      `select b.conversation_id as "conversationId", 'rated' as kind, r.rating, r.score, r.created_at as at
       from analytics_backlog b join response_rating r on r.id = any(b.rating_ids)
       where b.conversation_id = any($1::uuid[])`,
      [conversationIds],
    );
  }

  async remove(conversationIds: readonly string[]): Promise<void> {
    await this.database.query('delete from analytics_backlog where conversation_id = any($1::uuid[])', [
      conversationIds,
    ]);
  }
}
