/**
 * What speaks for a passage before the other candidates of its query, and how much each counts: a sum, fitted so that
 * the softmax of the candidates' sums gives the passage that answers (`bench/retrieval/fit-ranking.ts`). Sums compare within
 * one query only; how likely a passage is an answer at all is the calibration's to say.
 */
import type { PassageCounts } from './passage-counter';
import type { WeightedQuery } from './query-weights';
import { rankingWeights } from './ranking-weights';
import { bm25 } from './segment-format';

/**
 * words, pairs, grams: their BM25. tight, wide: weight of the words within 8 and 32 words of text. exact, names, numbers:
 * weight of the words that stand there in the very form, and of those that are names or numbers. similar: weight of
 * missing words by their resemblance to words that are there. related: of missing words with one of near meaning there.
 * phrases: how many neighbours of the query are neighbours, stop words included. titleCoverage: weight of the words in
 * the title; titleShare: share of the title's words that the query says. brevity: minus the logarithm of 1 + length /
 * mean length.
 */
export const rankingFeatures = [
  'words',
  'pairs',
  'grams',
  'tight',
  'wide',
  'exact',
  'names',
  'numbers',
  'similar',
  'related',
  'phrases',
  'titleCoverage',
  'titleShare',
  'brevity',
] as const;

export type RankingFeature = (typeof rankingFeatures)[number];
export type RankingFeatures = Record<RankingFeature, number>;

/** Pairs care less about the length of a passage. */
const pairB = 0.3;
/** A heading alone is no better an answer than a short paragraph, and a whole page no worse than half of it. */
const ratioLimits = [0.2, 5] as const;

/** What the candidates of a query have in common. */
export interface CandidateWeights {
  /** What each pair and 4-gram is worth among these candidates. */
  pairs: Float32Array;
  grams: Float32Array;
  /** The BM25 of words, pairs and 4-grams of a passage that repeats the whole query for ever. */
  highest: number;
  meanLength: number;
  meanGramLength: number;
}

export function rankingFeaturesOf(
  { words }: WeightedQuery,
  weights: CandidateWeights,
  counts: PassageCounts,
): RankingFeatures {
  const lengthRatio = counts.length / weights.meanLength;
  const wordNorm = normOf(bm25.b, lengthRatio);
  const sums: RankingFeatures = {
    words: 0,
    pairs: dot(weights.pairs, counts.pairs, normOf(pairB, lengthRatio)),
    grams: dot(weights.grams, counts.grams, normOf(bm25.b, counts.gramLength / weights.meanGramLength)),
    tight: counts.tightest,
    wide: counts.widest,
    exact: 0,
    names: 0,
    numbers: 0,
    similar: 0,
    related: 0,
    phrases: counts.phrases,
    titleCoverage: 0,
    titleShare: counts.titleLength === 0 ? 0 : Math.min(1, counts.titleMatches / counts.titleLength),
    brevity: -Math.log1p(Math.min(ratioLimits[1], Math.max(ratioLimits[0], lengthRatio))),
  };
  for (let i = 0; i < words.length; i++) {
    const { word, weight } = words[i] as (typeof words)[number];
    const frequency = counts.words[i] as number;
    if (frequency === 0) {
      sums.similar += weight * (counts.similar[i] as number);
      if (counts.related[i] === 1) sums.related += weight;
      continue;
    }
    sums.words += weight * saturated(frequency, wordNorm);
    if (counts.exact[i] === 1) sums.exact += weight;
    if (word.isName) sums.names += weight;
    if (word.isNumber) sums.numbers += weight;
    if (counts.inTitle[i] === 1) sums.titleCoverage += weight;
  }
  return sums;
}

export function rankingScore(features: RankingFeatures): number {
  let score = 0;
  for (const name of rankingFeatures) score += rankingWeights[name] * features[name];
  return score;
}

function normOf(b: number, lengthRatio: number): number {
  return bm25.k1 * (1 - b + b * lengthRatio);
}

function saturated(frequency: number, norm: number): number {
  return frequency === 0 ? 0 : (frequency * (bm25.k1 + 1)) / (frequency + norm);
}

function dot(weights: Float32Array, frequencies: Float32Array, norm: number): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) {
    const frequency = frequencies[i] as number;
    if (frequency > 0) sum += (weights[i] as number) * saturated(frequency, norm);
  }
  return sum;
}
