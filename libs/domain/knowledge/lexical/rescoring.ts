/**
 * Second stage: the candidates again, from their text. How many passages hold a pair or a 4-gram is counted among the
 * candidates, which ranks as well as counting in the whole base and needs no further index.
 */
import { priorPassages } from './background';
import { answerProbability } from './calibration';
import { gatherEvidence, type PassageEvidence } from './evidence';
import { PassageCounter, type PassageCounts, type PassageToScore } from './passage-counter';
import { inverseFrequency, type WeightedQuery } from './query-weights';
import { type CandidateWeights, type RankingFeatures, rankingFeaturesOf, rankingScore } from './ranking';
import { bm25 } from './segment-format';

export interface ScoredPassage {
  seq: number;
  /** By which the candidates of this query are ordered; comparable within one result only. */
  score: number;
  /** Calibrated probability that the passage answers the query, 0 to 1. Never above that of a better ranked one. */
  probability: number;
  evidence: PassageEvidence;
  features: RankingFeatures;
}

/** Shares of pairs and 4-grams in the BM25 that the evidence goes by. */
const pairShare = 0.3;
const gramShare = 0.15;
/** Imaginary candidates behind the 4-gram counts: with one or two real ones every gram would look common. */
const gramPrior = 4;

interface Ranked {
  counts: PassageCounts;
  features: RankingFeatures;
  /** BM25 of words, pairs and 4-grams. */
  bm25: number;
  score: number;
}

/** Best first, ties by seq. `passages` are the candidates of `topPassages`, in any order, without the deleted ones. */
export function rescore(weighted: WeightedQuery, passages: readonly PassageToScore[]): ScoredPassage[] {
  if (weighted.words.length === 0 || passages.length === 0) return [];
  const counter = new PassageCounter(weighted);
  const counts = passages.map((passage) => counter.count(passage));
  const weights = weighCandidates(weighted, counts);
  const ranked = counts.map((one) => rank(weighted, weights, one)).filter((one) => one.bm25 > 0);
  ranked.sort((a, b) => b.score - a.score || a.counts.seq - b.counts.seq);
  const rivals = rivalsOf(ranked, passages);
  let most = 1;
  return ranked.map((one) => {
    const { features, score } = one;
    const rival = rivals(one);
    const evidence = gatherEvidence({ weighted, weights, ...one, rival, hits: ranked.length });
    most = Math.min(most, answerProbability(evidence));
    return { seq: one.counts.seq, score, probability: most, evidence, features };
  });
}

function rank(weighted: WeightedQuery, weights: CandidateWeights, counts: PassageCounts): Ranked {
  const features = rankingFeaturesOf(weighted, weights, counts);
  const sum = features.words + pairShare * features.pairs + gramShare * features.grams;
  return { counts, features, bm25: sum, score: rankingScore(features) };
}

/** The best other candidate with another text: a copy takes nothing away. Only copies of the best look beyond the second. */
function rivalsOf(ranked: readonly Ranked[], passages: readonly PassageToScore[]) {
  const bySeq = new Map(passages.map((passage) => [passage.seq, passage]));
  const isCopy = (one: Ranked, other: Ranked) => {
    const a = bySeq.get(one.counts.seq);
    const b = bySeq.get(other.counts.seq);
    return a?.body === b?.body && a?.title === b?.title;
  };
  const [best] = ranked;
  const second = ranked.find((one) => best !== undefined && one !== best && !isCopy(one, best));
  return (one: Ranked): Ranked | undefined => (best === undefined || one === best || isCopy(one, best) ? second : best);
}

function weighCandidates(
  { query, words, statistics }: WeightedQuery,
  counts: readonly PassageCounts[],
): CandidateWeights {
  const base = statistics.passageCount + priorPassages;
  const pairs = heldBy(counts, 'pairs', query.pairs.length).map((held) => inverseFrequency(base, held));
  const candidates = counts.length + gramPrior;
  const grams = heldBy(counts, 'grams', query.grams.length).map((held) => inverseFrequency(candidates, held));
  const wordSum = sum(words.filter(({ word }) => word.pieces.length === 0).map(({ weight }) => weight));
  return {
    pairs,
    grams,
    highest: (bm25.k1 + 1) * (wordSum + pairShare * sum(pairs) + gramShare * sum(grams)),
    meanLength: Math.max(1, statistics.totalLength / Math.max(1, statistics.passageCount)),
    meanGramLength: Math.max(1, sum(counts.map(({ gramLength }) => gramLength)) / counts.length),
  };
}

/** How many candidates hold each pair or 4-gram. */
function heldBy(counts: readonly PassageCounts[], field: 'pairs' | 'grams', size: number): Float32Array {
  const held = new Float32Array(size);
  for (const one of counts) {
    const frequencies = one[field];
    for (let i = 0; i < size; i++) if ((frequencies[i] as number) > 0) held[i] = (held[i] as number) + 1;
  }
  return held;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
