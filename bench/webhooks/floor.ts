/**
 * The least that a delivery can cost in Node: sign the body in both ways and post it, 16 connections to a receiver, nothing
 * stored. Not a product: it retries nothing and remembers nothing.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { Agent } from 'undici';
import type { Sinks } from './sinks';

const CONNECTIONS = 16;
const WARM_UP_MS = 1_000;
const SECRET = randomBytes(32);

export interface Floor {
  postsPerSecond: number;
  /** CPU of this process, milliseconds. */
  cpuMsPerPost: number;
}

/** @param data of the event, so that the bodies are as large as those that are delivered */
export async function measureFloor(sinks: Sinks, data: object, forMs: number): Promise<Floor> {
  const agents = sinks.healthy.map((url) => ({ url: new URL(url), agent: new Agent({ connections: CONNECTIONS }) }));
  let posts = 0;
  let isOver = false;
  const clients = agents.flatMap(({ url, agent }) =>
    Array.from({ length: CONNECTIONS }, async () => {
      while (!isOver) {
        await post(agent, url, data);
        posts += 1;
      }
    }),
  );
  await wait(WARM_UP_MS);
  const [before, cpuBefore, startMs] = [posts, process.cpuUsage(), performance.now()];
  await wait(forMs);
  const [made, cpu, elapsedMs] = [posts - before, process.cpuUsage(cpuBefore), performance.now() - startMs];
  isOver = true;
  await Promise.all(clients);
  await Promise.all(agents.map(({ agent }) => agent.close()));
  return {
    postsPerSecond: (made * 1_000) / elapsedMs,
    cpuMsPerPost: (cpu.user + cpu.system) / 1_000 / made,
  };
}

async function post(agent: Agent, url: URL, data: object): Promise<void> {
  const id = randomBytes(16).toString('hex');
  const now = new Date();
  const timestamp = String(Math.floor(now.getTime() / 1_000));
  const body = JSON.stringify({ id, event: 'message.received', timestamp: now.toISOString(), data });
  const signed = createHmac('sha256', SECRET).update(`${id}.${timestamp}.${body}`).digest('base64');
  const { statusCode, body: answer } = await agent.request({
    origin: url.origin,
    path: url.pathname,
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${signed}`,
      'x-webhook-signature': `sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`,
    },
    body,
  });
  await answer.dump();
  if (statusCode !== 200) throw new Error(`The sink answered ${statusCode}.`);
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
