/**
 * Vectors for tests, the same on every run: texts that speak of the same concepts are near each other, also when they have no
 * word in common. A dictionary says which words (or word groups) mean which concept; a word that it does not know is a concept
 * of its own, of little weight.
 */
export type Concepts = Readonly<Record<string, string>>;

const DIRECTIONS_PER_CONCEPT = 8;
const WEIGHT_OF_OTHER_WORDS = 0.25;
/** FNV-1a, 32 bits. */
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** @returns of length 1 */
export function conceptVector(text: string, concepts: Concepts, dimensions: number): Float32Array {
  const vector = new Float32Array(dimensions);
  for (const { concept, weight } of conceptsOf(text, concepts)) {
    for (let round = 0; round < DIRECTIONS_PER_CONCEPT; round++) {
      const hash = hashOf(`${round}${concept}`);
      const at = hash % dimensions;
      vector[at] = (vector[at] ?? 0) + (hash & 0x10000 ? weight : -weight);
    }
  }
  const length = Math.hypot(...vector);
  return length === 0 ? vector.fill(1 / Math.sqrt(dimensions)) : vector.map((value) => value / length);
}

/** Each once, so that a long text is not drowned in its most frequent word. */
export function conceptsOf(text: string, concepts: Concepts): Array<{ concept: string; weight: number }> {
  const weights = new Map<string, number>();
  const longestFirst = Object.keys(concepts).toSorted((one, other) => other.length - one.length);
  let rest = ` ${wordsOf(text).join(' ')} `;
  for (const words of longestFirst) {
    const found = ` ${wordsOf(words).join(' ')} `;
    if (!rest.includes(found)) continue;
    weights.set(concepts[words]!, 1);
    rest = rest.replaceAll(found, '  ');
  }
  for (const word of wordsOf(rest)) if (!weights.has(word)) weights.set(word, WEIGHT_OF_OTHER_WORDS);
  return [...weights].map(([concept, weight]) => ({ concept, weight }));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function hashOf(text: string): number {
  let hash = FNV_OFFSET;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, FNV_PRIME);
  return hash >>> 0;
}
