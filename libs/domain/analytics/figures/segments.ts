import { MINUTE_MS } from '#kernel';
import { DAY, GRAINS, type Grain, startOfGrain } from '../counting/counters';

/** A run of cells of one grain. */
export interface Segment {
  /** Index of the time that it is a part of. */
  bucket: number;
  grain: Grain;
  fromMs: number;
  /** Exclusive. */
  toMs: number;
}

interface Span {
  fromMs: number;
  toMs: number;
}

/**
 * The cells that times consist of: as many as possible of the coarsest grain, and finer ones only at the edges.
 *
 * @param spans begin and end at quarters of an hour
 */
export function segmentsOf(spans: readonly Span[], grains: readonly Grain[] = GRAINS): Segment[] {
  const coarseFirst = [...grains].sort((a, b) => b - a);
  return spans.flatMap((span, bucket) => cover(span, bucket, coarseFirst));
}

function cover({ fromMs, toMs }: Span, bucket: number, [grain, ...finer]: readonly Grain[]): Segment[] {
  if (grain === undefined || fromMs >= toMs) return [];
  const lengthMs = grain * MINUTE_MS;
  const end = startOfGrain(toMs, grain);
  const start = startOfGrain(fromMs + lengthMs - 1, grain);
  if (start >= end) return cover({ fromMs, toMs }, bucket, finer);
  return [
    ...cover({ fromMs, toMs: start }, bucket, finer),
    { bucket, grain, fromMs: start, toMs: end },
    ...cover({ fromMs: end, toMs }, bucket, finer),
  ];
}

/** Everything before a moment, which days lie before. */
export function segmentsBefore(atMs: number): Segment[] {
  const dayMs = startOfGrain(atMs, DAY);
  return [{ bucket: 0, grain: DAY, fromMs: 0, toMs: dayMs }, ...segmentsOf([{ fromMs: dayMs, toMs: atMs }])];
}
