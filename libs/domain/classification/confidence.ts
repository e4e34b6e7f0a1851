/**
 * From margins to probabilities. Which intent: softmax of the margins, sharpened. Whether any: a logistic of four
 * signs that a text is one of those the examples stand for. The confidence in an intent is the product.
 */
import { fitLogistic, logisticOf, type Observation, type Prior } from './logistic-fit';

/** What tells a text in scope from others. */
export interface ScopeSigns {
  /** Of the best intent. */
  margin: number;
  /** Of the best intent over the second; the margin itself where there is no second. */
  lead: number;
  /** Cosine to the nearest example of the best intent, 0..1. */
  nearest: number;
  /** Share of the words that no example has. */
  unknownShare: number;
}

export interface ConfidenceModel {
  /** The softmax is of margins times this. */
  sharpness: number;
  /** Intercept, margin, lead, nearest, unknown share. */
  scope: readonly number[];
}

/** Where a bot has too few examples to tell, these hold. Rounded from what small samples of public sets of intents gave. */
const PRIOR_SHARPNESS = 4;
const PRIOR_SCOPE: Prior = { coefficients: [-1, 1.5, 1.2, 7, -2], pulls: [12, 6, 6, 6, 6] };
const SHARPNESS_PULL = 4;
const SHARPEST = 40;
const BLUNTEST = 0.5;

/** That the text is in scope. */
export function scopeProbability(model: ConfidenceModel, signs: ScopeSigns): number {
  return logisticOf(model.scope, featuresOf(signs));
}

export function intentProbabilities(margins: Float32Array, sharpness: number): Float32Array {
  const highest = margins.reduce((most, margin) => Math.max(most, margin), Number.NEGATIVE_INFINITY);
  const powers = margins.map((margin) => Math.exp(sharpness * (margin - highest)));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

export interface ScopeObservation {
  signs: ScopeSigns;
  isInScope: boolean;
  weight: number;
}

export function fitScope(observations: readonly ScopeObservation[]): number[] {
  const rows: Observation[] = observations.map(({ signs, isInScope, weight }) => ({
    features: featuresOf(signs),
    isPositive: isInScope,
    weight,
  }));
  return fitLogistic(rows, PRIOR_SCOPE);
}

function featuresOf({ margin, lead, nearest, unknownShare }: ScopeSigns): number[] {
  return [margin, lead, nearest, unknownShare];
}

/** The sharpness that makes the held-out intents likeliest: golden section search over its logarithm. */
export function fitSharpness(held: readonly { margins: Float32Array; intent: number }[]): number {
  const costOf = (logarithm: number) => {
    const sharpness = Math.exp(logarithm);
    const drift = logarithm - Math.log(PRIOR_SHARPNESS);
    return held.reduce(
      (sum, { margins, intent }) => sum + logLoss(margins, intent, sharpness),
      0.5 * SHARPNESS_PULL * drift * drift,
    );
  };
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [Math.log(BLUNTEST), Math.log(SHARPEST)];
  for (let round = 0; round < 24; round++) {
    const left = high - golden * (high - low);
    const right = low + golden * (high - low);
    if (costOf(left) < costOf(right)) high = right;
    else low = left;
  }
  return Math.exp((low + high) / 2);
}

function logLoss(margins: Float32Array, intent: number, sharpness: number): number {
  let highest = Number.NEGATIVE_INFINITY;
  for (const margin of margins) if (margin > highest) highest = margin;
  let total = 0;
  for (const margin of margins) total += Math.exp(sharpness * (margin - highest));
  return Math.log(total) - sharpness * (margins[intent]! - highest);
}
