import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';
import {
  type AppliedMigration,
  allowLongStatements,
  appliedMigrations,
  createMigrationTable,
  createVectorExtension,
  hasMigrationTable,
  lockMigrations,
  recordMigration,
} from './migrations.queries';

/** Only `up` is ever run, always in a transaction. */
export type Migration = new () => MigrationInterface;

export interface MigrateOptions {
  /** The one sequence of all migrations: the place in it is the number. Append only; never rename or reorder. */
  migrations: readonly Migration[];
  /** Called before each migration that is applied. */
  onProgress?: (progress: { number: number; total: number; name: string }) => void;
}

/** The database cannot be used by this version of Parley. */
export class MigrationError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'MigrationError';
  }
}

/**
 * Brings the database to the newest migration. Each migration commits with its record, under a lock, so that processes
 * that start together apply each one once, and a start that is killed goes on where it was.
 *
 * TypeORM's own runner takes no lock and does not notice a database that is newer than the code.
 *
 * @throws MigrationError
 */
export async function migrate(dataSource: DataSource, options: MigrateOptions): Promise<void> {
  const runner = dataSource.createQueryRunner();
  try {
    if (!(await hasMigrationTable(runner))) await locked(runner, () => prepare(runner));
    const applied = await appliedMigrations(runner);
    assertKnown(applied, options.migrations);
    for (let number = applied.length + 1; number <= options.migrations.length; number++) {
      await locked(runner, () => apply(runner, number, options));
    }
  } finally {
    await runner.release();
  }
}

async function prepare(runner: QueryRunner): Promise<void> {
  try {
    await createVectorExtension(runner);
  } catch (error) {
    throw new MigrationError(`PostgreSQL needs the extension pgvector: ${(error as Error).message}.`, error);
  }
  await createMigrationTable(runner);
}

async function apply(runner: QueryRunner, number: number, { migrations, onProgress }: MigrateOptions): Promise<void> {
  const applied = await appliedMigrations(runner);
  assertKnown(applied, migrations);
  const migration = migrations[number - 1];
  // Another process was faster.
  if (!migration || applied.length >= number) return;
  const { name } = migration;
  onProgress?.({ number, total: migrations.length, name });
  try {
    await new migration().up(runner);
  } catch (error) {
    throw new MigrationError(`Migration ${number} (${name}) failed: ${(error as Error).message}`, error);
  }
  await recordMigration(runner, { number, name });
}

async function locked(runner: QueryRunner, work: () => Promise<void>): Promise<void> {
  await runner.startTransaction();
  try {
    await lockMigrations(runner);
    await allowLongStatements(runner);
    await work();
    await runner.commitTransaction();
  } catch (error) {
    // The first error tells more than that of a rollback on a lost connection.
    await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  }
}

function assertKnown(applied: readonly AppliedMigration[], migrations: readonly Migration[]): void {
  for (const { number, name } of applied) {
    const known = migrations[number - 1];
    if (!known) {
      throw new MigrationError(
        `The database is newer than this version of Parley: it has migration ${number} (${name}), and this version knows ${migrations.length}.`,
      );
    }
    if (known.name !== name) {
      throw new MigrationError(
        `The database and this version of Parley differ: migration ${number} is ${name} there and ${known.name} here.`,
      );
    }
  }
}
