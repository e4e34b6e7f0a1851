/**
 * Knows folded words by their code points, without making a string: each word has a slot, and each slot its term
 * and its character 4-grams. Open
 * addressing over two independent 32-bit hashes of the word: a wrong hit needs both to collide (about 1 in 10^19 a pair).
 * Stemming costs 20 microseconds a word, a hit here about 20 nanoseconds. When two thirds of the slots are taken the table
 * forgets everything and counts a new generation: slots of an older one mean nothing any more.
 */
import { gramsOfWord, maxWordGrams } from './character-grams';
import { fnvPrime, mixBits } from './term-hash';

export const wordSlots = 1 << 16;
const maxEntries = Math.floor((wordSlots * 2) / 3);
const firstPool = 1 << 16;
const gramBuffer = new Int32Array(maxWordGrams);

export class WordTable {
  private readonly first = new Int32Array(wordSlots);
  private readonly second = new Int32Array(wordSlots);
  private readonly terms = new Int32Array(wordSlots);
  /** The 4-grams of all words, one word after another, and where those of a slot stand. */
  private grams = new Int32Array(firstPool);
  private gramsEnd = 0;
  private readonly gramStarts = new Int32Array(wordSlots);
  private readonly gramCounts = new Uint8Array(wordSlots);
  private entries = 0;
  generation = 0;

  /** @param compute the term of a word that is met for the first time; 0 for "no term" */
  constructor(private readonly compute: (word: string) => number) {}

  /** The slot of `codes[from .. from + length)`. */
  slotOf(codes: Int32Array, from: number, length: number): number {
    let one = 0;
    let two = length;
    for (let i = from; i < from + length; i++) {
      const code = codes[i] as number;
      one = Math.imul(one ^ code, fnvPrime);
      two = (Math.imul(two, 31) + code) | 0;
    }
    one = mixBits(one) || 1;
    let slot = one & (wordSlots - 1);
    while (this.first[slot] !== 0) {
      if (this.first[slot] === one && this.second[slot] === two) return slot;
      slot = (slot + 1) & (wordSlots - 1);
    }
    const word = codes.subarray(from, from + length);
    return this.remember(slot, one, two, this.compute(wordOf(codes, from, length)), word);
  }

  termAt(slot: number): number {
    return this.terms[slot] as number;
  }

  /** Calls back with the character 4-grams of the word at the slot. */
  eachGram(slot: number, visit: (gram: number) => void): void {
    const start = this.gramStarts[slot] as number;
    const end = start + (this.gramCounts[slot] as number);
    for (let i = start; i < end; i++) visit(this.grams[i] as number);
  }

  private remember(free: number, one: number, two: number, term: number, codes: Int32Array): number {
    let slot = free;
    if (this.entries >= maxEntries) {
      this.first.fill(0);
      this.entries = 0;
      this.gramsEnd = 0;
      this.generation++;
      slot = one & (wordSlots - 1);
    }
    this.first[slot] = one;
    this.second[slot] = two;
    this.terms[slot] = term;
    this.entries++;
    this.rememberGrams(slot, codes);
    return slot;
  }

  private rememberGrams(slot: number, codes: Int32Array): void {
    const count = gramsOfWord(codes, codes.length, gramBuffer);
    if (this.gramsEnd + count > this.grams.length) {
      const grown = new Int32Array(this.grams.length * 2);
      grown.set(this.grams);
      this.grams = grown;
    }
    this.gramStarts[slot] = this.gramsEnd;
    this.gramCounts[slot] = count;
    for (let i = 0; i < count; i++) this.grams[this.gramsEnd + i] = gramBuffer[i] as number;
    this.gramsEnd += count;
  }
}

export function wordOf(codes: Int32Array, from: number, length: number): string {
  return String.fromCodePoint(...codes.subarray(from, from + length));
}
