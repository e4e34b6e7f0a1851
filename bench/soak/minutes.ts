/** What was seen in each minute. */
import path from 'node:path';
import type { Attempt, Journal } from '../traffic/journal';
import type { Observation } from './observation';
import type { Soaked } from './soaked';

export const MINUTE_MS = 60_000;
const MB = 1_048_576;

export interface SoakedMinute {
  /** From 1. */
  number: number;
  attempts: readonly Attempt[];
  /** By the names of the processes. */
  observations: ReadonlyMap<string, Observation>;
  /** Of the embedded database's own process. */
  childrenRss: number;
  databaseBytes: number;
  connections: number | undefined;
}

export class Minutes {
  readonly all: SoakedMinute[] = [];
  private seen = 0;

  constructor(
    private readonly soaked: Soaked,
    private readonly journal: Journal,
  ) {}

  /** Ends a minute. @param snapshots a folder for heap snapshots of it */
  async note(snapshots?: string): Promise<SoakedMinute> {
    const attempts = this.journal.attempts.slice(this.seen);
    this.seen += attempts.length;
    const observations = new Map<string, Observation>();
    for (const observed of this.soaked.processes) {
      const file = snapshots && path.join(snapshots, `${observed.name}-${this.all.length + 1}.heapsnapshot`);
      observations.set(observed.name, await observed.observe(file));
    }
    const { bytes, connections } = await this.soaked.databaseState();
    const childrenRss = this.soaked.processes.reduce((sum, observed) => sum + observed.childrenRss(), 0);
    const minute = {
      number: this.all.length + 1,
      attempts,
      observations,
      childrenRss,
      databaseBytes: bytes,
      connections,
    };
    this.all.push(minute);
    return minute;
  }
}

export function printMinute({ number, attempts, observations, childrenRss, databaseBytes, connections }: SoakedMinute) {
  const failed = attempts.filter(({ failure }) => failure !== undefined).length;
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => percentile(attempts, share).toFixed(0));
  console.log(
    `minute ${number}: ${attempts.length} requests, ${failed} failed; p50 ${p50}, p95 ${p95}, p99 ${p99} ms; ` +
      `database ${mb(databaseBytes)} MB${connections === undefined ? '' : `, ${connections} connections`}` +
      `${childrenRss === 0 ? '' : `, its process ${mb(childrenRss)} MB`}`,
  );
  for (const [name, seen] of observations) {
    console.log(
      `  ${name}: heap ${mb(seen.heapUsed)}, external ${mb(seen.external)}, RSS ${mb(seen.rss)} MB; ` +
        `event loop p99 ${seen.delayP99Ms.toFixed(0)}, max ${seen.delayMaxMs.toFixed(0)} ms; ${seen.handles} handles`,
    );
  }
}

/** One line for each kind of request, one column for each minute. */
export function printLatencies(minutes: readonly SoakedMinute[]): void {
  const kinds = [...new Set(minutes.flatMap(({ attempts }) => attempts.map(({ kind }) => kind)))].toSorted();
  console.log(
    `\np50 / p95 / p99 in ms by minute:\n\n| | requests | ${minutes.map(({ number }) => number).join(' | ')} |`,
  );
  console.log(`|${' --- |'.repeat(minutes.length + 2)}`);
  for (const kind of kinds) {
    const ofKind = minutes.map(({ attempts }) => attempts.filter((attempt) => attempt.kind === kind));
    const cells = ofKind.map((of) => [0.5, 0.95, 0.99].map((share) => percentile(of, share).toFixed(0)).join(' / '));
    console.log(`| ${kind} | ${ofKind.flat().length} | ${cells.join(' | ')} |`);
  }
}

/** Of the durations of those that went well; NaN when there were none. */
export function percentile(attempts: readonly Attempt[], share: number): number {
  const good = attempts.filter(({ failure }) => failure === undefined).map(({ startMs, endMs }) => endMs - startMs);
  const sorted = good.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

function mb(bytes: number): string {
  return (bytes / MB).toFixed(1);
}
