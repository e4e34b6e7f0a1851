/**
 * Which units are worth a comparison: those that share rare words, beginnings of them, synonyms or character 4-grams with
 * one. Comparing all with all would take the square of their number; here each unit costs at most so many postings and so
 * many comparisons, however many there are.
 */
import type { ComparedQuestion } from '../evidence/question-match-words';
import type { QuestionUnit } from './question-units';

export interface Candidate {
  /** Place among the units, less than the place of the unit that it is a candidate of. */
  place: number;
  shared: number;
}

/** Of one unit. Rare keys are read first, so that what common words are left out says least. */
const maxPostings = 4_000;
const maxCandidates = 16;
/** What shares less, compared with the best of the candidates, asks the same in one of a hundred cases. */
const leastShare = 0.35;
/** Long texts cost more to compare: the pairs of their words count. */
const maxWordPairs = 3_000;
const leastCandidates = 3;
/** Looked up between two pauses of the work: some ten milliseconds. */
const unitsAtOnce = 100;
/** Synonyms and grams hint; a word of its own tells. */
const weights = { word: 1, synonym: 0.7, gram: 0.25 } as const;

/** Key -> weight within its question. */
type Keys = ReadonlyMap<string, number>;

/** With pauses. For each unit those of the units before it, the likeliest first. */
export function* candidatesOf(units: readonly QuestionUnit[]): Generator<void, readonly (readonly Candidate[])[]> {
  const keys = units.map(({ question }) => keysOf(question));
  const counts = new Map<string, number>();
  for (const own of keys) for (const key of own.keys()) counts.set(key, (counts.get(key) ?? 0) + 1);
  const postings = new Map<string, number[]>();
  const shared = new Float64Array(units.length);
  const candidates: (readonly Candidate[])[] = [];
  for (const [place, { question }] of units.entries()) {
    const own = keys[place] as Keys;
    const found = sharing(own, counts, postings, shared, units.length);
    for (const key of own.keys()) append(postings, key, place);
    candidates.push(likeliest(found, question, units));
    if (place % unitsAtOnce === 0) yield;
  }
  return candidates;
}

function keysOf({ words, said, grams }: ComparedQuestion): Keys {
  const keys = new Map<string, number>();
  const telling = words.filter(({ isStopWord, text }) => !isStopWord && !text.startsWith('@'));
  for (const { term, stem, synonyms } of telling) {
    for (const synonym of synonyms) keys.set(`t${synonym}`, weights.synonym);
    keys.set(`w${stem}`, weights.word);
    if (term !== 0) keys.set(`t${term}`, weights.synonym);
  }
  for (const gram of grams) keys.set(`g${gram}`, weights.gram);
  if (telling.length === 0) for (const word of said) keys.set(`s${word}`, weights.word);
  return keys;
}

/** @param shared zeros, and zeros again afterwards */
function sharing(
  own: Keys,
  counts: ReadonlyMap<string, number>,
  postings: ReadonlyMap<string, readonly number[]>,
  shared: Float64Array,
  total: number,
): Candidate[] {
  const touched: number[] = [];
  let left = maxPostings;
  const rarestFirst = [...own].sort(([a], [b]) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0));
  for (const [key, weight] of rarestFirst) {
    const places = postings.get(key) ?? [];
    const worth = weight * Math.log(1 + total / (counts.get(key) ?? 1));
    const read = Math.min(left, places.length);
    for (let i = 0; i < read; i++) {
      const place = places[i] as number;
      if (shared[place] === 0) touched.push(place);
      shared[place] = (shared[place] as number) + worth;
    }
    left -= read;
    if (left === 0) break;
  }
  const found = touched.map((place) => ({ place, shared: shared[place] as number }));
  for (const place of touched) shared[place] = 0;
  return found;
}

function likeliest(found: Candidate[], question: ComparedQuestion, units: readonly QuestionUnit[]): Candidate[] {
  const chosen: Candidate[] = [];
  let wordPairs = 0;
  for (const candidate of found.sort((a, b) => b.shared - a.shared || a.place - b.place)) {
    if (candidate.shared < leastShare * (chosen[0]?.shared ?? 0) || chosen.length === maxCandidates) break;
    if (wordPairs > maxWordPairs && chosen.length >= leastCandidates) break;
    wordPairs += question.words.length * (units[candidate.place]?.question.words.length ?? 0);
    chosen.push(candidate);
  }
  return chosen;
}

function append(postings: Map<string, number[]>, key: string, place: number): void {
  const places = postings.get(key);
  if (places === undefined) postings.set(key, [place]);
  else places.push(place);
}
