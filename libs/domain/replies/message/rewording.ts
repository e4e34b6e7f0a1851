/**
 * Says a message in the words of the base. People ask "where is my stuff", articles are called "Track your order". Rules name
 * things that help centres call by several names; which of the names a base uses is read from the passages that a search for
 * all of them finds. What the base does not call by another name stays as it was said.
 */
import { plainText } from './plain-text';
import { rewordingRules } from './rewording.rules';

interface Occurrence {
  start: number;
  end: number;
  names: readonly string[];
}

/** A text that the base holds, weighed by how well it was found. */
export interface FoundText {
  title: string;
  body: string;
  weight: number;
}

const maxOccurrences = 4;
/** What a title calls a thing is what the base calls it. */
const titleFactor = 4;

/** The message with all names of the things in it, to see which of them the base knows; undefined without such things. */
export function withAllNames(message: string, language: string): string | undefined {
  const plain = plainText(message);
  const names = occurrencesIn(plain, language).flatMap((occurrence) => occurrence.names);
  return names.length === 0 ? undefined : [plain, ...new Set(names)].join(' ');
}

/** The message with the names that the found texts use; undefined when that is what it says already. */
export function inWordsOf(message: string, language: string, found: readonly FoundText[]): string | undefined {
  const plain = plainText(message);
  const texts = found.map(({ title, body, weight }) => ({
    title: ` ${plainText(title)} `,
    body: ` ${plainText(body)} `,
    weight,
  }));
  let reworded = plain;
  for (const { start, end, names } of occurrencesIn(plain, language).toReversed()) {
    const said = plain.slice(start, end);
    const best = [said, ...names]
      .map((name) => ({ name, support: supportOf(name, texts) }))
      .reduce((a, b) => (b.support > a.support ? b : a));
    reworded = reworded.slice(0, start) + best.name + reworded.slice(end);
  }
  return reworded === plain ? undefined : reworded;
}

/** From left to right, not overlapping; earlier rules win. */
function occurrencesIn(plain: string, language: string): Occurrence[] {
  const found: Occurrence[] = [];
  for (const { pattern, names } of rewordingRules[language] ?? rewordingRules.en ?? []) {
    const match = pattern.exec(plain);
    if (match === null) continue;
    const occurrence = { start: match.index, end: match.index + match[0].length, names };
    if (found.every(({ start, end }) => occurrence.end <= start || occurrence.start >= end)) found.push(occurrence);
  }
  return found.sort((a, b) => a.start - b.start).slice(0, maxOccurrences);
}

function supportOf(name: string, texts: readonly FoundText[]): number {
  return texts.reduce((sum, { title, body, weight }) => {
    const inTitle = saysWords(title, name) ? titleFactor : 0;
    return sum + weight * Math.max(inTitle, saysWords(body, name) ? 1 : 0);
  }, 0);
}

/** All words of the name, at the beginning of words of the text: "refund" is in "refunds". */
function saysWords(text: string, name: string): boolean {
  return name.split(' ').every((word) => text.includes(` ${word.length > 4 ? word.slice(0, -1) : word}`));
}
