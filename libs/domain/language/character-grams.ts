/**
 * Character 4-grams of a folded word, with one boundary mark at either side: "cat" gives "^cat" and "cat$"; words of one or
 * two letters give one shorter gram. A gram is a 32-bit hash of its code points; the boundary is 0.
 */
import { fnvPrime } from './term-hash';

const boundary = 0;
const gramSize = 4;

const step = (hash: number, code: number) => (Math.imul(hash, fnvPrime) ^ code) | 0;

/** Room for the grams of the longest word (`maxWordCodes` of word-scanner plus two boundaries). */
export const maxWordGrams = 66;

/** Writes the grams of a word to `into` and returns how many there are. */
export function gramsOfWord(codes: Int32Array, length: number, into: Int32Array): number {
  if (length + 2 <= gramSize) {
    let hash = step(0, boundary);
    for (let i = 0; i < length; i++) hash = step(hash, codes[i] as number);
    into[0] = step(hash, boundary);
    return 1;
  }
  let count = 0;
  for (let at = -1; at + gramSize <= length + 1; at++) {
    const first = at < 0 ? boundary : (codes[at] as number);
    const last = at + 3 < length ? (codes[at + 3] as number) : boundary;
    const inner = step(step(step(0, first), codes[at + 1] as number), codes[at + 2] as number);
    into[count++] = step(inner, last);
  }
  return count;
}
