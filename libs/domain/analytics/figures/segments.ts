import { MINUTE_MS } from '#kernel';
import { GRAINS, type Grain, startOfGrain } from '../counting/counters';

/** A run of cells of one grain, which is added to a sum or taken from it. */
export interface Segment {
  /** Index of the sum. */
  place: number;
  sign: 1 | -1;
  grain: Grain;
  fromMs: number;
  /** Exclusive. */
  toMs: number;
}

export interface Span {
  fromMs: number;
  /** Exclusive. */
  toMs: number;
}

/**
 * The cells of times of which each begins where the one before ends. A time is a run of cells of the coarsest grain, from the
 * one of their boundaries that lies nearest to its beginning to the one nearest to its end, and what lies between these and
 * the time itself. That is an edge, and stands in a sum of its own, as two times have it in common: time i is sum i, plus the
 * edge at its end, minus the edge at its beginning, where edge i is the sum n + i of n times.
 *
 * @param bounds quarters of an hour, one more than there are times
 */
export function segmentsOf(bounds: readonly number[], grains: readonly Grain[] = GRAINS): Segment[] {
  const [coarsest, ...finer] = coarseFirst(grains);
  const starts = bounds.map((bound) => nearest(bound, coarsest));
  const times = starts.length - 1;
  return starts.flatMap((startMs, at) => [
    ...(at < times ? run(at, coarsest, startMs, starts[at + 1]!) : []),
    ...edge(times + at, startMs, bounds[at]!, finer),
  ]);
}

/** The cells of one time, all in sum 0. */
export function segmentsOfWhole({ fromMs, toMs }: Span, grains: readonly Grain[]): Segment[] {
  const [coarsest, ...finer] = coarseFirst(grains);
  const [startMs, endMs] = [nearest(fromMs, coarsest), nearest(toMs, coarsest)];
  const before = edge(0, startMs, fromMs, finer).map((segment): Segment => ({ ...segment, sign: opposite(segment) }));
  return [...before, ...run(0, coarsest, startMs, endMs), ...edge(0, endMs, toMs, finer)];
}

/** From a boundary of coarser cells to a moment, each time by cells as coarse as can be: at most half of a coarser one. */
function edge(place: number, startMs: number, endMs: number, [grain, ...finer]: readonly Grain[]): Segment[] {
  if (grain === undefined || startMs === endMs) return [];
  const nextMs = nearestSeenFrom(startMs, endMs, grain);
  return [...run(place, grain, startMs, nextMs), ...edge(place, nextMs, endMs, finer)];
}

/** Cells from one moment to another, to be taken away when that lies before. */
function run(place: number, grain: Grain, startMs: number, endMs: number): Segment[] {
  if (startMs === endMs) return [];
  if (startMs < endMs) return [{ place, sign: 1, grain, fromMs: startMs, toMs: endMs }];
  return [{ place, sign: -1, grain, fromMs: endMs, toMs: startMs }];
}

function nearest(atMs: number, grain: Grain): number {
  return startOfGrain(atMs + (grain * MINUTE_MS) / 2, grain);
}

/** Of two boundaries that are as near the one not to go to. @param startMs a boundary itself */
function nearestSeenFrom(startMs: number, atMs: number, grain: Grain): number {
  const cells = (atMs - startMs) / (grain * MINUTE_MS);
  return startMs + Math.sign(cells) * Math.ceil(Math.abs(cells) - 0.5) * grain * MINUTE_MS;
}

function opposite({ sign }: Segment): Segment['sign'] {
  return sign === 1 ? -1 : 1;
}

function coarseFirst(grains: readonly Grain[]): [Grain, ...Grain[]] {
  return [...grains].sort((a, b) => b - a) as [Grain, ...Grain[]];
}
