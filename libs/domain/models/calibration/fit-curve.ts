/**
 * What a number of a model means as a probability. The numbers of pairs that belong together and of pairs that do not are
 * taken as two normal distributions of one variance and equal weight; by Bayes the probability is then a logistic curve
 * (linear discriminant analysis, see T. Hastie et al., "The Elements of Statistical Learning", 4.3).
 *
 * Of the pairs that do not belong together the lures weigh as much as all the others: they are what a search by words finds
 * wrongly, and a model that cannot tell them from answers has nothing to add to it.
 */
import type { Curve } from './calibration.types';

export interface Observations {
  /** Of texts that answer. */
  answers: readonly number[];
  /** Of texts that have the words of the question and answer another. */
  lures: readonly number[];
  /** Of texts about the same things that do not answer. */
  neighbours: readonly number[];
  /** Of texts about something else. */
  strangers: readonly number[];
}

export interface Fit {
  auc: number;
  curve: Curve | null;
}

/** Sum 1. Lures have half, so that no model reaches MIN_AUC that knows words only, and gets every lure wrong. */
const WEIGHTS = { lures: 0.5, neighbours: 0.25, strangers: 0.25 };
const GROUPS = ['lures', 'neighbours', 'strangers'] as const;
/** A model that tells less is worse than words alone: chance is 0.5. */
const MIN_AUC = 0.75;
/** In standard deviations. Few pairs may lie closer together than those of the world, and the curve become a step. */
const MAX_SEPARATION = 4;
/** Scores of 0 and 1 have no log-odds. */
const LOG_ODDS_MARGIN = 1e-4;

export function fitCosines(observations: Observations): Fit {
  return fitted(observations, 'linear');
}

/** Rerankers give probabilities of their own or anything else: the first are even on the scale of log-odds only. */
export function fitScores(observations: Observations): Fit {
  const areShares = Object.values(observations)
    .flat()
    .every((score) => score >= 0 && score <= 1);
  return fitted(observations, areShares ? 'log-odds' : 'linear');
}

function fitted(observed: Observations, scale: Curve['scale']): Fit {
  const answers = observed.answers.map((x) => onScale(x, scale));
  const others = GROUPS.map((group) => {
    const numbers = observed[group].map((x) => onScale(x, scale));
    return { weight: WEIGHTS[group], auc: areaUnderCurve(answers, numbers), ...momentsOf(numbers) };
  });
  const auc = others.reduce((sum, group) => sum + group.weight * group.auc, 0);
  const high = momentsOf(answers);
  const low = mixed(others);
  const distance = high.mean - low.mean;
  if (!(auc >= MIN_AUC) || !(distance > 0)) return { auc: Number.isFinite(auc) ? auc : 0, curve: null };
  const variance = Math.max((high.variance + low.variance) / 2, (distance / MAX_SEPARATION) ** 2);
  return { auc, curve: { scale, slope: distance / variance, middle: (high.mean + low.mean) / 2 } };
}

/** No amount of evidence of this kind makes certain. */
const MIN_PROBABILITY = 0.01;

export function probabilityOn({ scale, slope, middle }: Curve, x: number): number {
  const probability = 1 / (1 + Math.exp(-slope * (onScale(x, scale) - middle)));
  return Math.min(Math.max(probability, MIN_PROBABILITY), 1 - MIN_PROBABILITY);
}

function onScale(x: number, scale: Curve['scale']): number {
  if (scale === 'linear') return x;
  const share = Math.min(Math.max(x, LOG_ODDS_MARGIN), 1 - LOG_ODDS_MARGIN);
  return Math.log(share / (1 - share));
}

/** How often one of `high` is above one of `low`; a tie is half a win (Mann and Whitney's U). */
function areaUnderCurve(high: readonly number[], low: readonly number[]): number {
  let wins = 0;
  for (const a of high) for (const b of low) wins += a > b ? 1 : a === b ? 0.5 : 0;
  return wins / (high.length * low.length);
}

interface Moments {
  mean: number;
  variance: number;
}

function momentsOf(values: readonly number[]): Moments {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  return { mean, variance: values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length };
}

/** Of all groups together. @param groups their weights sum up to 1 */
function mixed(groups: ReadonlyArray<Moments & { weight: number }>): Moments {
  const mean = groups.reduce((sum, group) => sum + group.weight * group.mean, 0);
  const variance = groups.reduce((sum, group) => sum + group.weight * (group.variance + (group.mean - mean) ** 2), 0);
  return { mean, variance };
}
