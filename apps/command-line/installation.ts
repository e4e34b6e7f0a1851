import path from 'node:path';
import { MIGRATIONS } from '#domain/migrations';
import { type Config, loadConfig } from '#infra/config';
import { Database, isEmbedded, isJoined, openDatabase, readingTransaction, readMigrations } from '#infra/database';
import { SystemClock } from '#kernel';
import { type BlobStore, makeBlobStore } from '#providers/blob-store';

/** What the build has made for first starts. */
export const TEMPLATE = path.resolve(__dirname, '../../embedded-template');

/** How the commands reach what they work on. */
export type Reach =
  /** A PostgreSQL server, beside whatever processes use it. */
  | 'postgresql'
  /** The data folder, which no server uses. */
  | 'data-folder'
  /** The database of the server that uses the data folder. */
  | 'running-server';

/** An installation as its settings describe it, opened as it is: nothing is migrated. */
export class OpenedInstallation {
  private constructor(
    readonly config: Config,
    readonly database: Database,
    readonly blobs: BlobStore,
  ) {}

  static async open(config: Config): Promise<OpenedInstallation> {
    const dataSource = await openDatabase(config.database, { template: TEMPLATE, migrations: MIGRATIONS });
    const blobs = makeBlobStore(config.blobStore, new SystemClock());
    return new OpenedInstallation(config, new Database(dataSource), blobs);
  }

  get reach(): Reach {
    const { dataSource } = this.database;
    if (!isEmbedded(dataSource)) return 'postgresql';
    return isJoined(dataSource) ? 'running-server' : 'data-folder';
  }

  /** How many migrations the database lacks; negative when it is newer than this version. */
  async pendingMigrations(): Promise<number> {
    const applied = await readingTransaction(this.database.dataSource, readMigrations);
    return MIGRATIONS.length - applied.length;
  }

  async close(): Promise<void> {
    await this.database.dataSource.destroy();
  }
}

/** Opens the installation for the time of `work`: that of the environment unless another is given. */
export async function withInstallation<T>(
  work: (installation: OpenedInstallation) => Promise<T>,
  config: Config = loadConfig(),
): Promise<T> {
  const installation = await OpenedInstallation.open(config);
  try {
    return await work(installation);
  } finally {
    await installation.close();
  }
}
