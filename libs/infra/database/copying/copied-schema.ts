import type { DataSource } from 'typeorm';
import { type Migration, migrate } from '../migrations/migrate';
import { writingTransaction } from './copy-connection';
import { dropEverything } from './filling.queries';
import { readMigrations } from './layout.queries';

/**
 * Brings the schema to exactly the first migrations: one that has more is made anew, and loses what is in it.
 *
 * @param migrations those that it shall have, and no other
 */
export async function bringSchemaTo(dataSource: DataSource, migrations: readonly Migration[]): Promise<void> {
  await writingTransaction(dataSource, async (connection) => {
    const applied = await readMigrations(connection);
    const fits = applied.length <= migrations.length && applied.every((name, at) => migrations[at]?.name === name);
    if (!fits) await dropEverything(connection);
  });
  await migrate(dataSource, { migrations });
}
