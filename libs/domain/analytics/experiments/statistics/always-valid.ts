/**
 * Tests that may be looked at as often as one likes, and ended because of what was seen.
 *
 * A p-value of the usual kind holds for one look that was fixed beforehand; who looks at a report every day finds "p < 0.05"
 * between equals far more often than once in twenty. These hold for all looks together: the chance that the p-value of a
 * difference that does not exist is ever at or below a level is at most that level. They are those of the mixture
 * sequential probability ratio test with a normal mixture: H. Robbins, "Statistical methods related to the law of the
 * iterated logarithm", Ann. Math. Stat. 41 (1970); R. Johari, P. Koomen, L. Pekelis, D. Walsh, "Always valid inference:
 * continuous monitoring of A/B tests", Operations Research 70 (2022), section 5. The price: a difference has to be 3 to 3.5
 * standard errors large rather than 2.
 *
 * The ratio weighs a normal distribution of effects, of mean 0 and standard deviation `EFFECT`, against no effect. Effects are
 * measured in standard deviations of one unit, as Cohen's d and h are, so that one constant serves shares and means alike.
 * With z = difference / its standard error, and n = n1 n2 / (n1 + n2) of two arms, the information that there is:
 *
 *     ratio = (1 + n EFFECT^2)^(-1/2) exp(z^2 / 2 * n EFFECT^2 / (1 + n EFFECT^2)),  p = min(1, 1 / ratio)
 *
 * Estimates of two growing samples behave like a Brownian motion in n when these are large (C. Jennison, B. Turnbull, "Group
 * Sequential Methods", 2000, chapter 3), which is why nothing is concluded from small ones.
 */

/** What Cohen calls small. It decides at what size of samples the test is sharpest, not whether it holds. */
const EFFECT = 0.2;

/** @param information n1 n2 / (n1 + n2) of samples of n1 and n2 */
export function alwaysValidPValue(difference: number, standardError: number, information: number): number {
  if (difference === 0) return 1;
  if (standardError === 0) return 0;
  const weight = information * EFFECT ** 2;
  const square = (difference / standardError) ** 2;
  return Math.min(1, Math.exp(0.5 * Math.log1p(weight) - (square / 2) * (weight / (1 + weight))));
}

/** How far from an estimate the true value may lie: the interval excludes 0 just when the p-value is below the level. */
export function alwaysValidReach(standardError: number, information: number, level: number): number {
  const weight = information * EFFECT ** 2;
  return standardError * Math.sqrt(((1 + weight) / weight) * (Math.log1p(weight) - 2 * Math.log(level)));
}

/**
 * P-values of several tests, so that the chance of a single false one among all is at most the level, however the tests depend
 * on each other: comparisons with one control do. S. Holm, "A simple sequentially rejective multiple test procedure",
 * Scand. J. Stat. 6 (1979). Null, a test that could not be made, stays null and does not count.
 */
export function adjustedByHolm(pValues: readonly (number | null)[]): (number | null)[] {
  const sorted = pValues.flatMap((p, at) => (p === null ? [] : [{ p, at }])).sort((a, b) => a.p - b.p);
  const adjusted: (number | null)[] = pValues.map(() => null);
  let greatest = 0;
  for (const [rank, { p, at }] of sorted.entries()) {
    greatest = Math.min(1, Math.max(greatest, p * (sorted.length - rank)));
    adjusted[at] = greatest;
  }
  return adjusted;
}
