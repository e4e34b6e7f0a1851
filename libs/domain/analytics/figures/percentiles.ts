import { LATENCY_FROM_MS } from '../counting/counters';

/**
 * The latency that a share of replies do not exceed, from their histogram: exact to the class, and within it as if they were
 * spread evenly. Null without replies; in the last class, which has no end, its beginning.
 *
 * @param share 0 to 1
 */
export function latencyAt(histogram: readonly number[], share: number): number | null {
  const total = histogram.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  const wanted = share * total;
  let before = 0;
  for (let at = 0; at < histogram.length; at += 1) {
    const count = histogram[at]!;
    if (count > 0 && before + count >= wanted) return within(at, (wanted - before) / count);
    before += count;
  }
  return within(histogram.length - 1, 0);
}

function within(at: number, part: number): number {
  const from = LATENCY_FROM_MS[at]!;
  const to = LATENCY_FROM_MS[at + 1] ?? from;
  return Math.round(from + part * (to - from));
}
