/**
 * An open loop: messages are sent when they are due, however long answers take, as by people who know nothing of each
 * other. A process of its own. Takes one LoopOrder over IPC, tells TurnSamples, and ends when it is disconnected.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { Pool } from 'undici';
import type { LoopOrder, TurnSample } from './open-loop.types';

const CONNECTIONS = 64;
const ANSWER_LIMIT_MS = 60_000;

async function run({ headers, url, bodies, perSecond }: LoopOrder): Promise<void> {
  const { origin, pathname } = new URL(url);
  const limits = { bodyTimeout: ANSWER_LIMIT_MS, headersTimeout: ANSWER_LIMIT_MS };
  const pool = new Pool(origin, { connections: CONNECTIONS, pipelining: 1, ...limits });
  const turn = async (body: string, dueMs: number) => {
    const sample = { atMs: performance.timeOrigin + dueMs, lateMs: performance.now() - dueMs };
    const failure = await post(pool, pathname, headers, body);
    tell({ ...sample, latencyMs: performance.now() - dueMs, ...(failure === undefined ? {} : { failure }) });
  };
  const startMs = performance.now();
  for (let count = 0; process.connected; count++) {
    const dueMs = startMs + (count * 1_000) / perSecond;
    const restMs = dueMs - performance.now();
    if (restMs > 0) await delay(restMs);
    void turn(bodies[count % bodies.length]!, dueMs);
  }
  await pool.destroy();
}

/** Gives what went wrong. */
async function post(
  pool: Pool,
  path: string,
  headers: Record<string, string>,
  body: string,
): Promise<string | undefined> {
  try {
    const answer = await pool.request({ method: 'POST', path, headers, body });
    const text = await answer.body.text();
    return answer.statusCode === 200 ? undefined : `${answer.statusCode} ${text.slice(0, 200)}`;
  } catch (error) {
    return String(error);
  }
}

function tell(sample: TurnSample): void {
  if (process.connected) process.send?.(sample);
}

process.once('message', (order: LoopOrder) => {
  run(order).catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});
