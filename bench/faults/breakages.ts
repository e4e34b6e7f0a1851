/** How each part is killed, and the killing of them while something goes on. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Installed } from './cluster';
import { random } from './options';
import { forgetKeys, Services } from './services';

/** How long a service stays dead at least. */
const DEAD_MS = 1_000;

export interface Breakage {
  kind: string;
  /** Resolves when it works again, with a sentence for each thing that was not as it must be meanwhile. */
  breakIt(): Promise<readonly string[]>;
}

/** Of what cannot be wrong by itself. */
export const NOTHING: readonly string[] = [];
const nothingWrong = () => NOTHING;

export interface Broken {
  kind: string;
  /** By `performance.now()`: when it was broken, and when it was whole again. */
  atMs: number;
  overMs: number;
}

/** SIGKILL of each part of an installation. Redis comes back with what it had written, or with nothing of ours. */
export function killsOf({ cluster, redisUrl }: Installed, services = Services.fromEnvironment()): Breakage[] {
  const processes = [
    { kind: 'worker killed', breakIt: () => cluster.killWorker().then(nothingWrong) },
    { kind: 'api killed', breakIt: () => cluster.killApi().then(nothingWrong) },
  ];
  if (!services) return processes;
  const restart = async (service: 'postgres' | 'redis') => {
    await services.kill(service);
    await wait(DEAD_MS);
    await services.start(service);
    return NOTHING;
  };
  return [
    ...processes,
    { kind: 'PostgreSQL killed', breakIt: () => restart('postgres') },
    { kind: 'Redis killed', breakIt: () => restart('redis') },
    {
      kind: 'Redis killed, all keys lost',
      breakIt: async () => {
        await restart('redis');
        await forgetKeys(redisUrl, cluster.keyPrefix);
        return NOTHING;
      },
    },
  ];
}

/** Breaks one thing, and notes it. */
export async function breakOne({ kind, breakIt }: Breakage, broken: Broken[]): Promise<string[]> {
  const atMs = performance.now();
  console.log(`${new Date().toISOString()} ${broken.length + 1}: ${kind}`);
  const faults = await breakIt();
  broken.push({ kind, atMs, overMs: performance.now() });
  return faults.map((fault) => `${kind}: ${fault}`);
}

/** In the order of the plan, at random moments, while `isNeeded`. */
export async function breakAll(
  plan: readonly Breakage[],
  gapMs: number,
  isNeeded: () => boolean = () => true,
): Promise<Broken[]> {
  const broken: Broken[] = [];
  for (const breakage of plan) {
    await wait(random.next() * gapMs);
    if (!isNeeded()) break;
    await breakOne(breakage, broken);
  }
  return broken;
}
