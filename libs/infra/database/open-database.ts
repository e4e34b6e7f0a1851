import type { DataSource } from 'typeorm';
import { embeddedOptions, type PostgresSettings, postgresOptions, TransactionalDataSource } from './data-source';
import { JoinedEngine } from './embedded/joined-engine';
import { joinOrStartEmbedded } from './embedded/start-embedded';
import { usableTemplate } from './embedded/template-manifest';
import type { Migration } from './migrations/migrate';

export interface DatabasePlace extends Omit<PostgresSettings, 'url' | 'applicationName'> {
  /** Undefined means the embedded database of the data folder. */
  url: string | undefined;
  dataDir: string;
  maxQueryMs: number;
}

export interface OpenOptions {
  /** Folder of a template and the migrations that it may have, for an embedded database that is not there yet. */
  template: string;
  migrations: readonly Migration[];
}

/** Other than that of servers, so that a command can tell them from itself. */
const COMMAND_NAME = 'parley command';

/**
 * Opens a database for a command, as it is: nothing is migrated. A data folder that a server uses is joined.
 *
 * @throws DataFolderInUseError; AppError `database.unavailable`
 */
export async function openDatabase(
  place: DatabasePlace,
  { template, migrations }: OpenOptions,
): Promise<TransactionalDataSource> {
  const dataSource = new TransactionalDataSource(await optionsOf(place, usableTemplate(template, migrations)));
  try {
    await dataSource.initialize();
    return dataSource;
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
}

async function optionsOf(place: DatabasePlace, template: string | undefined) {
  const { url, dataDir, maxQueryMs } = place;
  if (url === undefined) return embeddedOptions(await joinOrStartEmbedded({ dataDir, maxQueryMs, template }));
  // A connection that was lost fails the statement that needs it.
  return postgresOptions({ ...place, url, applicationName: COMMAND_NAME }, () => undefined);
}

/** True when the database is the embedded one of another process. */
export function isJoined(dataSource: DataSource): boolean {
  return dataSource instanceof TransactionalDataSource && dataSource.engine instanceof JoinedEngine;
}

/** True on the embedded database, of this process or another. */
export function isEmbedded(dataSource: DataSource): boolean {
  return dataSource instanceof TransactionalDataSource && dataSource.engine !== undefined;
}
