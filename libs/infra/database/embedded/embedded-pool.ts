import net from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { Pool, type PoolClient, type PoolConfig } from 'pg';
import type { TransactionScope } from '../transaction-scope';
import type { ServingEngine } from './embedded-database';

/** How long a query waits for an engine that is being started again. */
const MAX_WAIT_MS = 10_000;
const RETRY_MS = 25;
/** The socket is not there yet, or has just gone with its engine. */
const NOT_THERE = new Set(['ECONNREFUSED', 'ENOENT', 'ECONNRESET', 'EPIPE']);

type Receive = (error: Error | undefined, client: PoolClient | undefined, release: PoolClient['release']) => void;

/** The class of the pool to give to TypeORM: it finds the engine's socket by itself, on every platform. */
export function embeddedPool(database: ServingEngine, transactions: TransactionScope): typeof Pool {
  return class EmbeddedPool extends Pool {
    constructor(config: PoolConfig) {
      super({ ...config, ssl: false, user: 'postgres', stream: () => new EngineSocket(database.socketPath) });
    }

    override connect(): Promise<PoolClient>;
    override connect(callback: Receive): void;
    override connect(callback?: Receive): Promise<PoolClient> | undefined {
      const client = this.checkOut();
      if (!callback) return client;
      client.then(
        (ready) => callback(undefined, ready, ready.release),
        (error: Error) => callback(error, undefined, () => undefined),
      );
      return undefined;
    }

    private async checkOut(): Promise<PoolClient> {
      transactions.refuseOutsideQuery();
      for (const deadlineMs = Date.now() + MAX_WAIT_MS; ; await delay(RETRY_MS)) {
        if (!database.isServing) await servingBefore(database, deadlineMs);
        try {
          return await super.connect();
        } catch (error) {
          if (!isNotThere(error) || Date.now() >= deadlineMs || database.isStopping) throw error;
        }
      }
    }
  };
}

/** A socket that knows where to go, whatever host and port node-postgres has in mind. */
class EngineSocket extends net.Socket {
  constructor(private readonly enginePath: string) {
    super();
  }

  override connect(): this {
    return super.connect(this.enginePath);
  }
}

function isNotThere(error: unknown): boolean {
  const { code = '', message = '' } = error as NodeJS.ErrnoException;
  return NOT_THERE.has(code) || message.startsWith('Connection terminated');
}

/** @throws Error with code EMBEDDED_DOWN when the engine does not come back in time. */
async function servingBefore(database: ServingEngine, deadlineMs: number): Promise<void> {
  const abort = new AbortController();
  const tooLate = delay(Math.max(0, deadlineMs - Date.now()), 'too late', { signal: abort.signal });
  try {
    const first = await Promise.race([database.ready(), tooLate]);
    if (first === 'too late') throw new Error('The embedded database did not come back in time.');
  } catch (error) {
    throw Object.assign(new Error((error as Error).message, { cause: error }), { code: 'EMBEDDED_DOWN' });
  } finally {
    abort.abort();
    tooLate.catch(() => undefined);
  }
}
