/** Which thread of a process computes. Linux only: it is read from /proc. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

export interface BusyThread {
  pid: number;
  tid: number;
}

const LOOK_MS = 300;
const FOUND_LIMIT_MS = 60_000;
/** Of the time looked at; what does less is not the one that is meant. */
const BUSY_SHARE = 0.1;
/** USER_HZ of Linux, in which /proc counts. */
const TICKS_PER_SECOND = 100;

/** The one that computes most, main threads apart. Waits until there is one. @throws Error when there is none for long */
export async function busyThreadOf(pids: readonly number[]): Promise<BusyThread> {
  const deadlineMs = performance.now() + FOUND_LIMIT_MS;
  while (performance.now() < deadlineMs) {
    const before = ticksByThread(pids);
    const startMs = performance.now();
    await wait(LOOK_MS);
    const neededTicks = (BUSY_SHARE * TICKS_PER_SECOND * (performance.now() - startMs)) / 1_000;
    const used = [...ticksByThread(pids)].map(([path, ticks]) => ({
      path,
      ticks: ticks - (before.get(path) ?? ticks),
    }));
    const busiest = used.toSorted((a, b) => b.ticks - a.ticks)[0];
    if (busiest && busiest.ticks >= neededTicks) {
      const [, pid, tid] = /^\/proc\/(\d+)\/task\/(\d+)$/.exec(busiest.path)!;
      return { pid: Number(pid), tid: Number(tid) };
    }
  }
  throw new Error('No thread computes.');
}

export function isThere({ pid, tid }: BusyThread): boolean {
  return existsSync(pathOf(pid, tid));
}

function ticksByThread(pids: readonly number[]): Map<string, number> {
  const paths = pids.flatMap((pid) => threadsOf(pid).map((tid) => pathOf(pid, tid)));
  return new Map(
    paths.flatMap((path) => [ticksOf(path)].flatMap((ticks) => (ticks === undefined ? [] : [[path, ticks] as const]))),
  );
}

function threadsOf(pid: number): number[] {
  try {
    const ids = readdirSync(`/proc/${pid}/task`).map(Number);
    return ids.filter((tid) => tid !== pid);
  } catch {
    return [];
  }
}

function ticksOf(path: string): number | undefined {
  try {
    const stat = readFileSync(`${path}/stat`, 'utf8');
    // Fields 14 and 15 of proc(5); the second may hold spaces and ends with the last parenthesis.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return Number(fields[11]) + Number(fields[12]);
  } catch {
    return undefined;
  }
}

function pathOf(pid: number, tid: number): string {
  return `/proc/${pid}/task/${tid}`;
}
