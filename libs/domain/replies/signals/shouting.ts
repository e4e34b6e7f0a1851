/** What a message shows by how it is typed: capitals, and signs that are repeated. */

const capitalsWeight = 0.3;
/** Fewer letters are an abbreviation or a name. */
const leastLetters = 10;
const leastWords = 3;
const capitalShare = 0.8;
const signsWeight = { some: 0.12, many: 0.28 } as const;

export function shoutingOf(text: string): number[] {
  return [isInCapitals(text) ? capitalsWeight : 0, signsOf(text)].filter((weight) => weight > 0);
}

function isInCapitals(text: string): boolean {
  const cased = text.match(/\p{Lu}|\p{Ll}/gu) ?? [];
  const words = text.match(/\p{L}+/gu) ?? [];
  if (cased.length < leastLetters || words.length < leastWords) return false;
  return cased.filter((letter) => /\p{Lu}/u.test(letter)).length / cased.length >= capitalShare;
}

function signsOf(text: string): number {
  const runs = (text.match(/[!?！？]{2,}/g) ?? []).map((run) => ({
    length: run.length,
    isMixed: /[!！]/.test(run) && /[?？]/.test(run),
  }));
  if (runs.some(({ length, isMixed }) => length > 2 || isMixed)) return signsWeight.many;
  return runs.length > 0 ? signsWeight.some : 0;
}
