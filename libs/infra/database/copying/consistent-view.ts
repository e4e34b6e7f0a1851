import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { poolOf } from '../channel-listener';
import { embeddedOptions, TransactionalDataSource } from '../data-source';
import { EmbeddedDatabase } from '../embedded/embedded-database';
import { snapshotFolder } from '../embedded/folder-snapshot';
import { isJoined } from '../open-database';
import { type CopyConnection, readingTransaction } from './copy-connection';

/**
 * All that the work reads is of one moment, and nobody waits for it: on PostgreSQL that is a transaction. The embedded
 * database of a running server would keep the server waiting for as long as a transaction is open; so its files are
 * copied, which takes the time of copying them, and read in an engine of our own.
 *
 * @param dataDir of the embedded database
 */
export async function consistentView<T>(
  dataSource: DataSource,
  dataDir: string,
  work: (connection: CopyConnection) => Promise<T>,
): Promise<T> {
  if (!isJoined(dataSource)) return readingTransaction(dataSource, work);
  const snapshot = await snapshotOf(dataSource, dataDir);
  try {
    return await onCopy(snapshot.folder, work);
  } finally {
    snapshot.remove();
  }
}

async function snapshotOf(dataSource: DataSource, dataDir: string) {
  const client = new Client(poolOf(dataSource).options);
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('begin');
    const snapshot = await snapshotFolder(dataDir, (sql) => client.query(sql));
    await client.query('rollback');
    return snapshot;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function onCopy<T>(folder: string, work: (connection: CopyConnection) => Promise<T>): Promise<T> {
  const engine = new EmbeddedDatabase({ dataDir: folder });
  const dataSource = new TransactionalDataSource(embeddedOptions(engine));
  try {
    await engine.ready();
    return await readingTransaction(await dataSource.initialize(), work);
  } finally {
    await dataSource.destroy();
  }
}
