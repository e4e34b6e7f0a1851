import type { Database } from '#infra/database';

const COUNTED = {
  teams: 'team',
  users: 'app_user',
  bots: 'bot',
  knowledgeBases: 'knowledge_base',
  documents: 'document',
  questions: 'question',
  passages: 'passage',
  conversations: 'conversation',
  messages: 'message',
  webhooks: 'webhook',
} as const;

export type Counts = Record<keyof typeof COUNTED, number>;

/** Reads the smallest index of each table as a whole: seconds on a database of many millions of rows. */
export async function countRows(database: Database): Promise<Counts> {
  const counts = Object.entries(COUNTED).map(([name, table]) => `(select count(*)::float8 from ${table}) as "${name}"`);
  const [row] = await database.query<Counts>(`select ${counts.join(', ')}`);
  return row!;
}

export async function serverVersion(database: Database): Promise<{ version: string; bytes: number }> {
  const [row] = await database.query<{ version: string; bytes: number }>(
    `select current_setting('server_version') as version, pg_database_size(current_database())::float8 as bytes`,
  );
  return row!;
}
