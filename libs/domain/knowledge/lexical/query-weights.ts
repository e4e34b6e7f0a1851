/**
 * What each word of a query is worth in a base: its inverse document frequency, as BM25 counts it (Robertson and Zaragoza
 * 2009, with 1 added inside the logarithm so that it never is negative), over the base and the background together.
 */
import { backgroundRate, priorPassages } from './background';
import type { AnalyzedQuery, QueryWord } from './query-analysis';
import type { TermPostings } from './segment-reader';
import type { WeightedPostings } from './top-passages';

/** Sums over the segments of a base. */
export interface BaseStatistics {
  passageCount: number;
  totalLength: number;
}

export interface WeightedWord {
  word: QueryWord;
  /** Worth of one occurrence in the query. */
  idf: number;
  /** Worth with the repetitions in the query. */
  weight: number;
  documentFrequency: number;
}

export interface WeightedQuery {
  query: AnalyzedQuery;
  words: WeightedWord[];
  statistics: BaseStatistics;
  /** For `topPassages`. */
  postings: WeightedPostings[];
}

export function weighQuery(
  query: AnalyzedQuery,
  postings: ReadonlyMap<number, TermPostings>,
  statistics: BaseStatistics,
): WeightedQuery {
  const words = query.words.map((word) => weighWord(word, postings, statistics.passageCount));
  const lists = words.flatMap(({ word, weight }) =>
    word.alternatives.map((alternative) => ({
      weight: weight * alternative.weight,
      lists: postings.get(alternative.term)?.lists ?? [],
    })),
  );
  return { query, words, statistics, postings: lists };
}

function weighWord(word: QueryWord, postings: ReadonlyMap<number, TermPostings>, passageCount: number): WeightedWord {
  const frequencyOf = (term: number) => postings.get(term)?.documentFrequency ?? 0;
  const terms = countedAlternatives(word, frequencyOf).map(({ term }) => term);
  const documentFrequency = Math.min(
    passageCount,
    terms.reduce((sum, term) => sum + frequencyOf(term), 0),
  );
  const rate = Math.max(...terms.map((term) => backgroundRate(term)));
  const idf = inverseFrequency(passageCount + priorPassages, documentFrequency + priorPassages * rate);
  return { word, idf, weight: word.count > 1 ? idf * (1 + Math.log(word.count) / 2) : idf, documentFrequency };
}

/** A word that the base has is worth what it is worth there itself: a common synonym does not make it common. */
function countedAlternatives({ alternatives }: QueryWord, frequencyOf: (term: number) => number) {
  const own = alternatives.filter(({ weight }) => weight === 1);
  return own.some(({ term }) => frequencyOf(term) > 0) ? own : alternatives;
}

export function inverseFrequency(total: number, frequency: number): number {
  const held = Math.min(total, frequency);
  return Math.log(1 + (total - held + 0.5) / (held + 0.5));
}
