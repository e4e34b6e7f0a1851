/**
 * Knows folded words by their code points, without making a string: each word has a slot, and each slot its term and its
 * character 4-grams. Slots are given in the order in which words come, so that those of common words lie together.
 *
 * Open addressing over two independent 32-bit hashes of the word: a wrong hit needs both to collide (about 1 in 10^19 a
 * pair). Stemming costs 20 to 40 microseconds a word, a hit here about 20 nanoseconds. The table grows with what it meets, to about
 * 20 MB a language and process; when that is full it forgets everything and counts a new generation: slots of an older one
 * mean nothing any more.
 */
import { gramsOfWord, maxWordGrams } from './character-grams';
import { enlarged } from './enlarged';
import { fnvPrime, mixBits } from './term-hash';

/** Slots have so many bits at most. */
export const slotBits = 18;
const maxEntries = 1 << slotBits;
const firstEntries = 1 << 14;
/** Places for each entry: more than half of them stay free. */
const spread = 2;
const gramsPerWord = 4;
const gramBuffer = new Int32Array(maxWordGrams);

export class WordTable {
  private capacity = firstEntries;
  /** By place: first hash, then 1 + slot; 0 where nothing stands. */
  private places = new Int32Array(2 * spread * firstEntries);
  /** By slot. */
  private second = new Int32Array(firstEntries);
  private terms = new Int32Array(firstEntries);
  /** The 4-grams of all words, one word after another, and where those of a slot end. */
  private grams = new Int32Array(gramsPerWord * firstEntries);
  private gramEnds = new Int32Array(firstEntries);
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
    one = mixBits(one);
    const { places } = this;
    const mask = places.length - 1;
    for (let at = (one << 1) & mask; places[at + 1] !== 0; at = (at + 2) & mask) {
      const slot = (places[at + 1] as number) - 1;
      if (places[at] === one && this.second[slot] === two) return slot;
    }
    const word = codes.subarray(from, from + length);
    return this.remember(one, two, this.compute(wordOf(codes, from, length)), word);
  }

  termAt(slot: number): number {
    return this.terms[slot] as number;
  }

  /** Calls back with the character 4-grams of the word at the slot. */
  eachGram(slot: number, visit: (gram: number) => void): void {
    const end = this.gramEnds[slot] as number;
    for (let i = this.gramsBefore(slot); i < end; i++) visit(this.grams[i] as number);
  }

  private remember(one: number, two: number, term: number, codes: Int32Array): number {
    if (this.entries === maxEntries) this.forget();
    if (this.entries === this.capacity) this.grow();
    const slot = this.entries++;
    place(this.places, one, slot);
    this.second[slot] = two;
    this.terms[slot] = term;
    this.rememberGrams(slot, codes);
    return slot;
  }

  private forget(): void {
    this.places.fill(0);
    this.entries = 0;
    this.generation++;
  }

  private grow(): void {
    this.capacity *= 2;
    this.second = enlarged(this.second, this.capacity);
    this.terms = enlarged(this.terms, this.capacity);
    this.gramEnds = enlarged(this.gramEnds, this.capacity);
    const former = this.places;
    this.places = new Int32Array(2 * spread * this.capacity);
    for (let at = 0; at < former.length; at += 2) {
      const number = former[at + 1] as number;
      if (number !== 0) place(this.places, former[at] as number, number - 1);
    }
  }

  private rememberGrams(slot: number, codes: Int32Array): void {
    const count = gramsOfWord(codes, codes.length, gramBuffer);
    const start = this.gramsBefore(slot);
    if (start + count > this.grams.length) this.grams = enlarged(this.grams, 2 * this.grams.length);
    this.grams.set(gramBuffer.subarray(0, count), start);
    this.gramEnds[slot] = start + count;
  }

  private gramsBefore(slot: number): number {
    return slot === 0 ? 0 : (this.gramEnds[slot - 1] as number);
  }
}

/** At the first free place. */
function place(places: Int32Array, hash: number, slot: number): void {
  const mask = places.length - 1;
  let at = (hash << 1) & mask;
  while (places[at + 1] !== 0) at = (at + 2) & mask;
  places[at] = hash;
  places[at + 1] = slot + 1;
}

export function wordOf(codes: Int32Array, from: number, length: number): string {
  return String.fromCodePoint(...codes.subarray(from, from + length));
}
