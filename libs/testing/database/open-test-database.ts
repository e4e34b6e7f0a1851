import type { DataSourceOptions } from 'typeorm';
import { Database, embeddedOptions, type Migration, postgresOptions, TransactionalDataSource } from '#infra/database';
import { openTestEngine } from './open-test-engine';
import { createOwnDatabase, POOL } from './postgres-test-database';
import { resetTables } from './reset-tables';
import { makePristine, sharedTestEngine } from './shared-test-engine';
import { testTemplate } from './test-template';

export interface TestDatabaseOptions {
  entities?: NonNullable<DataSourceOptions['entities']>;
  migrations?: readonly Migration[];
  /** Statements to run once, for tables that no migration makes. */
  schema?: string;
}

export interface TestDatabase {
  database: Database;
  dataSource: TransactionalDataSource;
  /** Empties all tables, also of rows that migrations wrote. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

type Opened = Omit<TestDatabase, 'reset'>;

/**
 * A migrated database of the test's own: on the server of `DATABASE_URL` if that is set, else an embedded one, whose engine
 * it may share with the files that ran before. Open one for a file of tests and call `reset` between them.
 */
export async function openTestDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const { DATABASE_URL: serverUrl } = process.env;
  const { database, dataSource, close } = serverUrl ? await onPostgres(serverUrl, options) : await embedded(options);
  if (options.schema) await dataSource.query(options.schema);
  return { database, dataSource, reset: () => resetTables(dataSource), close };
}

async function embedded({ entities = [], migrations = [], schema }: TestDatabaseOptions): Promise<Opened> {
  const template = await testTemplate(migrations);
  // Tables of the test's own would be there for the next one.
  const engine = schema === undefined ? await sharedTestEngine(template) : undefined;
  if (!engine) return openTestEngine({ entities, template });
  const dataSource = new TransactionalDataSource({ ...embeddedOptions(engine), entities });
  await dataSource.initialize();
  await makePristine(dataSource);
  return { database: new Database(dataSource), dataSource, close: () => dataSource.destroy() };
}

async function onPostgres(serverUrl: string, { entities = [], migrations = [] }: TestDatabaseOptions): Promise<Opened> {
  const { url, drop } = await createOwnDatabase(serverUrl, migrations);
  const settings = { url, ...POOL };
  const dataSource = new TransactionalDataSource({ ...postgresOptions(settings, () => undefined), entities });
  await dataSource.initialize();
  const close = async () => {
    await dataSource.destroy();
    await drop();
  };
  return { database: new Database(dataSource), dataSource, close };
}
