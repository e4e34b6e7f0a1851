/**
 * One pool of connections per origin for all models of the process that connect in the same way, closed when the last of
 * them goes. Models with another guard never share: a connection that one may open, the other may not use.
 */
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector, Pool } from 'undici';

export interface PoolSettings {
  origin: string;
  maxConnections: number;
  /** Undefined resolves names as the system does. */
  lookup: LookupFunction | undefined;
}

export interface BorrowedPool {
  pool: Pool;
  /** Lets running calls end; closes the connections when nobody else uses them. Once. */
  giveBack(): Promise<void>;
}

const CONNECT_TIMEOUT_MS = 10_000;
const KEEP_ALIVE_MS = 30_000;

interface SharedPool {
  pool: Pool;
  users: number;
}

const sharedPools = new Map<string, SharedPool>();
const guardNumbers = new WeakMap<LookupFunction, number>();
let guards = 0;

export function borrowPool(settings: PoolSettings): BorrowedPool {
  const { origin, maxConnections, lookup } = settings;
  const key = `${origin} ${maxConnections} ${lookup === undefined ? 'unguarded' : guardNumber(lookup)}`;
  const shared = sharedPools.get(key) ?? { pool: openPool(settings), users: 0 };
  sharedPools.set(key, shared);
  shared.users++;
  let isGivenBack = false;
  return {
    pool: shared.pool,
    giveBack: async () => {
      if (isGivenBack) return;
      isGivenBack = true;
      if (--shared.users > 0) return;
      sharedPools.delete(key);
      await shared.pool.close();
    },
  };
}

function guardNumber(lookup: LookupFunction): number {
  const number = guardNumbers.get(lookup) ?? ++guards;
  guardNumbers.set(lookup, number);
  return number;
}

function openPool({ origin, maxConnections, lookup }: PoolSettings): Pool {
  return new Pool(origin, {
    connections: maxConnections,
    pipelining: 1,
    keepAliveTimeout: KEEP_ALIVE_MS,
    connect: lookup === undefined ? { timeout: CONNECT_TIMEOUT_MS } : guardedConnector(lookup),
    // The exchange has its own clock, which comments of a stream do not turn back.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
}

/** Addresses in numbers are never looked up, so that the guard is asked about them here. */
function guardedConnector(lookup: LookupFunction): buildConnector.connector {
  const connect = buildConnector({ timeout: CONNECT_TIMEOUT_MS, lookup });
  return (options, callback) => {
    const host = options.hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) === 0) return connect(options, callback);
    lookup(host, {}, (error) => (error ? callback(error, null) : connect(options, callback)));
  };
}
