import { Pool } from 'undici';

export interface Arrival {
  /** Since the run began. */
  atMs: number;
  latencyMs: number;
  /** 0: the connection failed. */
  status: number;
}

export interface Order {
  origin: string;
  path: string;
  headers: Record<string, string>;
  body(n: number): string;
}

/** Connections are made as they are needed, up to this many; a browser or a balancer would do the same. */
const MAX_CONNECTIONS = 4_000;
/** Beats of the schedule. */
const BEAT_MS = 5;

/**
 * An open loop: requests come at a fixed rate, whether or not those before them are answered, as from people who know nothing of
 * one another. Latencies count from when a request was due.
 */
export async function arrive(order: Order, perSecond: number, forMs: number): Promise<Arrival[]> {
  const pool = new Pool(order.origin, { connections: MAX_CONNECTIONS, pipelining: 1 });
  const arrivals: Arrival[] = [];
  const running: Promise<void>[] = [];
  const startedMs = performance.now();
  const total = Math.floor((perSecond * forMs) / 1_000);
  for (let sent = 0; sent < total; ) {
    const passedMs = performance.now() - startedMs;
    for (; sent < total && (sent * 1_000) / perSecond <= passedMs; sent += 1) {
      const dueMs = (sent * 1_000) / perSecond;
      running.push(send(pool, order, sent).then((status) => void arrivals.push(arrival(status, dueMs, startedMs))));
    }
    await new Promise((resolve) => setTimeout(resolve, BEAT_MS));
  }
  await Promise.all(running);
  await pool.close();
  return arrivals;
}

function arrival(status: number, dueMs: number, startedMs: number): Arrival {
  return { atMs: dueMs, latencyMs: performance.now() - startedMs - dueMs, status };
}

async function send(pool: Pool, { path, headers, body }: Order, n: number): Promise<number> {
  try {
    const answer = await pool.request({ method: 'POST', path, headers, body: body(n) });
    await answer.body.dump();
    return answer.statusCode;
  } catch {
    return 0;
  }
}
