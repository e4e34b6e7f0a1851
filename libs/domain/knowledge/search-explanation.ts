/** Says how a search came to its result. Made only when asked for: it keeps all of the numbers that a search forgets. */
import { fusionShares } from './fusion';
import type { PassageExplanation, SearchExplanation } from './knowledge.types';
import { type Candidates, givenScores, type RowScore, type ScoringOptions } from './scored-passages';

/** Passages that were not given, at most. */
const MAX_LEFT_OUT = 20;

export function explainSearch(
  candidates: Candidates,
  scores: readonly RowScore[],
  options: ScoringOptions,
): SearchExplanation {
  const { query, words } = candidates.weighted;
  const given = new Set(givenScores(scores, options));
  const documents = new Set([...given].map(({ row }) => row.documentId));
  const reasonOf = (one: RowScore) =>
    options.perDocument && documents.has(one.row.documentId) ? 'same_document' : reasonFor(one, options);
  const vectorRanks = ranksBySimilarity(scores);
  const explained = (one: RowScore) => explainRow(one, vectorRanks.get(one), candidates);
  const leftOut = scores.filter((one) => !given.has(one)).slice(0, MAX_LEFT_OUT);
  const hasVectors = vectorRanks.size > 0;
  return {
    query: {
      text: query.text,
      language: query.spoken,
      terms: words.map(({ word, weight, documentFrequency }) => ({
        term: word.text,
        weight,
        passages: documentFrequency,
      })),
    },
    candidates: {
      words: scores.filter(({ words: byWords }) => byWords !== undefined).length,
      vectors: vectorRanks.size,
    },
    fusion: { words: hasVectors ? fusionShares.words : 1, vectors: hasVectors ? fusionShares.vectors : 0 },
    passages: [...[...given].map(explained), ...leftOut.map((one) => ({ ...explained(one), leftOut: reasonOf(one) }))],
  };
}

function reasonFor({ score, isMatch }: RowScore, { minScore = 0 }: ScoringOptions): string {
  if (!isMatch) return 'no_match';
  return score < minScore ? 'below_threshold' : 'beyond_limit';
}

function explainRow(one: RowScore, vectorRank: number | undefined, { weighted }: Candidates): PassageExplanation {
  const { row, words, byAdvice, byVector, score } = one;
  const { words: bm25 = 0, pairs = 0, grams = 0, ...further } = words?.features ?? {};
  return {
    passageId: `${row.documentId}:${row.position}`,
    documentId: row.documentId,
    title: row.title,
    words: {
      ...(words ? { rank: one.wordRank, ...further, sum: words.score, coverage: words.evidence.coverage } : {}),
      ...(byAdvice === undefined ? {} : { advised: byAdvice }),
      ...(weighted.words.some(({ word }) => word.isCorrected) ? { corrected: 1 } : {}),
      bm25,
      bigrams: pairs,
      fourGrams: grams,
      probability: words?.probability ?? 0,
    },
    ...(byVector === undefined || row.cosine == null
      ? {}
      : {
          vectors: {
            ...(vectorRank === undefined ? {} : { rank: vectorRank }),
            similarity: row.cosine,
            probability: byVector,
          },
        }),
    score,
  };
}

/** From 1. */
function ranksBySimilarity(scores: readonly RowScore[]): ReadonlyMap<RowScore, number> {
  const compared = scores.filter(({ row, byVector }) => row.cosine != null && byVector !== undefined);
  compared.sort((a, b) => (b.row.cosine ?? 0) - (a.row.cosine ?? 0));
  return new Map(compared.map((one, at) => [one, at + 1]));
}
