import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { newId, offsetOf } from '#kernel';
import { recordKey } from './record-keys';
import {
  type BotUser,
  CONTEXT_LIMITS,
  type EntityListRequest,
  type GivenEntity,
  type UserEntity,
} from './records.types';

const COLUMNS = `id, type, value, confidence, metadata, source, created_at as "createdAt", updated_at as "updatedAt"`;

@Injectable()
export class UserEntityQueries {
  constructor(private readonly database: Database) {}

  /** What was mentioned last first. By user_entity_recent_idx. */
  list({ botId, userRef }: BotUser, request: EntityListRequest): Promise<UserEntity[]> {
    return this.database.query(
      `select ${COLUMNS} from user_entity
       where bot_id = $1 and user_ref = $2 and ($3::text is null or type = $3)
       order by mentioned_at desc, id desc limit $4 offset $5`,
      [botId, userRef, request.type ?? null, request.limit, offsetOf(request)],
    );
  }

  /** By user_entity_value_key. */
  async count({ botId, userRef }: BotUser, type: string | undefined): Promise<number> {
    const [row] = await this.database.query<{ total: number }>(
      `select count(*)::int as total from user_entity
       where bot_id = $1 and user_ref = $2 and ($3::text is null or type = $3)`,
      [botId, userRef, type ?? null],
    );
    return row!.total;
  }

  /** One of the same type and value takes the place of the old one. The oldest of too many go. */
  async put(teamId: string, { botId, userRef }: BotUser, entity: GivenEntity, at: Date): Promise<UserEntity> {
    const [row] = await this.database.query<UserEntity>(
      `with put as (
         insert into user_entity as e (id, team_id, bot_id, user_ref, type, value, value_key, confidence, metadata,
           source, created_at, updated_at, mentioned_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, 'given', $10, $10, $10)
         on conflict (bot_id, user_ref, type, value_key) do update set value = excluded.value,
           confidence = excluded.confidence, metadata = excluded.metadata, source = excluded.source,
           mentions = e.mentions + 1, updated_at = excluded.updated_at, mentioned_at = excluded.mentioned_at
         returning *
       ), surplus as (
         delete from user_entity where id in (
           select id from user_entity where bot_id = $3 and user_ref = $4 and (type <> $5 or value_key <> $7)
           order by mentioned_at desc offset ${CONTEXT_LIMITS.entitiesPerUser - 1}
         )
       )
       select ${COLUMNS} from put`,
      [
        newId(),
        teamId,
        botId,
        userRef,
        entity.type,
        entity.value,
        recordKey(entity.value),
        entity.confidence ?? 1,
        JSON.stringify(entity.metadata ?? {}),
        at,
      ],
    );
    return row!;
  }

  /** By primary key. */
  delete({ botId, userRef }: BotUser, id: string): Promise<number> {
    return this.database.execute('delete from user_entity where id = $3 and bot_id = $1 and user_ref = $2', [
      botId,
      userRef,
      id,
    ]);
  }
}
