import type { Database } from '#infra/database';

/** The rows that the migration makes, which a reset of the tables takes away. */
export async function insertSystemPlugins(database: Database): Promise<void> {
  await database.query(
    `insert into plugin (id, name, version, kind, entry_point)
     select id::uuid, name, '1.0.0', 'builtin', name from unnest($1::text[], $2::text[]) as builtin (id, name)`,
    [Object.values(SYSTEM_PLUGINS), Object.keys(SYSTEM_PLUGINS)],
  );
}

/** Their ids. */
export const SYSTEM_PLUGINS = {
  calculator: '00000000-0000-7000-8000-000000000001',
  'date-and-time': '00000000-0000-7000-8000-000000000002',
  'knowledge-search': '00000000-0000-7000-8000-000000000003',
  'pii-redactor': '00000000-0000-7000-8000-000000000004',
  'profanity-filter': '00000000-0000-7000-8000-000000000005',
} as const;
