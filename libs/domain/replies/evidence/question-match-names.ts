/**
 * Names in a question: words that are written with a capital though no sentence begins with them. "Who is the CEO of Apple?"
 * does not ask what "Who is the CEO of Google?" does, whatever else they have in common. Who writes without capitals, in
 * headline style, or German, which has them at every noun, says no names.
 */
import { plainText } from '../message/plain-text';

/** After a word or a comma; sentences begin after other signs. */
const insideSentence = /(?<=[\p{L}\p{N},)'’]\s+)\p{Lu}[\p{L}\p{M}\p{N}'’-]*/gu;
const words = /[\p{L}\p{N}'’-]+/gu;
/** Of a text with more capitals than that they tell nothing. */
const headlineShare = 0.6;
const notNames = new Set(['i', 'im', 'ive', 'id', 'ill']);

/** Folded. */
export function namesIn(text: string, language: string): ReadonlySet<string> {
  if (language === 'de') return new Set();
  const all = text.match(words) ?? [];
  const capitals = all.filter((word) => /^\p{Lu}/u.test(word)).length;
  if (all.length === 0 || capitals / all.length > headlineShare) return new Set();
  const names = (text.match(insideSentence) ?? []).map((word) => plainText(word.replace(/['’]s$/, '')));
  return new Set(names.filter((name) => name !== '' && !notNames.has(name)));
}
