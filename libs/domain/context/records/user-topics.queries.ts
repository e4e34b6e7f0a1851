import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { newId, offsetOf, type PageRequest } from '#kernel';
import { recordKey } from './record-keys';
import { type BotUser, CONTEXT_LIMITS, type GivenTopic, type UserTopic } from './records.types';

const COLUMNS = `id, name, confidence, is_active as "isActive", keywords, created_at as "createdAt",
  updated_at as "updatedAt"`;

@Injectable()
export class UserTopicQueries {
  constructor(private readonly database: Database) {}

  /** What was spoken of last first. By user_topic_recent_idx. */
  list({ botId, userRef }: BotUser, request: PageRequest): Promise<UserTopic[]> {
    return this.database.query(
      `select ${COLUMNS} from user_topic where bot_id = $1 and user_ref = $2
       order by mentioned_at desc, confidence desc, id desc limit $3 offset $4`,
      [botId, userRef, request.limit, offsetOf(request)],
    );
  }

  /** By user_topic_name_key. */
  async count({ botId, userRef }: BotUser): Promise<number> {
    const [row] = await this.database.query<{ total: number }>(
      'select count(*)::int as total from user_topic where bot_id = $1 and user_ref = $2',
      [botId, userRef],
    );
    return row!.total;
  }

  /** A topic of the same name is changed; the oldest of too many go. */
  async put(
    teamId: string,
    { botId, userRef }: BotUser,
    { name, confidence, isActive, keywords }: GivenTopic,
    at: Date,
  ): Promise<{ topic: UserTopic; isNew: boolean }> {
    const [row] = await this.database.query<UserTopic & { isNew: boolean }>(
      `with put as (
         insert into user_topic as t (id, team_id, bot_id, user_ref, name, name_key, confidence, is_active, keywords,
           source, created_at, updated_at, mentioned_at)
         values ($1, $2, $3, $4, $5, $6, coalesce($7::double precision, 1), coalesce($8::boolean, true),
           coalesce($9::text[], '{}'), 'given', $10, $10, $10)
         on conflict (bot_id, user_ref, name_key) do update set name = excluded.name,
           confidence = coalesce($7::double precision, t.confidence), is_active = coalesce($8::boolean, true),
           keywords = coalesce($9::text[], t.keywords), source = 'given', updated_at = $10, mentioned_at = $10
         returning *, (xmax = 0) as "isNew"
       ), surplus as (
         delete from user_topic where id in (
           select id from user_topic where bot_id = $3 and user_ref = $4 and name_key <> $6
           order by mentioned_at desc offset ${CONTEXT_LIMITS.topicsPerUser - 1}
         )
       )
       select ${COLUMNS}, "isNew" from put`,
      [
        newId(),
        teamId,
        botId,
        userRef,
        name,
        recordKey(name),
        confidence ?? null,
        isActive ?? null,
        keywords ?? null,
        at,
      ],
    );
    const { isNew, ...topic } = row!;
    return { topic, isNew };
  }

  /** By primary key. */
  delete({ botId, userRef }: BotUser, id: string): Promise<number> {
    return this.database.execute('delete from user_topic where id = $3 and bot_id = $1 and user_ref = $2', [
      botId,
      userRef,
      id,
    ]);
  }
}
