import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type { SaidMessage, Sitting } from './sittings';

export interface ChangedConversation {
  conversationId: string;
  /** When it was ended, the earliest of those heard of now. */
  endedAt: Date | undefined;
}

/** Where the sittings of a conversation are to be looked at again. */
export interface SittingState {
  conversationId: string;
  botId: string;
  last: Sitting | null;
  /** Of the messages that were heard of now, the first. */
  changedFrom: number | null;
  /** First positions of the sittings that the first message, and the end, lie in; null when they lie before all. */
  messageWithin: number | null;
  endWithin: number | null;
  endsMs: number[];
}

export interface FoundMessage extends SaidMessage {
  conversationId: string;
}

export interface StoredSitting extends Sitting {
  conversationId: string;
}

/** Whole, since sittings are kept to the millisecond and must be taken away as they were added. */
const MS = (column: string) => `floor(extract(epoch from ${column}) * 1000)::float8`;
const SITTING = `'firstPosition', s.first_position, 'lastPosition', s.last_position, 'messages', s.messages,
  'startedAtMs', ${MS('s.started_at')}, 'lastAtMs', ${MS('s.last_at')}, 'lastUserAtMs', ${MS('s.last_user_at')}`;

/** All stand in a transaction that has locked the bots. */
@Injectable()
export class SittingQueries {
  constructor(private readonly database: Database) {}

  /** By analytics_ending_pkey. */
  async addEndings(endings: ReadonlyArray<{ conversationId: string; at: Date }>): Promise<void> {
    if (endings.length === 0) return;
    await this.database.query(
      `insert into analytics_ending (conversation_id, at)
       select g.id, g.at from unnest($1::uuid[], $2::timestamptz[]) as g (id, at) join conversation c on c.id = g.id
       order by 1, 2 on conflict do nothing`,
      [endings.map(({ conversationId }) => conversationId), endings.map(({ at }) => at)],
    );
  }

  /**
   * Of the conversations that there still are; none of them is deleted before the transaction ends. By
   * analytics_sitting_pkey, analytics_ending_pkey and message_pkey.
   */
  states(conversations: readonly ChangedConversation[], messageIds: readonly string[]): Promise<SittingState[]> {
    return this.database.query<SittingState>(
      `with held as (
         select c.id, c.bot_id, g.ended_at from conversation c
         join unnest($1::uuid[], $2::timestamptz[]) as g (id, ended_at) on g.id = c.id
         order by c.id for key share of c
       ), changed as (
         select conversation_id, min(position) as position from message where id = any($3::uuid[]) group by 1
       )
       select h.id as "conversationId", h.bot_id as "botId", changed.position as "changedFrom",
         (select jsonb_build_object(${SITTING}) from analytics_sitting s where s.conversation_id = h.id
          order by s.first_position desc limit 1) as last,
         (select max(s.first_position) from analytics_sitting s
          where s.conversation_id = h.id and s.first_position <= changed.position) as "messageWithin",
         (select s.first_position from analytics_sitting s
          where s.conversation_id = h.id and s.started_at <= h.ended_at
          order by s.first_position desc limit 1) as "endWithin",
         coalesce((select json_agg(${MS('e.at')} order by e.at) from analytics_ending e where e.conversation_id = h.id), '[]')
           as "endsMs"
       from held h left join changed on changed.conversation_id = h.id`,
      [
        conversations.map(({ conversationId }) => conversationId),
        conversations.map(({ endedAt }) => endedAt ?? null),
        messageIds,
      ],
    );
  }

  /** What was said from a position on, in order. By message_conversation_id_position_key. */
  messagesFrom(from: ReadonlyArray<{ conversationId: string; position: number }>): Promise<FoundMessage[]> {
    return this.database.query<FoundMessage>(
      `select m.conversation_id as "conversationId", m.position, m.role = 'user' as "isUser",
         ${MS('coalesce(m.completed_at, m.created_at)')} as "atMs"
       from unnest($1::uuid[], $2::integer[]) as g (id, position)
       join message m on m.conversation_id = g.id and m.position >= g.position
       where m.state = 'complete' and m.role <> 'system'
       order by m.conversation_id, m.position`,
      [from.map(({ conversationId }) => conversationId), from.map(({ position }) => position)],
    );
  }

  /** Those from a position on; gives what they were. By analytics_sitting_pkey. */
  removeFrom(from: ReadonlyArray<{ conversationId: string; position: number }>): Promise<StoredSitting[]> {
    return this.database.query<StoredSitting>(
      `delete from analytics_sitting s using unnest($1::uuid[], $2::integer[]) as g (id, position)
       where s.conversation_id = g.id and s.first_position >= g.position
       returning s.conversation_id as "conversationId", s.first_position as "firstPosition",
         s.last_position as "lastPosition", s.messages, ${MS('s.started_at')} as "startedAtMs",
         ${MS('s.last_at')} as "lastAtMs", ${MS('s.last_user_at')} as "lastUserAtMs"`,
      [from.map(({ conversationId }) => conversationId), from.map(({ position }) => position)],
    );
  }

  async insert(sittings: readonly StoredSitting[]): Promise<void> {
    if (sittings.length === 0) return;
    await this.database.query(
      `insert into analytics_sitting
         (conversation_id, first_position, last_position, messages, started_at, last_at, last_user_at)
       select * from unnest($1::uuid[], $2::integer[], $3::integer[], $4::integer[],
         $5::timestamptz[], $6::timestamptz[], $7::timestamptz[])`,
      [
        sittings.map(({ conversationId }) => conversationId),
        sittings.map(({ firstPosition }) => firstPosition),
        sittings.map(({ lastPosition }) => lastPosition),
        sittings.map(({ messages }) => messages),
        ...(['startedAtMs', 'lastAtMs', 'lastUserAtMs'] as const).map((time) =>
          sittings.map((sitting) => new Date(sitting[time])),
        ),
      ],
    );
  }
}
