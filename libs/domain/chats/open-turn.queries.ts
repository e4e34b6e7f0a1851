import { Injectable } from '@nestjs/common';
import type { HistoryMessage } from '#domain/replies';
import { Database } from '#infra/database';
import type { AnswerEscalation, ConversationAddress, MessageAttachment } from './chats.types';
import type { Handling } from './handoff/hand-off.types';

export interface OpenTurn {
  teamId: string;
  userMessageId: string;
  /** Of the reply. */
  messageId: string;
  askedAt: Date;
  content: string;
  principal: string;
  metadata: Record<string, unknown> | undefined;
  attachments: readonly MessageAttachment[] | undefined;
  conversationMetadata: Record<string, unknown> | undefined;
  /** Kept with the reply. */
  modelName: string | undefined;
  messageReceivedEventId: string;
  /** The messenger's channel by which the message came, and what is to be kept of where it came from. */
  messenger: { channelId: string; address: ConversationAddress } | undefined;
  /** Earlier messages that the reply may look at; the engine narrows them to its token window. */
  maxHistory: number;
  /** Until then the reply is this process's alone to make. */
  heldUntil: Date | undefined;
}

/** A turn in the conversation that the bot has under a session key; begun when there is none. */
export interface OpenTurnInSession extends OpenTurn {
  botId: string;
  newConversationId: string;
  sessionKey: string;
  userRef: string;
  channel: string;
  conversationStartedEventId: string;
  /** The chat that the conversation belongs to, and how long it lives from now on. */
  chat?: { id: string; expiresAt: Date };
}

/** A turn in a conversation that there is. */
export interface OpenTurnIn extends OpenTurn {
  conversationId: string;
  botId: string;
}

export interface OpenedTurn {
  conversationId: string;
  botId: string;
  sessionKey: string;
  userRef: string;
  channel: string;
  /** `human`: only the message was stored, and no reply is pending. */
  handling: Handling;
  escalation: AnswerEscalation | null;
  /** Agents count as the bot, and what the system said is left out. */
  history: HistoryMessage[];
}

export const SAID = `case role when 'agent' then 'bot' else role end as role, content`;

/** Earlier messages of the conversation. By message_conversation_id_position_key. */
const HISTORY = `select ${SAID}, created_at, conversation_id, position from message
    where conversation_id = r.id and state = 'complete' and role <> 'system'
    order by position desc limit $16::int`;

/** Earlier messages of the chat, whichever bot they were with. By conversation_chat_id_idx. */
const CHAT_HISTORY = `select ${SAID}, m.created_at, m.conversation_id, m.position
    from conversation c join message m on m.conversation_id = c.id
    where c.chat_id = $22::uuid and m.state = 'complete' and m.role <> 'system'
    order by m.created_at desc, m.conversation_id desc, m.position desc limit $16::int`;

/** Renews the chat and names its bot; no row when it is not open any more, and then nothing else happens. By chat_pkey. */
const RENEWED_CHAT = `chat_row as (
  update chat set bot_id = $3::uuid, expires_at = $23::timestamptz
  where id = $22::uuid and team_id = $2::uuid and expires_at > $4::timestamptz
  returning id
), `;

/** Names of whoever began the conversation are renewed; others speak in it too, when it is a group's. */
const RENEWED_ADDRESS = `case
      when c.address is null then $15::jsonb
      when c.address->'user'->>'id' = $15::jsonb->'user'->>'id' then jsonb_set(c.address, '{user}', $15::jsonb->'user')
      else c.address end`;

/** One more message, and one for the reply unless a person answers. A new message opens a conversation again. */
const CONTINUED = `message_count = c.message_count + case c.handling when 'human' then 1 else 2 end,
    last_message_at = $4::timestamptz, state = 'open', ended_at = null, resolved_at = null,
    channel_id = coalesce($14::uuid, c.channel_id), address = ${RENEWED_ADDRESS}`;
const CONTINUED_COLUMNS = 'id, bot_id, session_key, user_ref, channel, channel_id, address, handling, message_count';

/** By conversation_bot_id_session_key_key. */
const inSession = (place: 'session' | 'chat') => `conversation_row as (
  insert into conversation as c
    (id, team_id, bot_id, session_key, user_ref, message_count, started_at, last_message_at, channel, metadata,
      channel_id, address, chat_id)
  select $1::uuid, $2::uuid, $3::uuid, $18::text, $19::text, 2, $4::timestamptz, $4::timestamptz, $20::text, $12::jsonb,
    $14::uuid, $15::jsonb, ${place === 'chat' ? 'id from chat_row' : 'null::uuid'}
  on conflict (bot_id, session_key) do update
    set ${CONTINUED}, metadata = coalesce(excluded.metadata, c.metadata), chat_id = coalesce(excluded.chat_id, c.chat_id)
  returning ${CONTINUED_COLUMNS}, (xmax = 0) as is_new
)`;

/** By conversation_pkey. */
const BY_ID = `conversation_row as (
  update conversation c set ${CONTINUED}, metadata = coalesce($12::jsonb, c.metadata)
  where c.id = $1::uuid and c.team_id = $2::uuid and c.bot_id = $3::uuid
  returning ${CONTINUED_COLUMNS}
)`;

/** What every event of a conversation says; of a row of `conversation`. */
export const IN_CONVERSATION = `'botId', bot_id, 'conversationId', id, 'sessionKey', session_key, 'userRef', user_ref,
      'channel', channel, 'channelId', channel_id`;

/** Whose message it is. */
const SAID_BY = `coalesce($15::jsonb->'user', address->'user',
      jsonb_build_object('id', user_ref, 'username', null, 'name', null))`;

/**
 * Begins or continues the conversation, stores the message and its pending reply, writes the events, and reads the
 * history. The row lock of the conversation gives its turns their order, and is the fence of the hand-off: while a person
 * answers, no reply is begun. The row lock of a chat gives order over all its bots.
 */
const openTurnIn = (place: 'session' | 'chat' | 'id') => `
with ${place === 'chat' ? RENEWED_CHAT : ''}${place === 'id' ? BY_ID : inSession(place)}, messages as (
  insert into message
    (id, conversation_id, position, role, state, content, principal, metadata, attachments, created_at, completed_at,
      held_until)
  select $5::uuid, id, message_count - case handling when 'human' then 0 else 1 end, 'user', 'complete', $6, $7,
    $8::jsonb, $11::jsonb, $4::timestamptz, $4::timestamptz, null
  from conversation_row
  union all
  select $9::uuid, id, message_count, 'bot', 'pending', '', $7, $10::jsonb, null, $4::timestamptz, null,
    $17::timestamptz
  from conversation_row where handling <> 'human'
), events as (
  insert into outbox (id, team_id, name, data, occurred_at)
  select $13::uuid, $2::uuid, 'message.received',
    jsonb_build_object(${IN_CONVERSATION}, 'messageId', $5::uuid, 'content', $6::text,
      'user', ${SAID_BY}), $4::timestamptz
  from conversation_row
  ${
    place === 'id'
      ? ''
      : `union all
  select $21::uuid, $2::uuid, 'conversation.started', jsonb_build_object(${IN_CONVERSATION}), $4::timestamptz
  from conversation_row where is_new`
  }
)
select r.id as "conversationId", r.bot_id as "botId", r.session_key as "sessionKey", r.user_ref as "userRef",
  r.channel, r.handling,
  case when r.handling <> 'bot' then (
    select json_build_object('id', e.id, 'reason', e.reason, 'agentId', e.agent_id)
    from escalation e where e.conversation_id = r.id and e.state in ('waiting', 'active')
  ) end as escalation, (
  select coalesce(json_agg(json_build_object('role', role, 'text', content)
    order by created_at, conversation_id, position), '[]')
  from (${place === 'chat' ? CHAT_HISTORY : HISTORY}) recent
) as history
from conversation_row r`;

const OPEN_TURN = { session: openTurnIn('session'), chat: openTurnIn('chat'), id: openTurnIn('id') };

/** The statement that opens a chat turn. */
@Injectable()
export class OpenTurnQueries {
  constructor(private readonly database: Database) {}

  /** Undefined when the chat that it names is not open. */
  openInSession(turn: OpenTurnInSession): Promise<OpenedTurn | undefined> {
    const { chat } = turn;
    return this.open(OPEN_TURN[chat ? 'chat' : 'session'], turn.newConversationId, turn.botId, turn, [
      turn.sessionKey,
      turn.userRef,
      turn.channel,
      turn.conversationStartedEventId,
      ...(chat ? [chat.id, chat.expiresAt] : []),
    ]);
  }

  /** Undefined when there is no such conversation. */
  openIn(turn: OpenTurnIn): Promise<OpenedTurn | undefined> {
    return this.open(OPEN_TURN.id, turn.conversationId, turn.botId, turn, []);
  }

  private async open(
    sql: string,
    conversationId: string,
    botId: string,
    turn: OpenTurn,
    further: readonly unknown[],
  ): Promise<OpenedTurn | undefined> {
    const [row] = await this.database.query<OpenedTurn>(
      sql,
      [
        conversationId,
        turn.teamId,
        botId,
        turn.askedAt,
        turn.userMessageId,
        turn.content,
        turn.principal,
        jsonOrNull(turn.metadata),
        turn.messageId,
        turn.modelName === undefined ? null : JSON.stringify({ modelName: turn.modelName }),
        jsonOrNull(turn.attachments),
        jsonOrNull(turn.conversationMetadata),
        turn.messageReceivedEventId,
        turn.messenger?.channelId ?? null,
        jsonOrNull(turn.messenger?.address),
        turn.maxHistory,
        turn.heldUntil ?? null,
        ...further,
      ],
      { prepare: true },
    );
    return row;
  }
}

function jsonOrNull(value: object | undefined): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
