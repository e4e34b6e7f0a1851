/**
 * What speaks for and against a passage answering a query, as numbers that mean the same in every base: shares of the
 * query's weight, the distance to the next best passage, and the sizes that make the others more or less telling.
 */
import type { PassageCounts } from './passage-counter';
import type { WeightedQuery, WeightedWord } from './query-weights';

/** The order is that of the model's coefficients. All are shares from 0 to 1 unless said otherwise. */
export const evidenceNames = [
  'logScore',
  'scoreShare',
  'coverage',
  'gramCoverage',
  'pairCoverage',
  'stretchCoverage',
  'titleCoverage',
  'titleShare',
  'gap',
  'largestMissing',
  'unknownShare',
  'logHits',
  'logWords',
  'logPassages',
] as const;

export type EvidenceName = (typeof evidenceNames)[number];

/**
 * logScore: natural logarithm of 1 + score. scoreShare: of the highest possible score. coverage: of the words' idf, found in the
 * passage; stretchCoverage within one stretch of about a sentence; titleCoverage in the title. gramCoverage, pairCoverage: of
 * the 4-grams' and pairs' worth. titleShare: of the title's terms, said by the query. gap: (score - rival) / the larger of the two, -1 to
 * 1, rival being the best other passage. largestMissing: idf share of the most telling word that the passage lacks; unknownShare:
 * of all words that no passage has. logHits, logWords, logPassages: natural logarithms of 1 + candidates, query words, passages.
 */
export type PassageEvidence = Record<EvidenceName, number>;

/** What each pair and 4-gram is worth among these candidates. */
export interface CandidateWeights {
  pairs: Float32Array;
  grams: Float32Array;
  /** The score of a passage that repeats the whole query for ever. */
  highest: number;
}

export interface EvidenceInput {
  weighted: WeightedQuery;
  weights: CandidateWeights;
  counts: PassageCounts;
  score: number;
  /** Score of the best other candidate with another text (a copy takes nothing away), 0 if there is none. */
  rival: number;
  hits: number;
}

export function gatherEvidence({ weighted, weights, counts, score, rival, hits }: EvidenceInput): PassageEvidence {
  const words = wordShares(weighted, counts);
  return {
    logScore: Math.log1p(score),
    scoreShare: Math.min(1, score / Math.max(weights.highest, 1e-9)),
    coverage: words.found,
    gramCoverage: heldShare(weights.grams, counts.grams),
    pairCoverage: heldShare(weights.pairs, counts.pairs),
    stretchCoverage: Math.min(1, counts.bestStretch / words.total),
    titleCoverage: words.inTitle,
    titleShare: counts.titleLength === 0 ? 0 : Math.min(1, counts.titleMatches / counts.titleLength),
    gap: (score - rival) / Math.max(score, rival, 1e-9),
    largestMissing: words.largestMissing,
    unknownShare: words.unknown,
    logHits: Math.log1p(hits),
    logWords: Math.log1p(weighted.words.length),
    logPassages: Math.log1p(weighted.statistics.passageCount),
  };
}

/** Joined forms count only as a stand-in for their pieces. */
function wordShares({ words }: WeightedQuery, counts: PassageCounts) {
  const replaced = new Set(words.flatMap(({ word }, i) => ((counts.words[i] as number) > 0 ? word.pieces : [])));
  const sums = { total: 1e-9, found: 0, inTitle: 0, unknown: 0, largestMissing: 0 };
  words.forEach((one, i) => {
    if (one.word.pieces.length > 0) return;
    const { idf } = one;
    sums.total += idf;
    const found = replaced.has(i) ? 1 : Math.min(1, heldWeight(one, counts.words[i] as number));
    sums.found += idf * found;
    if (counts.inTitle[i] === 1) sums.inTitle += idf;
    if (found === 0) sums.largestMissing = Math.max(sums.largestMissing, idf);
    if (found === 0 && one.documentFrequency === 0) sums.unknown += idf;
  });
  const { total } = sums;
  return {
    total,
    found: sums.found / total,
    inTitle: sums.inTitle / total,
    unknown: sums.unknown / total,
    largestMissing: sums.largestMissing / total,
  };
}

/** A word that was only found by correcting its spelling is held in part. */
function heldWeight({ word }: WeightedWord, frequency: number): number {
  if (frequency === 0) return 0;
  return word.isCorrected
    ? Math.max(...word.alternatives.map(({ weight }) => weight).filter((weight) => weight < 1))
    : 1;
}

function heldShare(weights: Float32Array, frequencies: Float32Array): number {
  let total = 0;
  let held = 0;
  for (let i = 0; i < weights.length; i++) {
    total += weights[i] as number;
    if ((frequencies[i] as number) > 0) held += weights[i] as number;
  }
  return total === 0 ? 0 : held / total;
}
