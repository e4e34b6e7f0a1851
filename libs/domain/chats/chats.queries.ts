import { Injectable } from '@nestjs/common';
import type { Reply } from '#domain/replies';
import { Database } from '#infra/database';
import type { HistoryEntry, TurnStart } from './chats.types';

/** Earlier messages that a reply may look at. The engine narrows them to its token window. */
const HISTORY_MESSAGES = 20;

export interface OpenTurn extends TurnStart {
  teamId: string;
  /** Used when the conversation is new. */
  newConversationId: string;
  userRef: string;
  content: string;
  principal: string;
  metadata: Record<string, unknown> | undefined;
  conversationStartedEventId: string;
  messageReceivedEventId: string;
  /** The chat that the conversation belongs to, and how long it lives from now on. */
  chat?: { id: string; expiresAt: Date };
}

export interface OpenedTurn {
  conversationId: string;
  history: Array<{ role: 'user' | 'bot'; text: string }>;
}

export interface ConversationRow {
  id: string;
  botId: string;
  sessionKey: string;
  userRef: string;
  messageCount: number;
}

export interface StoredTurnRow {
  principal: string;
  state: 'pending' | 'complete' | 'failed';
  text: string;
  reply: Omit<Reply, 'text'> | null;
  botId: string;
  conversationId: string;
  sessionKey: string;
  userMessageId: string;
  askedAt: Date;
  answeredAt: Date | null;
}

/** Earlier messages of the conversation. By message_conversation_id_position_key. */
const HISTORY = `select role, content, created_at, conversation_id, position from message
    where conversation_id = r.id and state = 'complete' order by position desc limit ${HISTORY_MESSAGES}`;

/** Earlier messages of the chat, whichever bot they were with. By conversation_chat_id_idx. */
const CHAT_HISTORY = `select m.role, m.content, m.created_at, m.conversation_id, m.position
    from conversation c join message m on m.conversation_id = c.id
    where c.chat_id = $14::uuid and m.state = 'complete'
    order by m.created_at desc, m.conversation_id desc, m.position desc limit ${HISTORY_MESSAGES}`;

/** Renews the chat and names its bot; no row when it is not open any more, and then nothing else happens. By chat_pkey. */
const RENEWED_CHAT = `chat_row as (
  update chat set bot_id = $3::uuid, expires_at = $15::timestamptz
  where id = $14::uuid and team_id = $2::uuid and expires_at > $6::timestamptz
  returning id
), `;

/**
 * Begins or continues the conversation, stores the message and its pending reply, writes the events, and reads the
 * history. Upserts by conversation_bot_id_session_key_key, whose row lock also gives the turns of one conversation their
 * order; the row lock of a chat does so over all its bots.
 */
const openTurnIn = (place: 'conversation' | 'chat') => `
with ${place === 'chat' ? RENEWED_CHAT : ''}conversation_row as (
  insert into conversation as c
    (id, team_id, bot_id, session_key, user_ref, message_count, started_at, last_message_at, chat_id)
  ${
    place === 'chat'
      ? 'select $1::uuid, $2::uuid, $3::uuid, $4, $5, 2, $6::timestamptz, $6::timestamptz, id from chat_row'
      : 'values ($1::uuid, $2::uuid, $3::uuid, $4, $5, 2, $6::timestamptz, $6::timestamptz, null)'
  }
  on conflict (bot_id, session_key) do update
    set message_count = c.message_count + 2, last_message_at = excluded.last_message_at,
        state = 'open', ended_at = null, chat_id = coalesce(excluded.chat_id, c.chat_id)
  returning id, user_ref, message_count, (xmax = 0) as is_new
), messages as (
  insert into message
    (id, conversation_id, position, role, state, content, principal, metadata, created_at, completed_at)
  select $7::uuid, id, message_count - 1, 'user', 'complete', $8, $9, $10::jsonb, $6::timestamptz, $6::timestamptz
  from conversation_row
  union all
  select $11::uuid, id, message_count, 'bot', 'pending', '', $9, null, $6::timestamptz, null
  from conversation_row
), events as (
  insert into outbox (id, team_id, name, data, occurred_at)
  select $12::uuid, $2::uuid, 'conversation.started',
    jsonb_build_object('botId', $3::uuid, 'conversationId', id, 'sessionKey', $4::text, 'userRef', user_ref),
    $6::timestamptz
  from conversation_row where is_new
  union all
  select $13::uuid, $2::uuid, 'message.received',
    jsonb_build_object('botId', $3::uuid, 'conversationId', id, 'sessionKey', $4::text, 'userRef', user_ref,
      'messageId', $7::uuid, 'content', $8::text),
    $6::timestamptz
  from conversation_row
)
select id as "conversationId", (
  select coalesce(json_agg(json_build_object('role', role, 'text', content)
    order by created_at, conversation_id, position), '[]')
  from (${place === 'chat' ? CHAT_HISTORY : HISTORY}) recent
) as history
from conversation_row r`;

const OPEN_TURN = openTurnIn('conversation');
const OPEN_TURN_IN_CHAT = openTurnIn('chat');

/** Stores the reply and its event; does nothing when the reply is no longer pending. By message's primary key. */
const COMPLETE_REPLY = `
with done as (
  update message set state = 'complete', content = $3, reply = $4::jsonb, completed_at = $5
  where id = $2 and state = 'pending' returning id, conversation_id
)
insert into outbox (id, team_id, name, data, occurred_at)
select $6::uuid, $1::uuid, 'message.sent',
  jsonb_build_object('botId', c.bot_id, 'conversationId', c.id, 'sessionKey', c.session_key,
    'userRef', c.user_ref, 'messageId', done.id, 'content', $3::text),
  $5
from done join conversation c on c.id = done.conversation_id`;

/** The statements of a chat turn: one to open it, one to close it. */
@Injectable()
export class ChatQueries {
  constructor(private readonly database: Database) {}

  /** Undefined when the chat that it names is not open. */
  async openTurn(turn: OpenTurn): Promise<OpenedTurn | undefined> {
    const { chat } = turn;
    const [row] = await this.database.query<OpenedTurn>(
      chat ? OPEN_TURN_IN_CHAT : OPEN_TURN,
      [
        turn.newConversationId,
        turn.teamId,
        turn.botId,
        turn.sessionKey,
        turn.userRef,
        turn.askedAt,
        turn.userMessageId,
        turn.content,
        turn.principal,
        turn.metadata === undefined ? null : JSON.stringify(turn.metadata),
        turn.messageId,
        turn.conversationStartedEventId,
        turn.messageReceivedEventId,
        ...(chat ? [chat.id, chat.expiresAt] : []),
      ],
      { prepare: true },
    );
    return row;
  }

  async completeReply(teamId: string, messageId: string, reply: Reply, eventId: string, at: Date): Promise<void> {
    const { text, ...rest } = reply;
    await this.database.query(COMPLETE_REPLY, [teamId, messageId, text, JSON.stringify(rest), at, eventId], {
      prepare: true,
    });
  }

  async failReply(messageId: string, at: Date): Promise<void> {
    await this.database.query(
      `update message set state = 'failed', completed_at = $2 where id = $1 and state = 'pending'`,
      [messageId, at],
    );
  }

  /** Replies whose process died: pending since before `before`. By message_pending_idx. */
  async failAbandonedReplies(before: Date, at: Date): Promise<void> {
    await this.database.query(
      `update message set state = 'failed', completed_at = $2 where state = 'pending' and created_at < $1`,
      [before, at],
    );
  }

  /** A reply and the turn it belongs to, by message's primary key. */
  async findTurn(teamId: string, botId: string, messageId: string): Promise<StoredTurnRow | undefined> {
    const [row] = await this.database.query<StoredTurnRow>(
      `select m.principal, m.state, m.content as text, m.reply, c.bot_id as "botId", c.id as "conversationId",
         c.session_key as "sessionKey", asked.id as "userMessageId", m.created_at as "askedAt",
         m.completed_at as "answeredAt"
       from message m
       join conversation c on c.id = m.conversation_id
       join message asked on asked.conversation_id = m.conversation_id and asked.position = m.position - 1
       where m.id = $3 and m.role = 'bot' and c.team_id = $1 and c.bot_id = $2`,
      [teamId, botId, messageId],
    );
    return row;
  }

  /** By conversation_bot_id_session_key_key. */
  async findBySession(teamId: string, botId: string, sessionKey: string): Promise<ConversationRow | undefined> {
    return this.findConversation('c.bot_id = $2 and c.session_key = $3', [teamId, botId, sessionKey]);
  }

  /** By conversation's primary key. */
  async findById(teamId: string, botId: string, conversationId: string): Promise<ConversationRow | undefined> {
    return this.findConversation('c.bot_id = $2 and c.id = $3', [teamId, botId, conversationId]);
  }

  /** Oldest first, only what has been said in full. By message_conversation_id_position_key. */
  async history(
    conversationId: string,
    limit: number,
    offset: number,
  ): Promise<{ entries: HistoryEntry[]; total: number }> {
    const rows = await this.database.query<HistoryEntry & { total: string }>(
      `select counted.total, m.id, m.role, m.content, coalesce(m.completed_at, m.created_at) as at
       from (select count(*) as total from message where conversation_id = $1 and state = 'complete') counted
       left join lateral (
         select * from message where conversation_id = $1 and state = 'complete'
         order by position limit $2 offset $3
       ) m on true
       order by m.position`,
      [conversationId, limit, offset],
    );
    const entries = rows.filter((row) => row.id !== null).map(({ total: _, ...entry }) => entry);
    return { entries, total: Number(rows[0]?.total ?? 0) };
  }

  async hasMessage(conversationId: string, messageId: string): Promise<boolean> {
    const rows = await this.database.query('select 1 from message where id = $1 and conversation_id = $2', [
      messageId,
      conversationId,
    ]);
    return rows.length > 0;
  }

  private async findConversation(condition: string, parameters: unknown[]): Promise<ConversationRow | undefined> {
    const [row] = await this.database.query<ConversationRow>(
      `select c.id, c.bot_id as "botId", c.session_key as "sessionKey", c.user_ref as "userRef",
         c.message_count as "messageCount"
       from conversation c where c.team_id = $1 and ${condition}`,
      parameters,
    );
    return row;
  }
}
