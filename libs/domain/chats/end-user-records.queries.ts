import { Injectable } from '@nestjs/common';
import type { EndUser } from '#domain/context';
import { Database } from '#infra/database';

/** By conversation_user_ref_idx. */
const CONVERSATIONS = `conversation c
  where c.team_id = $1::uuid and ($2::uuid is null or c.bot_id = $2::uuid) and c.user_ref = $3::text`;

/** A judgement may name another user than the conversation that it is about. By response_rating_user_ref_idx. */
const RATINGS = `response_rating r
  where r.team_id = $1::uuid and ($2::uuid is null or r.bot_id = $2::uuid) and r.user_ref = $3::text`;

/** The statements behind the export and erasure of an end user. */
@Injectable()
export class EndUserRecordQueries {
  constructor(private readonly database: Database) {}

  /** With their messages and escalations, oldest first. */
  async conversations(user: EndUser): Promise<unknown[]> {
    const rows = await this.database.query<{ record: unknown }>(
      `select jsonb_build_object('id', c.id, 'chatbotId', c.bot_id, 'sessionId', c.session_key, 'userId', c.user_ref,
         'channel', c.channel, 'channelId', c.channel_id, 'address', c.address, 'metadata', c.metadata, 'startedAt', c.started_at, 'endedAt', c.ended_at,
         'messages', (
           select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'role', m.role, 'content', m.content,
             'metadata', m.metadata, 'attachments', m.attachments, 'context', m.reply->'context', 'intent', m.reply->'intent',
             'createdAt', m.created_at) order by m.position), '[]')
           from message m where m.conversation_id = c.id),
         'escalations', (
           select coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'reason', e.reason, 'state', e.state,
             'summary', e.summary, 'createdAt', e.created_at, 'endedAt', e.ended_at) order by e.created_at), '[]')
           from escalation e where e.conversation_id = c.id)) as record
       from ${CONVERSATIONS} order by c.started_at, c.id`,
      place(user),
    );
    return rows.map(({ record }) => record);
  }

  /** Those that they gave, and those about their conversations; oldest first. */
  async ratings(user: EndUser): Promise<unknown[]> {
    const rows = await this.database.query<{ record: unknown }>(
      `select jsonb_build_object('id', r.id, 'chatbotId', r.bot_id, 'conversationId', r.conversation_id,
         'messageId', r.message_id, 'rating', r.rating, 'score', r.score, 'query', r.query, 'response', r.response,
         'userId', r.user_ref, 'comment', r.comment, 'createdAt', r.created_at) as record
       from response_rating r where r.id in (
         select r.id from ${RATINGS}
         union select own.id from ${CONVERSATIONS.replace(
           'conversation c',
           'conversation c join response_rating own on own.conversation_id = c.id',
         )}
       ) order by r.created_at, r.id`,
      place(user),
    );
    return rows.map(({ record }) => record);
  }

  /**
   * Nobody begins a turn in their conversations, ends or escalates them before the open transaction ends, and no reply that
   * is being made is stored. Gives the conversations' ids.
   */
  async lock(user: EndUser): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `select c.id from ${CONVERSATIONS} order by c.id for update`,
      place(user),
    );
    const ids = rows.map(({ id }) => id);
    // By message_conversation_id_position_key.
    await this.database.query(
      `select id from message where conversation_id = any($1::uuid[]) and state = 'pending' order by id for update`,
      [ids],
    );
    return ids;
  }

  /** What events tell of them: also of conversations that are gone. By outbox_user_ref_idx and outbox_conversation_id_idx. */
  async deleteEvents(user: EndUser, conversationIds: readonly string[]): Promise<number> {
    const named = await this.database.execute(
      `delete from outbox where team_id = $1::uuid and data->>'userRef' = $3::text
         and ($2::uuid is null or data->>'botId' = $2::uuid::text)`,
      place(user),
    );
    const unnamed = await this.database.execute(
      `delete from outbox where team_id = $1::uuid and data->>'conversationId' = any($2::text[])
         and data->>'userRef' is null`,
      [user.teamId, conversationIds],
    );
    return named + unnamed;
  }

  deleteRatings(user: EndUser): Promise<number> {
    return this.database.execute(`delete from ${RATINGS}`, place(user));
  }

  /** Messages, escalations and ratings go with them. */
  async deleteConversations(conversationIds: readonly string[]): Promise<number> {
    const messages = await this.database.execute('delete from message where conversation_id = any($1::uuid[])', [
      conversationIds,
    ]);
    await this.database.execute('delete from conversation where id = any($1::uuid[])', [conversationIds]);
    return messages + conversationIds.length;
  }
}

function place({ teamId, botId, userRef }: EndUser) {
  return [teamId, botId ?? null, userRef];
}
