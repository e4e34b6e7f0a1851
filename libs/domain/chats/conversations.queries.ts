import { Injectable } from '@nestjs/common';
import type { Reply, ReplyIntent } from '#domain/replies';
import { Database } from '#infra/database';
import type {
  Conversation,
  ConversationMessage,
  HistoryEntry,
  MessageAttachment,
  MessageRole,
  RateInput,
} from './chats.types';
import type { Person } from './handoff/hand-off.types';
import { NO_MODEL } from './sent-reply';

export type ConversationRow = Omit<Conversation, 'status'>;

/** Of the conversation `c`. The agent by escalation_open_key. */
export const CONVERSATION_COLUMNS = `c.id, c.team_id as "teamId", c.bot_id as "botId", c.session_key as "sessionKey",
  c.user_ref as "userRef", c.channel, c.channel_id as "channelId", c.address as arrival, c.metadata, c.handling,
  c.message_count as "messageCount", c.started_at as "startedAt", c.last_message_at as "lastMessageAt", c.resolved_at as "resolvedAt", c.ended_at as "endedAt",
  case when c.handling <> 'bot' then (
    select json_build_object('id', a.user_id, 'name', a.display_name)
    from escalation e join support_agent a on a.user_id = e.agent_id
    where e.conversation_id = c.id and e.state in ('waiting', 'active')
  ) end as agent`;

/** Of the message `m`. */
const MESSAGE_COLUMNS = `m.id, m.position, m.role, m.content, coalesce(m.completed_at, m.created_at) as at, m.reply,
  case when m.author_id is not null then json_build_object('id', m.author_id, 'name', m.author_name) end as author,
  m.attachments, m.metadata`;

interface MessageRow {
  id: string;
  position: number;
  role: MessageRole;
  content: string;
  at: Date;
  reply: Omit<Reply, 'text'> | null;
  author: Person | null;
  attachments: MessageAttachment[] | null;
  metadata: Record<string, unknown> | null;
}

/** What was asked and answered, as far as a message says it. */
interface Exchange {
  query: string | null;
  response: string | null;
  /** Who was chosen to answer. */
  integrationId: string | null;
}

export interface NewRating extends Omit<RateInput, 'conversationId'> {
  id: string;
  at: Date;
}

@Injectable()
export class ConversationQueries {
  constructor(private readonly database: Database) {}

  /** By conversation_bot_id_session_key_key. */
  findBySession(teamId: string, botId: string, sessionKey: string): Promise<ConversationRow | undefined> {
    return this.findOne('c.bot_id = $2 and c.session_key = $3', [teamId, botId, sessionKey]);
  }

  /** By conversation's primary key. */
  find(teamId: string, conversationId: string): Promise<ConversationRow | undefined> {
    return this.findOne('c.id = $2', [teamId, conversationId]);
  }

  /** Oldest first, only what has been said in full. By message_conversation_id_position_key. */
  async history(
    conversationId: string,
    limit: number,
    offset: number,
  ): Promise<{ entries: HistoryEntry[]; total: number }> {
    const rows = await this.database.query<
      Omit<HistoryEntry, 'intent'> & { total: string; intent: ReplyIntent | null }
    >(
      `select counted.total, m.id, m.role, m.content, coalesce(m.completed_at, m.created_at) as at, m.reply->'intent' as intent
       from (select count(*) as total from message where conversation_id = $1 and state = 'complete') counted
       left join lateral (
         select * from message where conversation_id = $1 and state = 'complete'
         order by position limit $2 offset $3
       ) m on true
       order by m.position`,
      [conversationId, limit, offset],
    );
    const entries = rows
      .filter((row) => row.id !== null)
      .map(({ total: _, intent, ...entry }) => (intent ? { ...entry, intent } : entry));
    return { entries, total: Number(rows[0]?.total ?? 0) };
  }

  /**
   * Oldest first, after a position. With `isSettled` only as far as no reply is pending, so that a reader who goes on from the
   * last position misses nothing. By message_conversation_id_position_key.
   */
  async messages(
    conversationId: string,
    { after, limit, isSettled = false }: { after: number; limit: number; isSettled?: boolean },
  ): Promise<ConversationMessage[]> {
    const rows = await this.database.query<MessageRow>(
      `select ${MESSAGE_COLUMNS} from message m
       where m.conversation_id = $1 and m.position > $2 and m.state = 'complete'
         and (not $4 or m.position < coalesce((
           select min(position) from message where conversation_id = $1 and position > $2 and state = 'pending'
         ), 2147483647))
       order by m.position limit $3`,
      [conversationId, after, limit, isSettled],
    );
    return rows.map(toMessage);
  }

  /** What has been said in full, oldest first, page by page. By message_conversation_id_position_key. */
  async messagesPage(
    conversationId: string,
    limit: number,
    offset: number,
  ): Promise<{ items: ConversationMessage[]; total: number }> {
    const [counted] = await this.database.query<{ total: number }>(
      `select count(*)::int as total from message where conversation_id = $1 and state = 'complete'`,
      [conversationId],
    );
    const rows = await this.database.query<MessageRow>(
      `select ${MESSAGE_COLUMNS} from message m where m.conversation_id = $1 and m.state = 'complete'
       order by m.position limit $2 offset $3`,
      [conversationId, limit, offset],
    );
    return { items: rows.map(toMessage), total: counted?.total ?? 0 };
  }

  /** What the end user said last; undefined before their first words. By message_conversation_id_position_key. */
  async lastUserMessage(conversationId: string): Promise<string | undefined> {
    const [row] = await this.database.query<{ content: string }>(
      `select content from message where conversation_id = $1 and role = 'user' order by position desc limit 1`,
      [conversationId],
    );
    return row?.content;
  }

  /** Whose it is. By conversation's primary key. */
  async placeOf(conversationId: string): Promise<{ teamId: string; botId: string } | undefined> {
    const [row] = await this.database.query<{ teamId: string; botId: string }>(
      `select team_id as "teamId", bot_id as "botId" from conversation where id = $1`,
      [conversationId],
    );
    return row;
  }

  /**
   * A message as something that is judged: what was asked, and what was answered. Undefined when the conversation has no such
   * message. By message's primary key and message_conversation_id_position_key.
   */
  async exchange(conversationId: string, messageId: string): Promise<Exchange | undefined> {
    const [row] = await this.database.query<Exchange>(
      `select case when m.role <> 'user' then m.content end as response,
         case when m.role = 'user' then m.content else coalesce((select content from message where id = m.answers_id), (
           select content from message
           where conversation_id = m.conversation_id and role = 'user' and position < m.position
           order by position desc limit 1
         )) end as query,
         m.reply->'integration'->>'id' as "integrationId"
       from message m where m.id = $1 and m.conversation_id = $2`,
      [messageId, conversationId],
    );
    return row;
  }

  /** In which conversation of the team a message was said. By message's and conversation's primary keys. */
  async conversationOf(teamId: string, messageId: string): Promise<string | undefined> {
    const [row] = await this.database.query<{ id: string }>(
      `select c.id from message m join conversation c on c.id = m.conversation_id where m.id = $1 and c.team_id = $2`,
      [messageId, teamId],
    );
    return row?.id;
  }

  async insertRating({ teamId, botId, id: conversationId }: ConversationRow, rating: NewRating): Promise<void> {
    await this.database.query(
      `insert into response_rating
         (id, team_id, bot_id, conversation_id, message_id, rating, score, query, response, user_ref, comment, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        rating.id,
        teamId,
        botId,
        conversationId,
        rating.messageId ?? null,
        rating.rating,
        rating.score ?? null,
        rating.query ?? null,
        rating.response ?? null,
        rating.userRef ?? null,
        rating.comment ?? null,
        rating.at,
      ],
    );
  }

  private async findOne(condition: string, parameters: unknown[]): Promise<ConversationRow | undefined> {
    const [row] = await this.database.query<ConversationRow>(
      `select ${CONVERSATION_COLUMNS} from conversation c where c.team_id = $1 and ${condition}`,
      parameters,
    );
    return row;
  }
}

function toMessage({ reply, author, attachments, metadata, ...said }: MessageRow): ConversationMessage {
  return {
    ...said,
    ...(reply && said.role === 'bot'
      ? { confidence: reply.confidence, sources: reply.sources, model: reply.model, usage: reply.usage }
      : {}),
    ...(reply?.integration ? { integrationId: reply.integration.id } : {}),
    ...(isSynthetic(said.role, reply) ? { isSynthetic: true } : {}),
    ...(author ? { author } : {}),
    ...(attachments ? { attachments } : {}),
    ...(metadata ? { metadata } : {}),
  };
}

/** A verified answer was written by somebody. */
function isSynthetic(role: MessageRole, reply: MessageRow['reply']): boolean {
  if (role !== 'bot') return role === 'system';
  if (!reply || reply.integration) return reply?.integration?.isApology === true;
  return reply.model === NO_MODEL && reply.isVerified !== true;
}
