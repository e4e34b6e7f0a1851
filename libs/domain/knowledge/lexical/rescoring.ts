/**
 * Second stage: the candidates again, from their text. Score = BM25 of the words + 0.3 BM25 of word pairs + 0.15 BM25 of
 * character 4-grams. How many passages hold a pair or a 4-gram is counted among the candidates, which ranks as well as counting
 * in the whole base and needs no further index.
 */
import { priorPassages } from './background';
import { answerProbability } from './calibration';
import { type CandidateWeights, gatherEvidence, type PassageEvidence } from './evidence';
import { PassageCounter, type PassageCounts, type PassageToScore } from './passage-counter';
import { inverseFrequency, type WeightedQuery } from './query-weights';
import { bm25 } from './segment-format';

export interface ScoredPassage {
  seq: number;
  /** Comparable within one result only. */
  score: number;
  /** Calibrated probability that the passage answers the query, 0 to 1. */
  probability: number;
  evidence: PassageEvidence;
}

const pairShare = 0.3;
/** Pairs care less about the length of a passage. */
const pairB = 0.3;
const gramShare = 0.15;
/** Imaginary candidates behind the 4-gram counts: with one or two real ones every gram would look common. */
const gramPrior = 4;

/** Best first, ties by seq. `passages` are the candidates of `topPassages`, in any order, without the deleted ones. */
export function rescore(weighted: WeightedQuery, passages: readonly PassageToScore[]): ScoredPassage[] {
  if (weighted.words.length === 0 || passages.length === 0) return [];
  const counter = new PassageCounter(weighted);
  const counts = passages.map((passage) => counter.count(passage));
  const weights = weighCandidates(weighted, counts);
  const scored = scoreCounts(weighted, counts, weights).filter(({ score }) => score > 0);
  scored.sort((a, b) => b.score - a.score || a.counts.seq - b.counts.seq);
  const textOf = new Map(passages.map(({ seq, title, body }) => [seq, `${title}\n${body}`]));
  const isCopy = (one: number, other: number) => textOf.get(one) === textOf.get(other);
  return scored.map(({ counts: one, score }) => {
    const rival = scored.find(({ counts: other }) => other !== one && !isCopy(other.seq, one.seq))?.score ?? 0;
    const evidence = gatherEvidence({ weighted, weights, counts: one, score, rival, hits: scored.length });
    return { seq: one.seq, score, probability: answerProbability(evidence), evidence };
  });
}

function weighCandidates(
  { query, words, statistics }: WeightedQuery,
  counts: readonly PassageCounts[],
): CandidateWeights {
  const held = (field: 'pairs' | 'grams', index: number) =>
    counts.reduce((sum, one) => sum + ((one[field][index] as number) > 0 ? 1 : 0), 0);
  const base = statistics.passageCount + priorPassages;
  const pairs = Float32Array.from(query.pairs, (_, i) => inverseFrequency(base, held('pairs', i)));
  const candidates = counts.length + gramPrior;
  const grams = Float32Array.from(query.grams, (_, i) => inverseFrequency(candidates, held('grams', i)));
  const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);
  const wordSum = sum(words.filter(({ word }) => word.pieces.length === 0).map(({ weight }) => weight));
  const highest = (bm25.k1 + 1) * (wordSum + pairShare * sum(pairs) + gramShare * sum(grams));
  return { pairs, grams, highest };
}

function scoreCounts(
  { words, statistics }: WeightedQuery,
  counts: readonly PassageCounts[],
  weights: CandidateWeights,
) {
  const meanLength = Math.max(1, statistics.totalLength / Math.max(1, statistics.passageCount));
  const meanGrams = Math.max(1, counts.reduce((sum, { gramLength }) => sum + gramLength, 0) / counts.length);
  return counts.map((one) => {
    const lengthRatio = one.length / meanLength;
    let score = 0;
    const wordNorm = normOf(bm25.b, lengthRatio);
    for (let i = 0; i < words.length; i++)
      score += (words[i]?.weight ?? 0) * saturated(one.words[i] as number, wordNorm);
    const pairNorm = normOf(pairB, lengthRatio);
    score += pairShare * dot(weights.pairs, one.pairs, pairNorm);
    score += gramShare * dot(weights.grams, one.grams, normOf(bm25.b, one.gramLength / meanGrams));
    return { counts: one, score };
  });
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
