/** Intervals that hold the true value of 95 in 100 samples, of a sample whose size does not depend on what was seen. */
import { studentPValue } from '../../insights/statistics/distributions';
import type { Sample, Share } from '../../insights/statistics/significance';

export interface Interval {
  low: number;
  high: number;
}

const LEVEL = 0.05;
/** What a standard normal value exceeds, on either side, once in twenty times. */
const NORMAL_QUANTILE = 1.959963984540054;
/** Halvings after which the quantile is exact to 15 digits. */
const HALVINGS = 60;

/**
 * Of a share, by the score method: E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
 * JASA 22 (1927). Unlike the textbook's, it is of use for few and for shares near 0 and 1. Null of nothing.
 */
export function shareInterval({ hits, total }: Share): Interval | null {
  if (total === 0) return null;
  const square = NORMAL_QUANTILE ** 2;
  const middle = hits + square / 2;
  const reach = NORMAL_QUANTILE * Math.sqrt((hits * (total - hits)) / total + square / 4);
  const scale = total + square;
  return { low: Math.max(0, (middle - reach) / scale), high: Math.min(1, (middle + reach) / scale) };
}

/** Of a mean, by Student's t. Null of fewer than two. */
export function meanInterval({ count, mean, variance }: Sample): Interval | null {
  if (count < 2) return null;
  const reach = studentQuantile(count - 1) * Math.sqrt(variance / count);
  return { low: mean - reach, high: mean + reach };
}

function studentQuantile(degrees: number): number {
  let [low, high] = [NORMAL_QUANTILE, 13];
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = (low + high) / 2;
    if (studentPValue(middle, degrees) > LEVEL) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
