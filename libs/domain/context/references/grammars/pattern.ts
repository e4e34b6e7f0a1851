/**
 * Patterns of the grammars, in a short notation: a space stands for any white space, ' for any apostrophe, \b for the edge
 * of a word in any script, {end} for where a clause may end. Nothing in them may repeat without a bound; messages that are
 * read are short.
 */
import type { PointingRule, ReferenceForm, Wanted } from '../references.types';

const EDGE = String.raw`(?:(?<![\p{L}\p{N}])(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}])(?![\p{L}\p{N}]))`;
const END = String.raw`(?=\s{0,3}(?:[?!.,;:)…。？！]|$))`;

export function pattern(source: string): RegExp {
  const written = source
    .replaceAll('\\b', EDGE)
    .replaceAll('{end}', END)
    .replaceAll("'", "['’]")
    .replaceAll(' ', String.raw`(?:\s{1,3})`);
  return new RegExp(written, 'dgiu');
}

interface Further {
  wanted?: Wanted;
  many?: boolean;
  form?: ReferenceForm;
}

export function rule(
  source: string,
  certainty: number,
  { wanted = 'thing', many = false, form = 'replace' }: Further = {},
): PointingRule {
  return { pattern: pattern(source), wanted, isPlural: many, certainty, form };
}

/** Each line is the words of one noun, without what may stand before them: `order: Bestellung|Auftrag`. */
export function nouns(determiners: string, lines: Readonly<Record<string, string>>, notBefore = '') {
  const refused = notBefore === '' ? '' : `(?! (?:${notBefore})\\b)`;
  return Object.entries(lines).map(([noun, words]) => ({
    noun,
    pattern: pattern(`\\b(?<ref>(?:${determiners})(?:${words}))\\b${refused}`),
  }));
}

export function ordinals(source: (word: string) => string, words: readonly (readonly [string, number])[]) {
  return words.map(([word, ordinal]) => ({ ordinal, pattern: pattern(source(word)) }));
}
