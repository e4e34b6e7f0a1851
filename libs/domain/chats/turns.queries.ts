import { Injectable } from '@nestjs/common';
import type { Reply } from '#domain/replies';
import { Database } from '#infra/database';
import type { RepliesWithdrawn } from './chats.notices';
import type { AnswerEscalation, TurnStart } from './chats.types';
import type { Handling } from './handoff/hand-off.types';
import type { EarlierMessage } from './handoff/triggers';
import { IN_CONVERSATION } from './open-turn.queries';
import { sentReplyOf } from './sent-reply';

export interface StoredTurnRow extends Omit<TurnStart, 'messageId'> {
  principal: string;
  state: 'pending' | 'complete' | 'failed' | 'withdrawn';
  text: string;
  reply: Omit<Reply, 'text'> | null;
  answeredAt: Date | null;
  handling: Handling;
  escalation: (AnswerEscalation & { language: string }) | null;
}

/** Stores the reply and its event; does nothing when the reply is no longer pending. By message's primary key. */
const COMPLETE_REPLY = `
with done as (
  update message set state = 'complete', content = $3, reply = $4::jsonb, completed_at = $5
  where id = $2 and state = 'pending' returning id, conversation_id
), told as (
  select done.id as message_id, c.id, c.bot_id, c.session_key, c.user_ref, c.channel, c.channel_id, c.handling
  from done join conversation c on c.id = done.conversation_id
), event as (
  insert into outbox (id, team_id, name, data, occurred_at)
  select $6::uuid, $1::uuid, 'message.sent',
    jsonb_build_object(${IN_CONVERSATION}, 'messageId', message_id, 'content', $3::text) || $7::jsonb, $5
  from told
)
select handling from told`;

/** The statements of a chat turn that is open: one closes it. */
@Injectable()
export class TurnQueries {
  constructor(private readonly database: Database) {}

  /** Who answers the conversation now; undefined when the reply is not pending any more, and then nothing has changed. */
  async completeReply(
    teamId: string,
    { messageId, userMessageId, askedAt }: TurnStart,
    reply: Reply,
    eventId: string,
    at: Date,
  ): Promise<Handling | undefined> {
    const { text, ...rest } = reply;
    const told = { userMessageId, askedAt: askedAt.toISOString(), reply: sentReplyOf(rest) };
    const [row] = await this.database.query<{ handling: Handling }>(
      COMPLETE_REPLY,
      [teamId, messageId, text, JSON.stringify(rest), at, eventId, JSON.stringify(told)],
      { prepare: true },
    );
    return row?.handling;
  }

  async failReply(messageId: string, at: Date): Promise<void> {
    await this.database.query(
      `update message set state = 'failed', completed_at = $2 where id = $1 and state = 'pending'`,
      [messageId, at],
    );
  }

  /** Replies whose process died: pending since before `before`, and held by nobody. By message_pending_idx. */
  async failAbandonedReplies(before: Date, at: Date): Promise<void> {
    await this.database.query(
      `update message set state = 'failed', completed_at = $2 where state = 'pending' and created_at < $1
         and (held_until is null or held_until < $2)`,
      [before, at],
    );
  }

  /** A reply and the turn it belongs to, by message's primary key; in one conversation when one is given. */
  async findTurn(
    teamId: string,
    place: { botId?: string; conversationId?: string },
    messageId: string,
  ): Promise<StoredTurnRow | undefined> {
    const [row] = await this.database.query<StoredTurnRow>(
      `select m.principal, m.state, m.content as text, m.reply, c.bot_id as "botId", c.id as "conversationId",
         c.session_key as "sessionKey", c.user_ref as "userRef", c.channel, c.handling,
         asked.id as "userMessageId", m.created_at as "askedAt", m.completed_at as "answeredAt",
         (select json_build_object('id', e.id, 'reason', e.reason, 'agentId', e.agent_id, 'language', e.language)
          from escalation e where e.conversation_id = c.id and e.state in ('waiting', 'active')) as escalation
       from message m
       join conversation c on c.id = m.conversation_id
       join message asked on asked.conversation_id = m.conversation_id and asked.id = coalesce(m.answers_id, (
         select id from message where conversation_id = m.conversation_id and position = m.position - 1))
       where m.id = $4 and m.role = 'bot' and c.team_id = $1
         and ($2::uuid is null or c.bot_id = $2) and ($3::uuid is null or c.id = $3)`,
      [teamId, place.botId ?? null, place.conversationId ?? null, messageId],
    );
    return row;
  }

  /** Of these replies, those that a person has withdrawn. By message's primary key and escalation_conversation_id_idx. */
  withdrawnAmong(messageIds: readonly string[]): Promise<RepliesWithdrawn[]> {
    return this.database.query(
      `select m.conversation_id as "conversationId", array[m.id] as "messageIds", e.language,
         json_build_object('id', e.id, 'reason', e.reason, 'agentId', e.agent_id) as escalation
       from message m
       join lateral (
         select * from escalation where conversation_id = m.conversation_id order by created_at desc limit 1
       ) e on true
       where m.id = any($1::uuid[]) and m.state = 'withdrawn'`,
      [messageIds],
    );
  }

  /**
   * What was said before a turn since the conversation last came back from a person, newest first. By
   * message_conversation_id_position_key.
   */
  earlierMessages(conversationId: string, userMessageId: string, limit: number): Promise<EarlierMessage[]> {
    return this.database.query(
      `select m.role, m.created_at as at,
         coalesce((m.reply->>'grounded')::boolean, false) as "isGrounded",
         coalesce((m.reply->>'isSmallTalk')::boolean, false) as "isSmallTalk"
       from message m
       where m.conversation_id = $1 and m.state = 'complete' and m.role in ('user', 'bot')
         and m.position < (select position from message where id = $2)
         and m.created_at > coalesce(
           (select max(ended_at) from escalation where conversation_id = $1), '-infinity'::timestamptz)
       order by m.position desc limit $3`,
      [conversationId, userMessageId, limit],
    );
  }
}
