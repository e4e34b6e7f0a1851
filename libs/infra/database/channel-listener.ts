import { setTimeout as delay } from 'node:timers/promises';
import { Client, escapeIdentifier, type Pool } from 'pg';
import type { DataSource } from 'typeorm';

const FIRST_RETRY_MS = 50;
const MAX_RETRY_MS = 5_000;
/** Probes of the idle connection by the operating system, so that a host that vanished is noticed. */
const KEEP_ALIVE_MS = 10_000;

export interface ChannelSubscription {
  channel: string;
  onNotification: (payload: string) => void;
  /** Called after each LISTEN, the first included: what was sent before it was not heard. */
  onReconnect: () => void;
}

export interface ChannelListening {
  close(): Promise<void>;
}

/** TypeORM keeps its pool under this name; the type of the driver does not say so. */
export function poolOf(dataSource: DataSource): Pool {
  return (dataSource.driver as unknown as { master: Pool }).master;
}

/**
 * Hears what others NOTIFY on a channel, until it is closed. The connection is one of its own, because one of the pool
 * may be closed at any time, and it comes back when it is lost.
 *
 * @throws Error when the database cannot be reached now.
 */
export async function listenToChannel(
  dataSource: DataSource,
  subscription: ChannelSubscription,
): Promise<ChannelListening> {
  const listener = new ChannelListener(poolOf(dataSource), subscription);
  await listener.open();
  return listener;
}

class ChannelListener implements ChannelListening {
  private client: Client | undefined;
  private closed = false;

  constructor(
    private readonly pool: Pool,
    private readonly subscription: ChannelSubscription,
  ) {}

  async open(): Promise<void> {
    const { channel, onNotification, onReconnect } = this.subscription;
    const client = new Client({
      ...this.pool.options,
      keepAlive: true,
      keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    });
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
