/**
 * A connection beside the pool for statements that may stand in no transaction and take as long as they take, such as
 * `create index concurrently`. What is set on it goes with it. Only on a PostgreSQL server: the embedded engine has one
 * session, which such a statement would keep from everyone.
 */
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { poolOf } from './channel-listener';
import { TransactionalDataSource } from './data-source';

export type OwnConnection = Pick<Client, 'query'>;

export function mayHaveOwnConnection(dataSource: DataSource): boolean {
  return dataSource instanceof TransactionalDataSource && dataSource.engine === undefined;
}

/** When the signal aborts, the server cancels what it is at, and the work fails. */
export async function onOwnConnection<Result>(
  dataSource: DataSource,
  signal: AbortSignal,
  work: (connection: OwnConnection) => Promise<Result>,
): Promise<Result> {
  signal.throwIfAborted();
  const pool = poolOf(dataSource);
  const client = new Client({ ...pool.options, statement_timeout: 0, keepAlive: true });
  // What was under way fails, too.
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const cancel = () => void pool.query('select pg_cancel_backend($1)', [rows[0]?.pid]).catch(() => undefined);
  signal.addEventListener('abort', cancel, { once: true });
  try {
    return await work(client);
  } finally {
    signal.removeEventListener('abort', cancel);
    await client.end();
  }
}
