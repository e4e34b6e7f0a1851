import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { DataSourceOptions } from 'typeorm';
import {
  Database,
  EmbeddedDatabase,
  type EmbeddedDatabaseOptions,
  embeddedOptions,
  TransactionalDataSource,
} from '#infra/database';
import { testTemplate } from './test-template';

export interface TestEngineOptions extends Partial<EmbeddedDatabaseOptions> {
  entities?: NonNullable<DataSourceOptions['entities']>;
}

export interface TestEngine {
  dataDir: string;
  engine: EmbeddedDatabase;
  /** What the engine told the operator. */
  warnings: string[];
  database: Database;
  dataSource: TransactionalDataSource;
  /** Ends the engine, and removes the data folder unless the test gave it. */
  close(): Promise<void>;
}

/** An embedded engine of the test's own, whatever `DATABASE_URL` says: for tests that look into it or kill it. */
export async function openTestEngine({ entities = [], ...options }: TestEngineOptions = {}): Promise<TestEngine> {
  const dataDir = options.dataDir ?? mkdtempSync(path.join(os.tmpdir(), 'parley-test-'));
  const engine = new EmbeddedDatabase({ template: await testTemplate([]), ...options, dataDir });
  const warnings: string[] = [];
  engine.warn = (text) => warnings.push(text);
  const dataSource = new TransactionalDataSource({ ...embeddedOptions(engine), entities });
  const close = async () => {
    await dataSource.destroy();
    if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await engine.ready();
    await dataSource.initialize();
  } catch (error) {
    await close();
    throw error;
  }
  return { dataDir, engine, warnings, database: new Database(dataSource), dataSource, close };
}
