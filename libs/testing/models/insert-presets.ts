import type { Database } from '#infra/database';

/** The rows that the migration makes, which a reset of the tables takes away. */
export async function insertPresets(database: Database): Promise<void> {
  await database.query(`
    insert into model (id, kind, provider, name, name_folded, model) values
      (1, 'llm', 'builtin', 'default', 'default', 'default'),
      (2, 'embedding', 'builtin', 'default-embedding', 'default-embedding', 'default'),
      (3, 'rerank', 'builtin', 'default-rerank', 'default-rerank', 'default'),
      (4, 'llm', 'builtin', 'extractive', 'extractive', 'extractive'),
      (5, 'embedding', 'builtin', 'lexical', 'lexical', 'lexical'),
      (6, 'rerank', 'builtin', 'lexical-rerank', 'lexical-rerank', 'lexical')`);
}
