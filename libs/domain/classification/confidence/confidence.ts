/**
 * Whether a text means any intent: a logistic of signs that it is one of those the examples stand for. The confidence in an
 * intent is this probability times that of the intent among the others.
 */
import type { Blend } from './intent-probability';
import { fitLogistic, logisticOf, type Observation, type Prior } from './logistic-fit';

/** What tells a text in scope from others. */
export interface ScopeSigns {
  /** Of the predicted intent. */
  margin: number;
  /** Of the predicted intent over the best other; the margin itself where there is no other. */
  lead: number;
  /** Cosine to the nearest example of the predicted intent, 0..1. */
  nearest: number;
  /** Share of the words that no example has. */
  unknownShare: number;
  /** Logarithm of the mean of the network's powers (Liu et al. 2020): how much it has to say at all. 0 without a network. */
  energy: number;
}

export interface ConfidenceModel {
  blend: Blend;
  /** Intercept, margin, lead, nearest, unknown share, energy. */
  scope: readonly number[];
}

export const SCOPE_COEFFICIENTS = 6;

/** Where a bot has too few examples to tell, these hold. Rounded from what small samples of public sets of intents gave. */
const PULLS = [12, 6, 6, 6, 6, 6];
const PRIOR_ALONE: Prior = { coefficients: [-1, 1.5, 1.2, 7, -2, 0], pulls: PULLS };
/** The energy says much of what margin, cosine and unknown words say alone. */
const PRIOR_TOGETHER: Prior = { coefficients: [0, 0.5, 0.8, 4, 0, 0.9], pulls: PULLS };

/** That the text is in scope. */
export function scopeProbability(model: ConfidenceModel, signs: ScopeSigns): number {
  return logisticOf(model.scope, featuresOf(signs));
}

export interface ScopeObservation {
  signs: ScopeSigns;
  isInScope: boolean;
  weight: number;
}

export function fitScope(observations: readonly ScopeObservation[], { networkSharpness }: Blend): number[] {
  const rows: Observation[] = observations.map(({ signs, isInScope, weight }) => ({
    features: featuresOf(signs),
    isPositive: isInScope,
    weight,
  }));
  return fitLogistic(rows, networkSharpness === 0 ? PRIOR_ALONE : PRIOR_TOGETHER);
}

function featuresOf({ margin, lead, nearest, unknownShare, energy }: ScopeSigns): number[] {
  return [margin, lead, nearest, unknownShare, energy];
}
