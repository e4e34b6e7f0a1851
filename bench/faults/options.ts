/** What the command line and the environment say. */
import { randomBytes } from 'node:crypto';
import { option } from '../retrieval/options';
import { Random } from '../retrieval/random';

/** By the command line, else by the environment (`FAULTS_MINUTES` for `minutes`). */
export function setting(name: string, fallback: string): string {
  const variable = `FAULTS_${name.toUpperCase().replaceAll('-', '_')}`;
  return option(name) ?? process.env[variable] ?? fallback;
}

/** The moments of all that is broken come from it, so that a run can be repeated about as it was. */
export const SEED = setting('seed', randomBytes(4).toString('hex'));

export const random = new Random(SEED);

export function anyOf<T>(things: readonly T[]): T {
  return things[Math.floor(random.next() * things.length)]!;
}
