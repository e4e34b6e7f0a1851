import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { QueryRunner } from 'typeorm';
import { buildTemplate, type Migration, usableTemplate } from '#infra/database';

/** Raise it when the way templates are made changes. */
const FORMAT = 2;

/**
 * A template of the embedded database with these migrations, made once and then kept in the system's temporary folder
 * under a hash of what the migrations do.
 */
export async function testTemplate(migrations: readonly Migration[]): Promise<string> {
  const folder = path.join(os.tmpdir(), 'parley-test-templates', await hashOf(migrations));
  const ready = usableTemplate(folder, migrations);
  if (ready) return ready;
  const draft = `${folder}.${process.pid}.draft`;
  mkdirSync(path.dirname(folder), { recursive: true });
  await buildTemplate(migrations, draft, migrations.length === 0 ? undefined : await testTemplate([]));
  try {
    renameSync(draft, folder);
  } catch {
    // Another worker was faster.
    rmSync(draft, { recursive: true, force: true });
  }
  return folder;
}

/** By the statements and not by the source, which may take them from elsewhere. */
export async function hashOf(migrations: readonly Migration[]): Promise<string> {
  const hash = createHash('sha256').update(`${FORMAT} ${process.version}`);
  for (const migration of migrations) {
    hash.update(`\n${migration.name}\n${migration}\n`);
    for (const sql of await statementsOf(migration)) hash.update(`${sql}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

/** A migration that needs answers stops here at its first one; its source, hashed too, must do then. */
async function statementsOf(migration: Migration): Promise<string[]> {
  const statements: string[] = [];
  const query = async (sql: string) => {
    statements.push(sql);
    return [];
  };
  await new migration().up({ query } as unknown as QueryRunner).catch(() => undefined);
  return statements;
}
