import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type { PreparedPart } from '#providers/channel-transport';
import { HAS_LANE, type LanePlace, laneParameters } from '../lanes/lanes.queries';
import type { MessageWords, SaidMessage, WaitingConversation, WaitingMessage } from './outbound.types';

@Injectable()
export class MessagesQueries {
  constructor(private readonly database: Database) {}

  /**
   * Notes what is to be sent. An answer goes where the message came from; what a person says, to where the conversation is
   * held. The answers of generic webhooks are told to their callers. By message_pkey, channel_update_pkey and the primary
   * keys of conversation and channel.
   */
  async insert(said: readonly SaidMessage[], { isLive, now }: { isLive: boolean; now: Date }): Promise<void> {
    await this.database.execute(
      `insert into channel_message (id, team_id, channel_id, conversation_id, chat_id, thread_id, reply_to, state, error,
         next_attempt_at, created_at, settled_at)
       select m.id, c.team_id, h.id, c.id, coalesce(u.chat_id, c.address->>'chatId'),
         case when u.id is null then c.address->>'threadId' else u.message->>'threadId' end, u.message->'replyTo',
         case when r.obstacle is null then 'waiting' else 'skipped' end, r.obstacle,
         case when r.obstacle is null then $4::timestamptz end, $4::timestamptz,
         case when r.obstacle is not null then $4::timestamptz end
       from unnest($1::uuid[], $2::uuid[]) as s (message_id, user_message_id)
         join message m on m.id = s.message_id
         join conversation c on c.id = m.conversation_id
         join channel h on h.id = c.channel_id
         left join channel_update u on u.id = s.user_message_id and u.channel_id = h.id
         cross join lateral (select case
           when not $3::boolean then 'Channels are not live in this installation (CHANNELS_LIVE).'
           when h.type = 'webhook' and h.config->>'callback_url' is null then 'The channel has no callback_url.'
         end as obstacle) as r
       where (h.type <> 'webhook' or s.user_message_id is null) and coalesce(u.chat_id, c.address->>'chatId') is not null
       on conflict (id) do nothing`,
      [said.map(({ messageId }) => messageId), said.map(({ userMessageId }) => userMessageId), isLive, now],
    );
  }

  /** Of these, the conversations in which something waits. By channel_message_pkey. */
  waitingAmong(ids: readonly string[]): Promise<WaitingConversation[]> {
    return this.database.query<WaitingConversation>(
      `select distinct channel_id as "channelId", conversation_id as "conversationId" from channel_message
       where id = any($1::uuid[]) and state = 'waiting'`,
      [ids],
    );
  }

  /** The next of a conversation. By channel_message_waiting_idx, as are the two below. */
  async head(channelId: string, conversationId: string): Promise<WaitingMessage | undefined> {
    const [row] = await this.database.query<WaitingMessage>(
      `select id, chat_id as "chatId", thread_id as "threadId", reply_to as "replyTo", parts,
         cardinality(platform_message_ids) as "sentParts", failures, next_attempt_at as "nextAttemptAt"
       from channel_message where channel_id = $1 and conversation_id = $2 and state = 'waiting' order by id limit 1`,
      [channelId, conversationId],
    );
    return row;
  }

  async hasWaiting(channelId: string, conversationId: string): Promise<boolean> {
    const rows = await this.database.query(
      `select from channel_message where channel_id = $1 and conversation_id = $2 and state = 'waiting' limit 1`,
      [channelId, conversationId],
    );
    return rows.length > 0;
  }

  waitingOf(channelId: string): Promise<WaitingConversation[]> {
    return this.database.query<WaitingConversation>(
      `select distinct channel_id as "channelId", conversation_id as "conversationId" from channel_message
       where channel_id = $1 and state = 'waiting'`,
      [channelId],
    );
  }

  /** What is said, with what an integration has added to it. By message_pkey. */
  async words(id: string): Promise<MessageWords | undefined> {
    const [row] = await this.database.query<MessageWords>(
      `select content, reply->'integration'->'attachments' as attachments from message where id = $1`,
      [id],
    );
    return row;
  }

  /** By channel_message_pkey, as is what follows. */
  async prepare(place: LanePlace, id: string, parts: readonly PreparedPart[]): Promise<void> {
    await this.database.execute(`update channel_message set parts = $6::jsonb where id = $5 and ${HAS_LANE}`, [
      ...laneParameters(place),
      id,
      JSON.stringify(parts),
    ]);
  }

  /**
   * A part is about to be sent. Found begun already, nobody knows whether it has arrived. False when the run no longer has the
   * lane.
   */
  async begin(place: LanePlace, id: string, part: number): Promise<boolean> {
    const count = await this.database.execute(
      `update channel_message set attempts = attempts + 1, sending_part = $6,
         doubtful_parts = doubtful_parts + case when sending_part = $6 then 1 else 0 end
       where id = $5 and state = 'waiting' and ${HAS_LANE}`,
      [...laneParameters(place), id, part],
    );
    return count > 0;
  }

  /** It was sent, whoever has the lane by now. */
  async sent(id: string, part: number, platformMessageId: string): Promise<void> {
    await this.database.execute(
      `update channel_message set platform_message_ids = platform_message_ids || $3::text, sending_part = null, error = null
       where id = $1 and cardinality(platform_message_ids) = $2`,
      [id, part, platformMessageId],
    );
  }

  /** It is tried again then. `isKnown`: the part was not sent for sure. */
  async postpone(
    place: LanePlace,
    id: string,
    later: { at: Date; error: string; isKnown: boolean; isFailure: boolean },
  ) {
    await this.database.execute(
      `update channel_message set next_attempt_at = $6, error = $7, failures = failures + $9::int,
         sending_part = case when $8 then null else sending_part end
       where id = $5 and state = 'waiting' and ${HAS_LANE}`,
      [...laneParameters(place), id, later.at, later.error, later.isKnown, later.isFailure ? 1 : 0],
    );
  }

  /** What was sent stands in the conversation; of what was not, the parts are kept for another try. */
  async settle(place: LanePlace, id: string, state: 'sent' | 'failed', error: string | null): Promise<void> {
    await this.database.execute(
      `update channel_message set state = $6, error = $7, settled_at = $8, next_attempt_at = null,
         parts = case when $6 = 'sent' then null else parts end
       where id = $5 and state = 'waiting' and ${HAS_LANE}`,
      [...laneParameters(place), id, state, error, place.now],
    );
  }

  /**
   * Conversations in which something is due and nobody sees to it, of channels that something goes through. By
   * channel_message_due_idx, channel_pkey and channel_lane_pkey.
   */
  dueConversations(now: Date, limit: number): Promise<WaitingConversation[]> {
    return this.database.query<WaitingConversation>(
      `select distinct m.channel_id as "channelId", m.conversation_id as "conversationId"
       from channel_message m join channel c on c.id = m.channel_id
       where m.state = 'waiting' and m.next_attempt_at <= $1 and c.status <> 'disconnected'
         and (c.held_until is null or c.held_until <= $1) and not exists (
           select from channel_lane l where l.channel_id = m.channel_id and l.direction = 'outbound'
             and l.name = m.conversation_id::text and l.lease_until > $1)
       limit $2`,
      [now, limit],
    );
  }

  /** Those with ids below one; gives how many there were. By channel_message_pkey. */
  deleteBefore(id: string, limit: number): Promise<number> {
    return this.database.execute(
      `delete from channel_message
       where id = any (array(select id from channel_message where id < $1 order by id limit $2 for update skip locked))`,
      [id, limit],
    );
  }

  /** Rows of a team with ids below one; gives how many. By channel_message_pkey: those of all teams go after a month. */
  deleteOfTeam(teamId: string, belowId: string, limit: number): Promise<number> {
    return this.database.execute(
      `delete from channel_message where id = any (array(
         select id from channel_message where team_id = $1 and id < $2 order by id limit $3 for update skip locked
       ))`,
      [teamId, belowId, limit],
    );
  }
}
