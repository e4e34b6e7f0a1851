import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type { InboundMessage } from '#providers/channel-transport';
import { HAS_LANE, type LanePlace, laneParameters } from '../lanes/lanes.queries';
import type { UpdateOutcome, UpdateState, WaitingUpdate, WebhookAnswer } from './inbound.types';

export interface NewUpdate {
  id: string;
  teamId: string;
  botId: string;
  channelId: string;
  userRef: string;
  message: InboundMessage;
  receivedAt: Date;
}

export interface UpdateStanding {
  state: UpdateState;
  reason: string | null;
  answer: WebhookAnswer | null;
}

export interface WaitingChat {
  channelId: string;
  chatId: string;
}

@Injectable()
export class UpdatesQueries {
  constructor(private readonly database: Database) {}

  /** False when the platform has told it before. By channel_update_channel_id_key_key. */
  async insert({ id, teamId, botId, channelId, userRef, message, receivedAt }: NewUpdate): Promise<boolean> {
    const count = await this.database.execute(
      `insert into channel_update (id, team_id, bot_id, channel_id, key, chat_id, user_ref, message, next_attempt_at,
         received_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9, $9)
       on conflict (channel_id, key) do nothing`,
      [id, teamId, botId, channelId, message.key, message.chatId, userRef, JSON.stringify(message), receivedAt],
    );
    return count > 0;
  }

  /** The next of a chat. By channel_update_waiting_idx, as is the one below. */
  async head(channelId: string, chatId: string): Promise<WaitingUpdate | undefined> {
    const [row] = await this.database.query<WaitingUpdate>(
      `select id, message, attempts, next_attempt_at as "nextAttemptAt", session_key as "sessionKey",
         received_at as "receivedAt"
       from channel_update where channel_id = $1 and chat_id = $2 and state = 'waiting' order by id limit 1`,
      [channelId, chatId],
    );
    return row;
  }

  async hasWaiting(channelId: string, chatId: string): Promise<boolean> {
    const rows = await this.database.query(
      `select from channel_update where channel_id = $1 and chat_id = $2 and state = 'waiting' limit 1`,
      [channelId, chatId],
    );
    return rows.length > 0;
  }

  /** By channel_update_channel_id_key_key, as is the one below. */
  async standing(channelId: string, key: string): Promise<UpdateStanding | undefined> {
    const [row] = await this.database.query<UpdateStanding>(
      'select state, reason, answer from channel_update where channel_id = $1 and key = $2',
      [channelId, key],
    );
    return row;
  }

  /** One that was given up is tried again, because its sender asks for it. */
  async reopen(channelId: string, key: string, now: Date): Promise<void> {
    await this.database.execute(
      `update channel_update set state = 'waiting', attempts = 0, reason = null, next_attempt_at = $3, settled_at = null
       where channel_id = $1 and key = $2 and state = 'failed'`,
      [channelId, key, now],
    );
  }

  /**
   * An attempt begins, in the session that all further ones have, too. False when the run no longer has the lane. By
   * channel_update_pkey, as is what follows.
   */
  async begin(place: LanePlace, id: string, sessionKey: string): Promise<boolean> {
    const count = await this.database.execute(
      `update channel_update set attempts = attempts + 1, session_key = $6
       where id = $5 and state = 'waiting' and ${HAS_LANE}`,
      [...laneParameters(place), id, sessionKey],
    );
    return count > 0;
  }

  /** It is seen to later; with `sessionKey`, for the first time. */
  async postpone(place: LanePlace, id: string, later: { at: Date; reason?: string; sessionKey?: string }) {
    await this.database.execute(
      `update channel_update set next_attempt_at = $6, reason = coalesce($7, reason), session_key = coalesce(session_key, $8)
       where id = $5 and state = 'waiting' and ${HAS_LANE}`,
      [...laneParameters(place), id, later.at, later.reason ?? null, later.sessionKey ?? null],
    );
  }

  /**
   * The words of what was not given up go: they stand in the conversation, if at all, as the bot's redactors left them. A
   * conversation that was deleted meanwhile is left out.
   */
  async settle(place: LanePlace, id: string, outcome: UpdateOutcome): Promise<void> {
    const isAnswered = outcome.state === 'answered';
    await this.database.execute(
      `update channel_update set state = $6, reason = $7, settled_at = $10, next_attempt_at = null,
         conversation_id = (select c.id from conversation c where c.id = $8::uuid), answer = $9::jsonb,
         message = case when $6 = 'failed' then message else message - 'text' - 'attachments' end
       where id = $5 and state = 'waiting' and ${HAS_LANE}`,
      [
        ...laneParameters(place),
        id,
        outcome.state,
        isAnswered ? null : outcome.reason,
        isAnswered ? outcome.conversationId : null,
        outcome.answer === undefined ? null : JSON.stringify(outcome.answer),
        place.now,
      ],
    );
  }

  /** Chats in which something is due and nobody sees to it. By channel_update_due_idx and channel_lane_pkey. */
  dueChats(now: Date, limit: number): Promise<WaitingChat[]> {
    return this.database.query<WaitingChat>(
      `select distinct u.channel_id as "channelId", u.chat_id as "chatId" from channel_update u
       where u.state = 'waiting' and u.next_attempt_at <= $1 and not exists (
         select from channel_lane l where l.channel_id = u.channel_id and l.direction = 'inbound' and l.name = u.chat_id
           and l.lease_until > $1)
       limit $2`,
      [now, limit],
    );
  }

  /** Those with ids below one; gives how many there were. By channel_update_pkey. */
  deleteBefore(id: string, limit: number): Promise<number> {
    return this.database.execute(
      `delete from channel_update
       where id = any (array(select id from channel_update where id < $1 order by id limit $2 for update skip locked))`,
      [id, limit],
    );
  }

  /** Rows of a team with ids below one; gives how many. By channel_update_pkey: those of all teams go after a month. */
  deleteOfTeam(teamId: string, belowId: string, limit: number): Promise<number> {
    return this.database.execute(
      `delete from channel_update where id = any (array(
         select id from channel_update where team_id = $1 and id < $2 order by id limit $3 for update skip locked
       ))`,
      [teamId, belowId, limit],
    );
  }
}
