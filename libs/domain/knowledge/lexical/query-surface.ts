/**
 * A query as it is written: all its words in their order, stop words included, and which of them are names. A passage that
 * says "at the end of the war" word for word is nearer to that question than one that says "the war ended", and one that
 * lacks a name of the question is seldom about it.
 */
import { WordScanner, wordForms, wordOf } from '#domain/language';

export interface QuerySurface {
  /** Distinct folded words. */
  words: string[];
  /** Distinct pairs of positions in `words` that follow each other. */
  phrases: (readonly [number, number])[];
  /** Folded words with a capital within a sentence. */
  names: ReadonlySet<string>;
}

/** Of a longer query the first distinct words count. */
const maxWords = 64;
/** "HOW DO I PAY" and "How Do I Pay" name nothing. */
const maxCapitalShare = 0.7;

const scanner = new WordScanner();

export function readSurface(text: string): QuerySurface {
  const positions = new Map<string, number>();
  const phrases = new Map<number, readonly [number, number]>();
  const names = new Set<string>();
  let total = 0;
  let capitals = 0;
  let previous = -1;
  scanner.scan(text, {
    word: (codes, length, form, start) => {
      if (form !== wordForms.plain) return;
      const word = wordOf(codes, 0, length);
      total++;
      if (isCapital(text, start)) {
        capitals++;
        if (total > 1) names.add(word);
      }
      const position = positions.get(word) ?? positions.size;
      if (position >= maxWords) return;
      positions.set(word, position);
      if (previous >= 0) phrases.set(previous * maxWords + position, [previous, position]);
      previous = position;
    },
  });
  const areNames = capitals < maxCapitalShare * total;
  return { words: [...positions.keys()], phrases: [...phrases.values()], names: areNames ? names : new Set() };
}

function isCapital(text: string, at: number): boolean {
  const first = text.charAt(at);
  return first !== first.toLowerCase();
}
