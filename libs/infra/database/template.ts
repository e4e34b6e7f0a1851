import { cpSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import { embeddedOptions, TransactionalDataSource } from './data-source';
import { EmbeddedDatabase, type EmbeddedDatabaseOptions } from './embedded/embedded-database';
import { writeManifest } from './embedded/template-manifest';
import { type Migration, migrate } from './migrations/migrate';
import { schemaLines } from './template.queries';

/**
 * Makes the template of the embedded database: a data folder with the migrations applied. It appears in one rename, so
 * that a build that is interrupted leaves none.
 *
 * @param base a template with the first of the migrations or none, to begin with instead of nothing, which takes seconds
 */
export async function buildTemplate(migrations: readonly Migration[], folder: string, base?: string): Promise<void> {
  const draft = `${folder}.${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  try {
    await withEngine({ dataDir: draft, template: base }, async (dataSource) => {
      await migrate(dataSource, { migrations });
      await dataSource.query('VACUUM (FREEZE, ANALYZE)');
    });
    writeManifest(draft, migrations);
    rmSync(folder, { recursive: true, force: true });
    renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

export interface TemplateDifference {
  /** Lines of the schema that only the template has. */
  onlyInTemplate: string[];
  /** Lines of the schema that only the migrations make. */
  onlyInMigrations: string[];
}

/**
 * Compares a copy of the template with what the migrations make; both lists are empty when it is current.
 *
 * @param empty a template without migrations, to begin with instead of nothing, which takes seconds
 */
export async function compareTemplate(
  folder: string,
  migrations: readonly Migration[],
  empty?: string,
): Promise<TemplateDifference> {
  const workFolder = mkdtempSync(path.join(os.tmpdir(), 'parley-template-'));
  try {
    const template = path.join(workFolder, 'template');
    cpSync(folder, template, { recursive: true });
    const templateLines = await withEngine({ dataDir: template }, schemaLines);
    const migratedLines = await withEngine(
      { dataDir: path.join(workFolder, 'migrated'), template: empty },
      async (dataSource) => {
        await migrate(dataSource, { migrations });
        return schemaLines(dataSource);
      },
    );
    return {
      onlyInTemplate: templateLines.filter((line) => !migratedLines.includes(line)),
      onlyInMigrations: migratedLines.filter((line) => !templateLines.includes(line)),
    };
  } finally {
    rmSync(workFolder, { recursive: true, force: true });
  }
}

async function withEngine<T>(
  options: EmbeddedDatabaseOptions,
  work: (dataSource: DataSource) => Promise<T>,
): Promise<T> {
  const engine = new EmbeddedDatabase(options);
  const dataSource = new TransactionalDataSource(embeddedOptions(engine));
  try {
    await engine.ready();
    return await work(await dataSource.initialize());
  } finally {
    await dataSource.destroy();
  }
}
