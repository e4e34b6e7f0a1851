/** How each part is broken, and the breaking of them while something goes on. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Redis } from 'ioredis';
import { option } from '../retrieval/options';
import type { Cluster } from './cluster';
import { wait } from './load';

/** How long a service stays dead. */
const DEAD_MS = 1_000;

export interface Breakage {
  kind: string;
  /** Resolves when it works again. */
  breakIt(): Promise<unknown>;
}

export interface Kill {
  kind: string;
  /** By `performance.now()`. */
  atMs: number;
}

const run = promisify(execFile);
const shell = (command: string) => run('/bin/sh', ['-c', command]);

/** Services for which the command line has no commands are left alone. */
export function breakagesOf(cluster: Cluster, redisUrl: string): Breakage[] {
  const breakages: Breakage[] = [
    { kind: 'worker', breakIt: () => cluster.killWorker() },
    { kind: 'api', breakIt: () => cluster.killApi() },
  ];
  for (const kind of ['postgres', 'redis']) {
    const [kill, start] = [option(`kill-${kind}`), option(`start-${kind}`)];
    if (kill === undefined || start === undefined) {
      console.log(`${kind} is left alone: --kill-${kind} and --start-${kind} say how it is killed and started`);
      continue;
    }
    const breakIt = async () => {
      await shell(kill);
      await wait(DEAD_MS);
      await shell(start);
      if (kind === 'redis') await forgetAll(redisUrl, cluster.keyPrefix);
    };
    breakages.push({ kind, breakIt });
  }
  return breakages;
}

/** In the order of the plan, at random moments, while `isNeeded`. */
export async function killAll(
  plan: readonly Breakage[],
  gapMs: number,
  isNeeded: () => boolean = () => true,
): Promise<Kill[]> {
  const killed: Kill[] = [];
  for (const { kind, breakIt } of plan) {
    await wait(Math.random() * gapMs);
    if (!isNeeded()) break;
    killed.push({ kind, atMs: performance.now() });
    console.log(`${new Date().toISOString()} kill ${killed.length} of ${plan.length}: ${kind}`);
    await breakIt();
  }
  return killed;
}

/** For each kill the time until what comes next of `successesMs`: its median and its maximum. */
export function recovery(killed: readonly Kill[], successesMs: readonly number[]): string {
  const times = killed
    .map(({ atMs }) => successesMs.reduce((next, ms) => (ms > atMs && ms < next ? ms : next), Infinity) - atMs)
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  return `${times[Math.floor(times.length / 2)]?.toFixed(0)}, ${times.at(-1)?.toFixed(0)}`;
}

/** Redis comes back with nothing of ours, whatever it had kept. */
async function forgetAll(redisUrl: string, keyPrefix: string): Promise<void> {
  const redis = new Redis(redisUrl);
  try {
    for await (const keys of redis.scanStream({ match: `*${keyPrefix}*`, count: 1_000 })) {
      if (keys.length > 0) await redis.unlink(keys);
    }
  } finally {
    redis.disconnect();
  }
}
