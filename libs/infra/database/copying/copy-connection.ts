import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { poolOf } from '../channel-listener';

/** What copying asks of a connection. */
export type CopyConnection = Pick<Client, 'query'>;

/**
 * How values are written as text: the same on every server, whatever its own settings are. Nothing of it outlives the
 * transaction.
 */
const PORTABLE = `
  set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'iso_8601';
  set local extra_float_digits = 1; set local bytea_output = 'hex'; set local idle_in_transaction_session_timeout = 0;
  set local statement_timeout = 0; set local lock_timeout = 0; set local search_path = public;`;

/** Everything that the work reads is of one moment. */
export function readingTransaction<T>(
  dataSource: DataSource,
  work: (connection: CopyConnection) => Promise<T>,
): Promise<T> {
  return inTransaction(dataSource, 'begin isolation level repeatable read, read only', work);
}

/** All that the work writes, or nothing of it. */
export function writingTransaction<T>(
  dataSource: DataSource,
  work: (connection: CopyConnection) => Promise<T>,
): Promise<T> {
  return inTransaction(dataSource, 'begin', work);
}

/** On a connection beside the pool, where a statement may take as long as it takes. */
async function inTransaction<T>(
  dataSource: DataSource,
  begin: string,
  work: (connection: CopyConnection) => Promise<T>,
): Promise<T> {
  const client = new Client({ ...poolOf(dataSource).options, keepAlive: true });
  // The statement under way fails, too.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(begin);
    await client.query(PORTABLE);
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}
