/**
 * Whether a figure of one period differs from that of another by more than chance, and by how much. Each test gives a two-sided
 * p-value and an effect that does not depend on how much was counted; null where there is nothing to compare.
 */
import { normalPValue, studentPValue } from './distributions';

export type EffectName = 'rate_ratio' | 'cohens_h' | 'cohens_d';

export interface Comparison {
  pValue: number;
  effect: { name: EffectName; value: number };
  /** Of what is compared, ours less theirs. */
  difference: number;
  /** Of the difference, if there were none. */
  standardError: number;
}

/** Of `count` things that happened in `exposure`, a length of time. */
export interface Rate {
  count: number;
  exposure: number;
}

/** `hits` of `total`. */
export interface Share {
  hits: number;
  total: number;
}

export interface Sample {
  count: number;
  mean: number;
  /** Of the sample, divided by count - 1. */
  variance: number;
}

/**
 * Poisson rates, by the score test. Effect: the ratio of the rates.
 *
 * @param dispersion how many times as much the counts vary as independent events would: messages come in conversations
 */
export function compareRates(current: Rate, previous: Rate, dispersion = 1): Comparison | null {
  if (current.exposure <= 0 || previous.exposure <= 0 || current.count + previous.count === 0) return null;
  const difference = current.count / current.exposure - previous.count / previous.exposure;
  const variance = (current.count + previous.count) / (current.exposure * previous.exposure);
  const value = current.count / current.exposure / (previous.count / previous.exposure);
  const standardError = Math.sqrt(variance * Math.max(1, dispersion));
  return {
    pValue: normalPValue(difference / standardError),
    effect: { name: 'rate_ratio', value },
    difference,
    standardError,
  };
}

/** Two proportions, by the z test with the pooled share. Effect: Cohen's h; 0.2 is small, 0.5 medium, 0.8 large. */
export function compareShares(current: Share, previous: Share): Comparison | null {
  if (current.total === 0 || previous.total === 0) return null;
  const [ours, theirs] = [current.hits / current.total, previous.hits / previous.total];
  const pooled = (current.hits + previous.hits) / (current.total + previous.total);
  const variance = pooled * (1 - pooled) * (1 / current.total + 1 / previous.total);
  const value = 2 * Math.asin(Math.sqrt(ours)) - 2 * Math.asin(Math.sqrt(theirs));
  const [difference, standardError] = [ours - theirs, Math.sqrt(variance)];
  return {
    pValue: variance === 0 ? 1 : normalPValue(difference / standardError),
    effect: { name: 'cohens_h', value },
    difference,
    standardError,
  };
}

/** Two means of samples that vary differently (Welch). Effect: Cohen's d; 0.2 is small, 0.5 medium, 0.8 large. */
export function compareMeans(current: Sample, previous: Sample): Comparison | null {
  if (current.count < 2 || previous.count < 2) return null;
  const [ours, theirs] = [current.variance / current.count, previous.variance / previous.count];
  const difference = current.mean - previous.mean;
  const spread = Math.sqrt((current.variance + previous.variance) / 2);
  const compared = {
    effect: { name: 'cohens_d' as const, value: spread === 0 ? 0 : difference / spread },
    difference,
    standardError: Math.sqrt(ours + theirs),
  };
  if (ours + theirs === 0) return { pValue: difference === 0 ? 1 : 0, ...compared };
  const degrees = (ours + theirs) ** 2 / (ours ** 2 / (current.count - 1) + theirs ** 2 / (previous.count - 1));
  return { pValue: studentPValue(difference / compared.standardError, degrees), ...compared };
}

/**
 * P-values that hold for all tests together: of those that stay below a level, at most that share is expected to be chance
 * (Benjamini and Hochberg). In the order given; null, a test that could not be made, stays null and does not count.
 */
export function adjustedPValues(pValues: readonly (number | null)[]): (number | null)[] {
  const sorted = pValues.flatMap((p, at) => (p === null ? [] : [{ p, at }])).sort((a, b) => b.p - a.p);
  const adjusted: (number | null)[] = pValues.map(() => null);
  let least = 1;
  for (const [fromLast, { p, at }] of sorted.entries()) {
    least = Math.min(least, (p * sorted.length) / (sorted.length - fromLast));
    adjusted[at] = least;
  }
  return adjusted;
}
