/**
 * Words of a query that the base does not know are read as close words that it knows. A segment holds its words as text,
 * bucketed by first letter and length, so the work is bounded: a few rows a word, and only for unknown words of letters.
 *
 * Close: optimal string alignment distance (insert, delete, replace, swap neighbours) of 1 for words of 5 letters and more,
 * 2 from 8. The first letter must be right, as it nearly always is, because buckets are chosen by it.
 *
 * In languages without stems ("simple") and in those that write compounds as one word, words that begin alike are close, too:
 * Turkish "iadesi" is a form of "iade", and who asks for "Versand" may mean the "Versandkosten".
 */
import { alignmentDistance, type LanguageCode, wordForms } from '#domain/language';
import type { AnalyzedQuery, QueryWord } from './query-analysis';
import { termsIn, termsOfWords } from './query-analysis';
import { isVocabularyKey, isVocabularyWord } from './segment-format';
import { type FetchedRow, readVocabulary, type TermPostings } from './segment-reader';

const minLettersForOne = 5;
const minLettersForTwo = 8;
/** Words that begin alike share so many letters, and this part of the longer one. */
const minLettersAlike = 4;
const minShareAlike = 0.5;
const weightAlike = 0.5;
const languagesOfForms: ReadonlySet<LanguageCode> = new Set(['simple', 'de', 'nl', 'sv', 'da', 'no', 'fi']);
/** A correction counts this much of the word itself, by distance. */
const weightByDistance = [1, 0.8, 0.6] as const;
/** Of equally close words at most this many, in alphabetic order. */
const maxCorrections = 3;
/** A query full of unknown words is another language or noise, not a misspelling. */
const maxUnknownWords = 6;

/** Folded words that are worth looking up in the vocabulary. */
export function unknownWords(query: AnalyzedQuery, postings: ReadonlyMap<number, TermPostings>): string[] {
  const unknown = query.words.filter((word) => isUnknown(word, postings)).map(({ text }) => text);
  const minLetters = hasForms(query) ? minLettersAlike : minLettersForOne;
  return unknown.filter((text) => text.length >= minLetters && isVocabularyWord(text)).slice(0, maxUnknownWords);
}

function hasForms({ languages }: Pick<AnalyzedQuery, 'languages'>): boolean {
  return languages.some((language) => languagesOfForms.has(language));
}

function isUnknown(word: QueryWord, postings: ReadonlyMap<number, TermPostings>): boolean {
  return word.form === wordForms.plain && word.alternatives.every(({ term }) => !postings.has(term));
}

/** The query with corrections as further alternatives; the same object when the vocabulary has nothing close. */
export function correctSpelling(
  query: AnalyzedQuery,
  unknown: readonly string[],
  vocabulary: readonly FetchedRow[],
): AnalyzedQuery {
  const known = vocabulary.filter(({ key }) => isVocabularyKey(key)).flatMap(({ data }) => readVocabulary(data));
  const words = query.words.map((word) =>
    unknown.includes(word.text)
      ? correctWord(word, relatedTo(word.text, known, hasForms(query)), query.languages)
      : word,
  );
  if (words.every((word, at) => word === query.words[at])) return query;
  return { ...query, words, terms: termsOfWords(words) };
}

interface Correction {
  word: string;
  weight: number;
}

function correctWord(
  word: QueryWord,
  corrections: readonly Correction[],
  languages: readonly LanguageCode[],
): QueryWord {
  const added = corrections.flatMap((correction) =>
    termsIn(languages, correction.word).map((term) => ({ term, weight: correction.weight })),
  );
  if (added.length === 0) return word;
  return { ...word, alternatives: [...word.alternatives, ...added], isCorrected: true };
}

/** Misspelt ones first: words that begin alike only where there are none. */
function relatedTo(unknown: string, words: readonly string[], hasForms: boolean): Correction[] {
  const close = unknown.length >= minLettersForOne ? closest(unknown, words) : [];
  return close.length > 0 || !hasForms ? close : alike(unknown, words);
}

function alike(unknown: string, words: readonly string[]): Correction[] {
  const shares = [...new Set(words)].map((word) => {
    const letters = lettersAlike(unknown, word);
    return { word, share: letters < minLettersAlike ? 0 : letters / Math.max(word.length, unknown.length) };
  });
  const near = shares.filter(({ share }) => share >= minShareAlike);
  near.sort((a, b) => b.share - a.share || (a.word < b.word ? -1 : 1));
  return near.slice(0, maxCorrections).map(({ word }) => ({ word, weight: weightAlike }));
}

function lettersAlike(one: string, other: string): number {
  let letters = 0;
  while (letters < one.length && one[letters] === other[letters]) letters++;
  return letters;
}

function closest(unknown: string, words: readonly string[]): Correction[] {
  const limit = unknown.length >= minLettersForTwo ? 2 : 1;
  const close = new Map<string, number>();
  for (const word of words) {
    if (word[0] !== unknown[0] || Math.abs(word.length - unknown.length) > limit) continue;
    const distance = alignmentDistance(unknown, word, limit);
    if (distance <= limit) close.set(word, distance);
  }
  const nearest = Math.min(...close.values());
  return [...close]
    .filter(([, distance]) => distance === nearest)
    .sort((a, b) => (a[0] < b[0] ? -1 : 1))
    .slice(0, maxCorrections)
    .map(([word, distance]) => ({ word, weight: weightByDistance[distance as 0 | 1 | 2] }));
}
