/**
 * Unit evidence -> score. Linear, fitted so that the units with the answer win against all others of the three best passages
 * (listwise logistic regression on questions with marked answers). Scores compare within one question and, by construction, roughly across.
 */
import { unitCoefficients } from './coefficients';
import { type UnitEvidence, unitFeatures } from './unit-evidence';

/** From the text alone. */
export function unitScore(evidence: UnitEvidence): number {
  let score = 0;
  for (const name of unitFeatures) score += unitCoefficients[name] * evidence[name];
  return score;
}

/** What the search thinks of the unit's passage, to be added to the score of its units. */
export function passagePrior(probability: number, bestProbability: number): number {
  const odds = logOdds(probability);
  return unitCoefficients.passageOdds * odds + unitCoefficients.oddsBehindBest * (odds - logOdds(bestProbability));
}

/** Probabilities beyond one in ten thousand are not believed. */
const leastProbability = 1e-4;

export function logOdds(probability: number): number {
  const believed = Math.min(1 - leastProbability, Math.max(leastProbability, probability));
  return Math.log(believed / (1 - believed));
}

export function probabilityOf(logOddsValue: number): number {
  return 1 / (1 + Math.exp(-logOddsValue));
}
