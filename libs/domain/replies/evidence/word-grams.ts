/** Character 4-grams of a folded word with its boundaries, as in the search: "cat" gives " cat" and "cat ". */
const gramSize = 4;
const maxRemembered = 20_000;
const remembered = new Map<string, readonly string[]>();

export function gramsOf(word: string): readonly string[] {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const bounded = ` ${word} `;
  const grams = bounded.length <= gramSize ? [bounded] : windows(bounded);
  if (remembered.size >= maxRemembered) remembered.clear();
  remembered.set(word, grams);
  return grams;
}

const rememberedSets = new Map<string, ReadonlySet<string>>();

export function gramSetOf(word: string): ReadonlySet<string> {
  const known = rememberedSets.get(word);
  if (known !== undefined) return known;
  const grams = new Set(gramsOf(word));
  if (rememberedSets.size >= maxRemembered) rememberedSets.clear();
  rememberedSets.set(word, grams);
  return grams;
}

function windows(text: string): string[] {
  return Array.from({ length: text.length - gramSize + 1 }, (_, at) => text.slice(at, at + gramSize));
}
