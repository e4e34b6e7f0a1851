/** How soon things went on after each kind of breakage. */
import type { Attempt } from '../traffic/journal';
import type { Broken } from './breakages';

/** For each breakage the time until what comes next of `successesMs`: its median and its maximum. */
export function recovery(broken: readonly Broken[], successesMs: readonly number[]): string {
  return spread(
    broken.map(({ atMs }) => successesMs.reduce((next, ms) => (ms > atMs && ms < next ? ms : next), Infinity) - atMs),
  );
}

/** How a column of the table is made. */
export interface Column {
  head: string;
  cell(broken: readonly Broken[]): string;
}

/** Until the first request that was begun after the breakage was answered well. */
export function firstAnswer(head: string, attempts: readonly Attempt[]): Column {
  const good = attempts.filter(({ failure }) => failure === undefined).toSorted((a, b) => a.endMs - b.endMs);
  const cell = (broken: readonly Broken[]) =>
    spread(broken.map(({ atMs }) => (good.find(({ startMs }) => startMs > atMs)?.endMs ?? Infinity) - atMs));
  return { head: `${head}: p50, max ms`, cell };
}

/** Until the last request failed that was begun before the next breakage; 0 where none did. */
export function lastFailure(attempts: readonly Attempt[], all: readonly Broken[]): Column {
  const bad = attempts.filter(({ failure }) => failure !== undefined);
  const cell = (broken: readonly Broken[]) =>
    spread(
      broken.map(({ atMs }) => {
        const next = all.find((other) => other.atMs > atMs)?.atMs ?? Infinity;
        const ends = bad.filter(({ startMs, endMs }) => endMs > atMs && startMs < next).map(({ endMs }) => endMs);
        return ends.length === 0 ? 0 : Math.max(...ends) - atMs;
      }),
    );
  return { head: 'last request failed after: p50, max ms', cell };
}

/** Requests that failed until the next breakage. */
export function failures(attempts: readonly Attempt[], all: readonly Broken[]): Column {
  const bad = attempts.filter(({ failure }) => failure !== undefined);
  const cell = (broken: readonly Broken[]) => {
    const counts = broken.map(({ atMs }) => {
      const next = all.find((other) => other.atMs > atMs)?.atMs ?? Infinity;
      return bad.filter(({ endMs }) => endMs > atMs && endMs <= next).length;
    });
    return String(counts.reduce((sum, count) => sum + count, 0));
  };
  return { head: 'requests failed', cell };
}

export function printTable(broken: readonly Broken[], columns: readonly Column[]): void {
  console.log(`\n| what | times | ${columns.map(({ head }) => head).join(' | ')} |`);
  console.log(`|${' --- |'.repeat(columns.length + 2)}`);
  for (const [kind, ofKind] of Map.groupBy(broken, (one) => one.kind)) {
    console.log(`| ${kind} | ${ofKind.length} | ${columns.map(({ cell }) => cell(ofKind)).join(' | ')} |`);
  }
}

function spread(timesMs: readonly number[]): string {
  const times = timesMs.filter(Number.isFinite).toSorted((a, b) => a - b);
  if (times.length === 0) return '';
  return `${times[Math.floor(times.length / 2)]?.toFixed(0)}, ${times.at(-1)?.toFixed(0)}`;
}
