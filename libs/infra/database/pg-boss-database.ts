import type { Db } from 'pg-boss';
import type { DataSource } from 'typeorm';
import { listenToChannel, poolOf } from './channel-listener';
import { TransactionalDataSource } from './data-source';
import { preparedStatement } from './prepared-statement';

/** What pg-boss needs of a database (its option `db`). */
export type PgBossDatabase = Required<Pick<Db, 'executeSql' | 'listen'>>;

/**
 * Lets pg-boss work through the pool of the data source, so that its statements share the fate of ours in a crash.
 * Notifications come over a connection of their own.
 */
export function pgBossDatabase(dataSource: DataSource): PgBossDatabase {
  const pool = poolOf(dataSource);
  // A pooler before a PostgreSQL may give each statement another session, where a prepared one is not known.
  const prepares = dataSource instanceof TransactionalDataSource && dataSource.engine !== undefined;
  return {
    executeSql: (sql, values) => {
      const prepared = prepares ? preparedStatement(sql, values) : undefined;
      return prepared ? pool.query(prepared) : pool.query(sql, values);
    },
    listen: (channel, onNotification, onReconnect) =>
      listenToChannel(dataSource, { channel, onNotification, onReconnect }),
  };
}
