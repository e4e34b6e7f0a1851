/**
 * A question as words to look for in units, each with its worth. Worth is inverse frequency among the units at hand, mixed
 * with how common the word is in general: a word that every sentence of the passages says does not tell them apart, and
 * three sentences are too few to count in.
 */

import { analyzeQuery, backgroundRate, inverseFrequency, type QueryWord } from '#domain/knowledge';
import { alignmentDistance, analyzerFor, type LanguageCode, wordForms } from '#domain/language';
import type { QuotablePassage, Unit } from '../passages/quotable-passage';
import { type AskedKind, askedKind } from './asked-kind';
import { withoutAskingWords } from './asking-words';
import { namesIn } from './names';
import { gramsOf } from './word-grams';

/** Imaginary units of ordinary text that the counts are mixed with. */
const priorUnits = 20;
/** As in the spelling correction of the search: letters from which on one or two may be wrong, and what is left of the worth. */
const minLettersForOne = 5;
const minLettersForTwo = 8;
const correctedWeight = [1, 0.8, 0.6] as const;

export interface WantedTerm {
  term: number;
  weight: number;
}

export interface WantedWord {
  terms: readonly WantedTerm[];
  worth: number;
  /** Whether it was written as the name of somebody or something. */
  isName: boolean;
}

export interface AnalyzedQuestion {
  kind: AskedKind;
  words: readonly WantedWord[];
  /** Sum of the words' worth, never 0. */
  totalWorth: number;
  /** Terms that follow each other in the question. */
  pairs: readonly (readonly [readonly WantedTerm[], readonly WantedTerm[]])[];
  /** Share of the character 4-grams' worth that each unit holds. */
  gramShares: ReadonlyMap<Unit, number>;
  /** Folded words as said, stop words included. */
  said: ReadonlySet<string>;
}

/** A question as it was asked, and in the words by which its passages were found. */
export interface Asked {
  text: string;
  words: string;
}

export function analyzeQuestion(
  { text, words: searched }: Asked,
  language: string,
  passages: readonly QuotablePassage[],
): AnalyzedQuestion {
  const units = passages.flatMap((passage) => passage.units);
  const languages: LanguageCode[] = [...new Set(passages.map((passage) => passage.language))];
  const query = analyzeQuery(withoutAskingWords(searched, language), languages);
  const plain = query.words.filter(({ pieces }) => pieces.length === 0);
  const joined = query.words.filter(({ pieces }) => pieces.length > 0);
  const spelled = new Map(plain.map((word) => [word, termsOf(word, joined, query.words, units)]));
  const names = namesIn(searched, language);
  const words = [...spelled].map(([{ text: word }, terms]) => {
    return { terms, worth: worthOf(terms, units), isName: names.has(word) };
  });
  const pairs = query.pairs.map(
    ([one, two]) => [termsAt(query.words, one, spelled), termsAt(query.words, two, spelled)] as const,
  );
  return {
    kind: askedKind(text, language),
    words,
    totalWorth: Math.max(1e-9, sum(words.map(({ worth }) => worth))),
    pairs,
    gramShares: gramShares(plain, units),
    said: new Set(
      analyzerFor('simple')
        .tokens(text)
        .map((token) => token.text),
    ),
  };
}

/** The word's own terms, its joined form ("e-mail" is also "email"), and close words if the units have none of these. */
function termsOf(
  word: QueryWord,
  joined: readonly QueryWord[],
  all: readonly QueryWord[],
  units: readonly Unit[],
): WantedTerm[] {
  const wholes = joined.filter(({ pieces }) => pieces.includes(all.indexOf(word)));
  const terms = [word, ...wholes].flatMap(({ alternatives }) => alternatives);
  if (units.some((unit) => holdsAny(unit, terms))) return terms;
  return [...terms, ...closeTerms(word.text, units)];
}

function termsAt(words: readonly QueryWord[], at: number, spelled: ReadonlyMap<QueryWord, WantedTerm[]>): WantedTerm[] {
  const word = words[at];
  return word === undefined ? [] : (spelled.get(word) ?? []);
}

function closeTerms(text: string, units: readonly Unit[]): WantedTerm[] {
  const limit = text.length >= minLettersForTwo ? 2 : text.length >= minLettersForOne ? 1 : 0;
  if (limit === 0) return [];
  const close = new Map<number, number>();
  for (const { term, text: other, form } of units.flatMap(({ tokens }) => tokens)) {
    if (term === 0 || form !== wordForms.plain || other[0] !== text[0] || Math.abs(other.length - text.length) > limit)
      continue;
    const distance = alignmentDistance(text, other, limit);
    if (distance <= limit) close.set(term, Math.min(distance, close.get(term) ?? limit));
  }
  return [...close].map(([term, distance]) => ({ term, weight: correctedWeight[distance] ?? 0 }));
}

function worthOf(terms: readonly WantedTerm[], units: readonly Unit[]): number {
  const rate = Math.max(0, ...terms.map(({ term }) => backgroundRate(term)));
  const held = units.filter((unit) => holdsAny(unit, terms)).length;
  return inverseFrequency(units.length + priorUnits, held + priorUnits * rate);
}

/** Grams are worth their inverse frequency among the units. Each word of the units is taken apart once. */
function gramShares(words: readonly QueryWord[], units: readonly Unit[]): Map<Unit, number> {
  const wanted = new Set(words.filter(({ form }) => form === wordForms.plain).flatMap(({ text }) => gramsOf(text)));
  const known = new Map<string, readonly string[]>();
  const wantedOf = (word: string) => {
    const found = known.get(word) ?? gramsOf(word).filter((gram) => wanted.has(gram));
    known.set(word, found);
    return found;
  };
  const held = units.map(({ tokens }) => {
    const grams = new Set<string>();
    for (const { text } of tokens) for (const gram of wantedOf(text)) grams.add(gram);
    return grams;
  });
  const counts = new Map([...wanted].map((gram) => [gram, 0]));
  for (const grams of held) for (const gram of grams) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  const worths = new Map([...counts].map(([gram, count]) => [gram, inverseFrequency(units.length + 1, count)]));
  const worthOfAll = (grams: Iterable<string>) => sum([...grams].map((gram) => worths.get(gram) ?? 0));
  const total = Math.max(1e-9, worthOfAll(wanted));
  return new Map(units.map((unit, i) => [unit, worthOfAll(held[i] ?? []) / total]));
}

export function holdsAny(unit: Unit, terms: readonly WantedTerm[]): boolean {
  return terms.some(({ term }) => unit.terms.has(term));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
