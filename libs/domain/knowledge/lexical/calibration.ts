/**
 * Evidence -> probability, by logistic regression. Scores and shares mean nothing to a caller; this does: of the passages that
 * get 0.7, about seven in ten answer their query when every second query has an answer in the base.
 *
 * The model is fitted by `bench/retrieval/calibrate.ts`. Its coefficients have the sign that their meaning demands: evidence
 * that takes the other sign beside correlated evidence is left out, at no loss, so that unusual queries get no absurd answers.
 */
import { calibrationCoefficients, calibrationIntercept } from './calibration-coefficients';
import { type EvidenceName, evidenceNames, type PassageEvidence } from './evidence';

/** 0 for a base of one passage, 1 for 2,000 (the largest seen in fitting) and more. A lead over few rivals says little. */
const sizeOf = ({ logPassages }: PassageEvidence) =>
  Math.min(1, (logPassages - Math.log(2)) / (Math.log(2_001) - Math.log(2)));

/** Products that a sum cannot express. */
const products = {
  titleMatch: (evidence: PassageEvidence) => evidence.titleCoverage * evidence.titleShare,
  gapTimesCoverage: (evidence: PassageEvidence) => evidence.gap * evidence.coverage,
  leadBySize: (evidence: PassageEvidence) => evidence.lead * sizeOf(evidence),
  gapBySize: (evidence: PassageEvidence) => evidence.gap * sizeOf(evidence),
  gramCoverageBySize: (evidence: PassageEvidence) => evidence.gramCoverage * sizeOf(evidence),
} as const;

export type FeatureName = EvidenceName | keyof typeof products;
const productNames = Object.keys(products) as (keyof typeof products)[];

export const featureNames: readonly FeatureName[] = [...evidenceNames, ...productNames];

/** What a feature must do to the probability: raise it (1), lower it (-1), or either (0). */
export function signOf(feature: FeatureName): -1 | 0 | 1 {
  if (feature === 'largestMissing' || feature === 'unknownShare') return -1;
  return feature === 'logHits' || feature === 'logWords' || feature === 'logPassages' ? 0 : 1;
}

/** In the order of `featureNames`. */
export function calibrationFeatures(evidence: PassageEvidence): number[] {
  return [...evidenceNames.map((name) => evidence[name]), ...productNames.map((name) => products[name](evidence))];
}

const used: Partial<Record<FeatureName, number>> = calibrationCoefficients;
const usedEvidence = evidenceNames.flatMap((name) => (used[name] ? [{ name, coefficient: used[name] }] : []));
const usedProducts = productNames.flatMap((name) => (used[name] ? [{ name, coefficient: used[name] }] : []));

export function answerProbability(evidence: PassageEvidence): number {
  let sum = calibrationIntercept;
  for (const { name, coefficient } of usedEvidence) sum += coefficient * evidence[name];
  for (const { name, coefficient } of usedProducts) sum += coefficient * products[name](evidence);
  return 1 / (1 + Math.exp(-sum));
}
