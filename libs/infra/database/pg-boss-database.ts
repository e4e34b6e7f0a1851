import { setTimeout as delay } from 'node:timers/promises';
import { Client, escapeIdentifier, type Pool } from 'pg';
import type { Db } from 'pg-boss';
import type { DataSource } from 'typeorm';
import { TransactionalDataSource } from './data-source';
import { preparedStatement } from './prepared-statement';

const FIRST_RETRY_MS = 50;
const MAX_RETRY_MS = 5_000;

/** What pg-boss needs of a database (its option `db`). */
export type PgBossDatabase = Required<Pick<Db, 'executeSql' | 'listen'>>;

/**
 * Lets pg-boss work through the pool of the data source, so that its statements share the fate of ours in a crash.
 * Notifications come over a connection of their own, because one of the pool may be closed at any time.
 */
export function pgBossDatabase(dataSource: DataSource): PgBossDatabase {
  // TypeORM keeps its pool under this name; the type of the driver does not say so.
  const pool = (dataSource.driver as unknown as { master: Pool }).master;
  // A pooler before a PostgreSQL may give each statement another session, where a prepared one is not known.
  const prepares = dataSource instanceof TransactionalDataSource && dataSource.engine !== undefined;
  return {
    executeSql: (sql, values) => {
      const prepared = prepares ? preparedStatement(sql, values) : undefined;
      return prepared ? pool.query(prepared) : pool.query(sql, values);
    },
    listen: async (channel, onNotification, onReconnect) => {
      const listener = new ChannelListener(pool, { channel, onNotification, onReconnect });
      await listener.open();
      return listener;
    },
  };
}

interface Subscription {
  channel: string;
  onNotification: (payload: string) => void;
  /** Called after each LISTEN: what was sent before it was not heard. */
  onReconnect: () => void;
}

/** A connection that hears one channel, and comes back when it is lost. */
class ChannelListener {
  private client: Client | undefined;
  private closed = false;

  constructor(
    private readonly pool: Pool,
    private readonly subscription: Subscription,
  ) {}

  async open(): Promise<void> {
    const { channel, onNotification, onReconnect } = this.subscription;
    const client = new Client(this.pool.options);
    // The end that follows tells it too.
    client.on('error', () => undefined);
    client.on('notification', ({ payload }) => onNotification(payload ?? ''));
    try {
      await client.connect();
      await client.query(`LISTEN ${escapeIdentifier(channel)}`);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    this.client = client;
    client.once('end', () => void this.comeBack());
    onReconnect();
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.client?.end();
  }

  private async comeBack(): Promise<void> {
    for (let waitMs = FIRST_RETRY_MS; !this.closed; waitMs = Math.min(MAX_RETRY_MS, waitMs * 2)) {
      await delay(waitMs);
      const back = await this.open().then(
        () => true,
        () => false,
      );
      if (back) break;
    }
    // It was closed while it was coming back.
    if (this.closed) await this.client?.end();
  }
}
