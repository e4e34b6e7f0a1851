import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type { EndUser, EndUserRecordHolder } from './end-user-records.types';

const TABLES = ['user_context', 'user_entity', 'user_topic', 'pending_extraction'] as const;

/** What the export tells of a row. */
const RECORDS: Readonly<Record<(typeof TABLES)[number], string>> = {
  user_context: `jsonb_build_object('kind', 'context', 'chatbotId', bot_id, 'context', context, 'createdAt', created_at,
    'updatedAt', updated_at)`,
  user_entity: `jsonb_build_object('kind', 'entity', 'chatbotId', bot_id, 'type', type, 'value', value,
    'confidence', confidence, 'metadata', metadata, 'source', source, 'mentions', mentions, 'createdAt', created_at,
    'updatedAt', updated_at)`,
  user_topic: `jsonb_build_object('kind', 'topic', 'chatbotId', bot_id, 'name', name, 'confidence', confidence,
    'keywords', keywords, 'source', source, 'createdAt', created_at, 'updatedAt', updated_at)`,
  pending_extraction: `jsonb_build_object('kind', 'pending', 'chatbotId', bot_id, 'message', message, 'reply', reply,
    'createdAt', created_at)`,
};

/** By the indexes of each table on team_id and user_ref. */
const OF_USERS = 'team_id = $1::uuid and ($2::uuid is null or bot_id = $2::uuid) and user_ref = any($3::text[])';

/** What this domain holds of end users. */
@Injectable()
export class ContextHolder implements EndUserRecordHolder {
  readonly name = 'context';

  constructor(private readonly database: Database) {}

  async export({ teamId, botId, userRef }: EndUser): Promise<unknown[]> {
    const rows = await this.database.query<{ record: unknown }>(
      TABLES.map((table) => `select ${RECORDS[table]} as record from ${table} where ${OF_USERS}`).join(' union all '),
      [teamId, botId ?? null, [userRef]],
    );
    return rows.map(({ record }) => record);
  }

  erase({ userRef, ...scope }: EndUser): Promise<number> {
    return this.eraseAll(scope, [userRef]);
  }

  /** Of several users, e.g. those that are known by a conversation only. */
  async eraseAll({ teamId, botId }: Omit<EndUser, 'userRef'>, userRefs: readonly string[]): Promise<number> {
    if (userRefs.length === 0) return 0;
    let count = 0;
    for (const table of TABLES)
      count += await this.database.execute(`delete from ${table} where ${OF_USERS}`, [teamId, botId ?? null, userRefs]);
    return count;
  }
}
