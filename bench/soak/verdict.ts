/** Whether what was seen is flat. Gives a sentence for each thing that is not. */
import { percentile, type SoakedMinute } from './minutes';
import type { Observation } from './observation';

const MB = 1_048_576;
/** Caches fill, code is compiled, pools grow: what the first minutes show tells nothing. */
const WARM_UP_SHARE = 0.2;
/** Of the heap, the buffers beside it and the whole process, after garbage was collected, in MB a minute. */
const MAX_SLOPES = { heapUsed: 1, external: 1, rss: 4 } as const;
/** The data of a soak grow, and with them, slowly, what searches cost. */
const MAX_LATENCY_RATIO = 1.5;
/** Less than that is noise, whatever the ratio. */
const MIN_LATENCY_GROWTH_MS = 15;
const MIN_REQUESTS = 30;
const MAX_MORE_HANDLES = 20;

export function growthFaults(minutes: readonly SoakedMinute[]): string[] {
  const warm = minutes.slice(Math.ceil(minutes.length * WARM_UP_SHARE));
  if (warm.length < 3) return [];
  const names = [...(warm[0]?.observations.keys() ?? [])];
  return names.flatMap((name) => [
    ...(['heapUsed', 'external', 'rss'] as const).flatMap((what) => slopeFaults(warm, name, what)),
    ...handleFaults(warm, name),
  ]);
}

/** The last third of the minutes beside the third before it, kind by kind. */
export function latencyFaults(minutes: readonly SoakedMinute[]): string[] {
  const third = Math.floor(minutes.length / 3);
  if (third === 0) return [];
  const [middle, last] = [minutes.slice(-2 * third, -third), minutes.slice(-third)];
  const kinds = new Set(last.flatMap(({ attempts }) => attempts.map(({ kind }) => kind)));
  return [...kinds].flatMap((kind) => {
    const of = (part: readonly SoakedMinute[]) =>
      part.flatMap(({ attempts }) => attempts.filter((attempt) => attempt.kind === kind));
    const [before, after] = [of(middle), of(last)];
    if (Math.min(before.length, after.length) < MIN_REQUESTS) return [];
    const [beforeMs, afterMs] = [percentile(before, 0.5), percentile(after, 0.5)];
    const isFlat = afterMs <= beforeMs * MAX_LATENCY_RATIO || afterMs - beforeMs <= MIN_LATENCY_GROWTH_MS;
    return isFlat ? [] : [`${kind} took ${beforeMs.toFixed(0)} ms, and ${afterMs.toFixed(0)} ms in the end`];
  });
}

export function failureFaults(minutes: readonly SoakedMinute[]): string[] {
  const failed = minutes.flatMap(({ attempts }) => attempts.filter(({ failure }) => failure !== undefined));
  const byReason = Map.groupBy(failed, ({ kind, failure = '' }) => `${kind}: ${failure.slice(0, 200)}`);
  return [...byReason].map(([reason, { length }]) => `${length} x ${reason}`);
}

/** By least squares. */
export function slope(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  let [covariance, variance] = [0, 0];
  values.forEach((value, at) => {
    covariance += (at - middle) * (value - mean);
    variance += (at - middle) ** 2;
  });
  return variance === 0 ? 0 : covariance / variance;
}

function slopeFaults(minutes: readonly SoakedMinute[], name: string, what: keyof typeof MAX_SLOPES): string[] {
  const perMinute = slope(valuesOf(minutes, name, what)) / MB;
  console.log(`${name}: ${what} grows by ${perMinute.toFixed(2)} MB a minute (at most ${MAX_SLOPES[what]})`);
  return perMinute <= MAX_SLOPES[what] ? [] : [`${what} of the ${name} grows by ${perMinute.toFixed(2)} MB a minute`];
}

function handleFaults(minutes: readonly SoakedMinute[], name: string): string[] {
  const handles = valuesOf(minutes, name, 'handles');
  const half = Math.ceil(handles.length / 2);
  const [before, after] = [Math.max(...handles.slice(0, half)), Math.min(...handles.slice(half))];
  return after <= before + MAX_MORE_HANDLES ? [] : [`the ${name} had ${before} handles, and then ${after} and more`];
}

function valuesOf(minutes: readonly SoakedMinute[], name: string, what: keyof Observation): number[] {
  return minutes.map(({ observations }) => observations.get(name)?.[what] ?? 0);
}
