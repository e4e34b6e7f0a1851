/**
 * What speaks for and against a passage answering a query, as numbers that mean the same in every base: shares of the
 * query's weight, the distance to the next best passage, and the sizes that make the others more or less telling.
 */
import type { PassageCounts } from './passage-counter';
import type { WeightedQuery, WeightedWord } from './query-weights';
import type { CandidateWeights, RankingFeatures } from './ranking';

/** Ranking sums as far apart are as far apart as can be. */
const maxLead = 8;

/** The order is that of the model's coefficients. All are shares from 0 to 1 unless said otherwise. */
export const evidenceNames = [
  'logScore',
  'scoreShare',
  'coverage',
  'similarCoverage',
  'exactCoverage',
  'gramCoverage',
  'pairCoverage',
  'tightCoverage',
  'stretchCoverage',
  'phraseCoverage',
  'nameCoverage',
  'titleCoverage',
  'titleShare',
  'gap',
  'lead',
  'largestMissing',
  'unknownShare',
  'logHits',
  'logWords',
  'logPassages',
] as const;

export type EvidenceName = (typeof evidenceNames)[number];

/**
 * logScore: natural logarithm of 1 + BM25. scoreShare: of the highest possible. coverage: of the words' idf, found in the
 * passage; similarCoverage with words that resemble them; exactCoverage in the very form; tightCoverage within a phrase,
 * stretchCoverage within about a sentence; titleCoverage in the title; nameCoverage of names and numbers alone, 1 if there are
 * none. gramCoverage, pairCoverage: of the 4-grams' and pairs' worth; phraseCoverage of neighbours in the query as written.
 * titleShare: of the title's terms, said by the query. gap: (BM25 - rival's) / the larger of the two, -1 to 1, rival being
 * the best other passage; lead: of the ranking sums, -1 to 1 at 8, 0 without a rival. largestMissing: idf share of the most telling word that the passage lacks; unknownShare:
 * of all words that no passage has. logHits, logWords, logPassages: natural logarithms of 1 + candidates, query words, passages.
 */
export type PassageEvidence = Record<EvidenceName, number>;

export interface EvidenceInput {
  weighted: WeightedQuery;
  weights: CandidateWeights;
  counts: PassageCounts;
  features: RankingFeatures;
  /** BM25 of words, pairs and 4-grams, and the sum that candidates are ordered by. */
  bm25: number;
  score: number;
  /** The best other candidate with another text (a copy takes nothing away). */
  rival: Pick<EvidenceInput, 'bm25' | 'score'> | undefined;
  hits: number;
}

export function gatherEvidence(input: EvidenceInput): PassageEvidence {
  const { weighted, weights, counts, features, bm25, score, rival, hits } = input;
  const words = wordShares(weighted, counts);
  const beside = rival?.bm25 ?? 0;
  return {
    logScore: Math.log1p(bm25),
    scoreShare: Math.min(1, bm25 / Math.max(weights.highest, 1e-9)),
    coverage: words.found,
    similarCoverage: words.similar,
    exactCoverage: words.exact,
    gramCoverage: heldShare(weights.grams, counts.grams),
    pairCoverage: heldShare(weights.pairs, counts.pairs),
    tightCoverage: Math.min(1, counts.tightest / words.total),
    stretchCoverage: Math.min(1, counts.widest / words.total),
    phraseCoverage: counts.phrases / Math.max(1, weighted.query.surface.phrases.length),
    nameCoverage: words.names,
    titleCoverage: words.inTitle,
    titleShare: features.titleShare,
    gap: (bm25 - beside) / Math.max(bm25, beside, 1e-9),
    lead: rival === undefined ? 0 : Math.max(-maxLead, Math.min(maxLead, score - rival.score)) / maxLead,
    largestMissing: words.largestMissing,
    unknownShare: words.unknown,
    logHits: Math.log1p(hits),
    logWords: Math.log1p(weighted.words.length),
    logPassages: Math.log1p(weighted.statistics.passageCount),
  };
}

/** Joined forms count only as a stand-in for their pieces. */
function wordShares({ words }: WeightedQuery, counts: PassageCounts) {
  const replaced = replacedPieces(words, counts);
  const sums = {
    total: 1e-9,
    found: 0,
    similar: 0,
    exact: 0,
    inTitle: 0,
    unknown: 0,
    largestMissing: 0,
    names: 0,
    allNames: 0,
  };
  words.forEach((one, i) => {
    if (one.word.pieces.length > 0) return;
    const { idf } = one;
    sums.total += idf;
    const found = replaced.includes(i) ? 1 : Math.min(1, heldWeight(one, counts.words[i] as number));
    sums.found += idf * found;
    sums.similar += idf * Math.max(found, counts.similar[i] as number);
    if (counts.exact[i] === 1) sums.exact += idf;
    if (one.word.isName || one.word.isNumber) {
      sums.allNames += idf;
      sums.names += idf * found;
    }
    if (counts.inTitle[i] === 1) sums.inTitle += idf;
    if (found === 0) sums.largestMissing = Math.max(sums.largestMissing, idf);
    if (found === 0 && one.documentFrequency === 0) sums.unknown += idf;
  });
  const { total } = sums;
  return {
    total,
    found: sums.found / total,
    similar: sums.similar / total,
    exact: sums.exact / total,
    names: sums.allNames === 0 ? 1 : sums.names / sums.allNames,
    inTitle: sums.inTitle / total,
    unknown: sums.unknown / total,
    largestMissing: sums.largestMissing / total,
  };
}

const NONE: readonly number[] = [];

/** Positions of the words that are held as part of a joined form. */
function replacedPieces(words: readonly WeightedWord[], counts: PassageCounts): readonly number[] {
  let replaced = NONE;
  for (let i = 0; i < words.length; i++) {
    const { pieces } = (words[i] as WeightedWord).word;
    if (pieces.length > 0 && (counts.words[i] as number) > 0) replaced = [...replaced, ...pieces];
  }
  return replaced;
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
