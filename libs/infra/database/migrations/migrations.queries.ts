import type { QueryRunner } from 'typeorm';

/** Key of the lock that one migrating process holds; an arbitrary number, the same for ever. */
const MIGRATION_LOCK = 7_241_604_873;

export interface AppliedMigration {
  number: number;
  name: string;
}

/** Taken until the transaction ends. Session locks do not work in the embedded engine, which has one session for all. */
export async function lockMigrations(runner: QueryRunner): Promise<void> {
  await runner.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
}

/** A migration may have a large table to rewrite. */
export async function allowLongStatements(runner: QueryRunner): Promise<void> {
  await runner.query('SET LOCAL statement_timeout = 0');
}

export async function hasMigrationTable(runner: QueryRunner): Promise<boolean> {
  const [row] = await runner.query(`SELECT to_regclass('migration') IS NOT NULL AS present`);
  return row.present;
}

export async function createMigrationTable(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE IF NOT EXISTS migration (
      number integer PRIMARY KEY,
      name text NOT NULL,
      applied_at timestamptz NOT NULL DEFAULT now()
    )`);
}

export async function createVectorExtension(runner: QueryRunner): Promise<void> {
  await runner.query('CREATE EXTENSION IF NOT EXISTS vector');
}

export function appliedMigrations(runner: QueryRunner): Promise<AppliedMigration[]> {
  return runner.query('SELECT number, name FROM migration ORDER BY number');
}

export async function recordMigration(runner: QueryRunner, { number, name }: AppliedMigration): Promise<void> {
  await runner.query('INSERT INTO migration (number, name) VALUES ($1, $2)', [number, name]);
}
