import { Injectable } from '@nestjs/common';
import type { HistoryMessage } from '#domain/replies';
import { Database } from '#infra/database';
import { SAID } from './open-turn.queries';

/** A message that was asked before, and what has become of its reply. */
export interface AskedMessage {
  userMessageId: string;
  content: string;
  position: number;
  askedAt: Date;
  conversationId: string;
  botId: string;
  sessionKey: string;
  userRef: string;
  channel: string;
  /** Null when a person was to answer it. */
  reply: AskedReply | null;
}

export interface AskedReply {
  id: string;
  state: 'pending' | 'complete' | 'failed' | 'withdrawn';
  position: number;
  /** Whether the process that makes it has it for itself. */
  isHeld: boolean;
}

/** Of a reply that readers would miss at its old position, because others have said something since. */
export interface Moved {
  position: number;
  answersId: string;
}

/** The statements of a reply that may be asked for again. Those that change something stand behind the conversation's lock. */
@Injectable()
export class RepeatQueries {
  constructor(private readonly database: Database) {}

  /**
   * Undefined when this principal has asked the bot nothing under that id. By message's primary key and
   * message_conversation_id_position_key.
   */
  async find(
    { teamId, botId, principal }: { teamId: string; botId: string; principal: string },
    userMessageId: string,
    now: Date,
    abandonedBefore: Date,
  ): Promise<AskedMessage | undefined> {
    const [row] = await this.database.query<AskedMessage>(
      `select u.id as "userMessageId", u.content, u.position, u.created_at as "askedAt", c.id as "conversationId",
         c.bot_id as "botId", c.session_key as "sessionKey", c.user_ref as "userRef", c.channel,
         (select json_build_object('id', r.id, 'state', r.state, 'position', r.position,
            'isHeld', case when r.held_until is null then r.created_at >= $6 else r.held_until > $5 end)
          from message r
          where r.conversation_id = c.id and r.role = 'bot' and r.position > u.position
            and (r.answers_id = u.id or r.answers_id is null and r.position = u.position + 1)) as reply
       from message u join conversation c on c.id = u.conversation_id
       where u.id = $1 and u.role = 'user' and u.principal = $4 and c.team_id = $2 and c.bot_id = $3`,
      [userMessageId, teamId, botId, principal, now, abandonedBefore],
    );
    return row;
  }

  /** Makes a failed reply, or one that nobody holds any more, one that is being made. By message's primary key. */
  async hold(replyId: string, heldUntil: Date, moved?: Moved): Promise<void> {
    await this.database.query(
      `update message set state = 'pending', completed_at = null, held_until = $2,
         position = coalesce($3::int, position), answers_id = coalesce($4::uuid, answers_id)
       where id = $1`,
      [replyId, heldUntil, moved?.position ?? null, moved?.answersId ?? null],
    );
  }

  /** The position after the last one. By conversation_pkey. */
  async addPosition(conversationId: string): Promise<number> {
    const [row] = await this.database.query<{ position: number }>(
      'update conversation set message_count = message_count + 1 where id = $1 returning message_count as position',
      [conversationId],
    );
    return row!.position;
  }

  /** Of a reply that a person has made needless. By message's primary key. */
  async withdraw(replyId: string, at: Date): Promise<void> {
    await this.database.query(`update message set state = 'withdrawn', completed_at = $2 where id = $1`, [replyId, at]);
  }

  /** Replies that go on being made, of which the others have to keep their hands off. By message's primary key. */
  async keep(replyIds: readonly string[], heldUntil: Date): Promise<void> {
    await this.database.query(`update message set held_until = $2 where id = any($1::uuid[]) and state = 'pending'`, [
      replyIds,
      heldUntil,
    ]);
  }

  /** What was said before a message, oldest first. By message_conversation_id_position_key. */
  historyBefore(conversationId: string, position: number, limit: number): Promise<HistoryMessage[]> {
    return this.database.query(
      `select role, content as text from (
         select ${SAID}, position from message
         where conversation_id = $1 and position < $2 and state = 'complete' and role <> 'system'
         order by position desc limit $3
       ) recent order by position`,
      [conversationId, position, limit],
    );
  }
}
