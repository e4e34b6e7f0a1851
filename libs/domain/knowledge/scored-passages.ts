/** Candidates of both channels -> passages with their probability, best first. */
import { fusedProbability } from './fusion';
import type { FoundPassage } from './knowledge.types';
import type { WeightedQuery } from './lexical/query-weights';
import { rescore, type ScoredPassage } from './lexical/rescoring';
import { advisedRows, type PassageAdvice } from './passage-advice';
import { indexedText } from './passage-batches';
import type { ComparedRow, PassageRow } from './passage-search.queries';
import type { FoundPostings } from './posting-reading';

/** What shares no word with the query and is so improbable by its vector is no match: vectors are near to some degree always. */
const LEAST_BY_VECTOR = 0.1;

export interface Candidates {
  found: FoundPostings;
  weighted: WeightedQuery;
  rows: readonly (PassageRow & Partial<Pick<ComparedRow, 'cosine'>>)[];
  /** Of the cosines, by index number. */
  probabilities?: ReadonlyMap<number, (cosine: number) => number>;
  /** Of who knows more of some passages than their words. */
  advice?: readonly PassageAdvice[];
}

export interface ScoringOptions {
  limit: number;
  minScore?: number;
  perDocument?: boolean;
  /** Also rows that nothing speaks for. */
  isEveryRowFound?: boolean;
}

/** What speaks for one row. */
export interface RowScore {
  row: Candidates['rows'][number];
  /** Undefined when it shares no word with the query. */
  words: ScoredPassage | undefined;
  /** From 1, among the rows that do. */
  wordRank: number;
  byAdvice: number | undefined;
  byVector: number | undefined;
  score: number;
  /** False when nothing speaks for it. */
  isMatch: boolean;
}

export function givenPassages(
  candidates: Candidates,
  scores: readonly RowScore[],
  options: ScoringOptions,
): FoundPassage[] {
  const baseIds = baseIdsOf(candidates);
  return givenScores(scores, options).map((one) => foundPassage(one, baseIds));
}

/**
 * Scores all rows from their text and their vectors, and orders them by probability, which callers see fall. Equally
 * probable ones keep the order of the words.
 */
export function scoreRows(candidates: Candidates, { isEveryRowFound = false }: ScoringOptions): RowScore[] {
  const { weighted, rows, probabilities, advice = [] } = candidates;
  const rescored = rescore(
    weighted,
    rows.map((row, at) => indexedText(at, row)),
  );
  const lexical = new Map(rescored.map(({ seq: at, probability }) => [at, probability]));
  const advised = advisedRows(advice, rows, lexical, baseIdsOf(candidates));
  const scoreOf = (at: number, words: ScoredPassage | undefined, wordRank: number): RowScore => {
    const row = rows[at] as Candidates['rows'][number];
    const byAdvice = advised.get(at);
    const byWords = byAdvice ?? words?.probability;
    const byVector = row.cosine == null ? undefined : probabilities?.get(row.indexNumber)?.(row.cosine);
    const isMatch = byWords !== undefined || (byVector ?? 0) >= LEAST_BY_VECTOR || isEveryRowFound;
    return { row, words, wordRank, byAdvice, byVector, score: fusedProbability(byWords ?? 0, byVector), isMatch };
  };
  const others = [...rows.keys()].filter((at) => !lexical.has(at));
  const scores = [
    ...rescored.map((words, at) => scoreOf(words.seq, words, at + 1)),
    ...others.map((at) => scoreOf(at, undefined, 0)),
  ];
  return scores.sort((a, b) => b.score - a.score);
}

export function givenScores(scores: readonly RowScore[], options: ScoringOptions): RowScore[] {
  const { limit, minScore = 0, perDocument = false } = options;
  const given = scores.filter(({ isMatch, score }) => isMatch && score >= minScore);
  return (perDocument ? bestOfDocuments(given) : given).slice(0, limit);
}

function bestOfDocuments(scores: readonly RowScore[]): RowScore[] {
  const best = new Map<string, RowScore>();
  for (const one of scores) if (!best.has(one.row.documentId)) best.set(one.row.documentId, one);
  return [...best.values()];
}

function baseIdsOf({ found }: Candidates): ReadonlyMap<number, string> {
  return new Map(found.indexes.map(({ number, baseId }) => [number, baseId]));
}

function foundPassage(
  { row, byAdvice, byVector, score }: RowScore,
  baseIds: ReadonlyMap<number, string>,
): FoundPassage {
  const { indexNumber, documentId, position, title, section, body, tags, sourceType, language, metadata } = row;
  const baseId = baseIds.get(indexNumber) ?? '';
  const id = `${documentId}:${position}`;
  return {
    ...{ id, documentId, baseId, position, title, section, body, tags, sourceType, language, score },
    ...(metadata === null ? {} : { metadata }),
    ...(byVector === undefined ? {} : { vectorProbability: byVector }),
    ...(byAdvice === undefined ? {} : { byAdvice }),
  };
}
