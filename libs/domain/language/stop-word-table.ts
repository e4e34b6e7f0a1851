/**
 * The stop words of all languages by their code points, without making a string: each has a slot and the languages whose stop
 * word it is. Two independent 32-bit hashes tell words apart, as in `word-table`; it never changes.
 */
import { type LanguageCode, languageCodes } from './languages';
import { stopWordsOf } from './stop-words';
import { fnvPrime, mixBits } from './term-hash';

/** Some 1,900 words; most words of a text are none of them and meet a free slot at once. */
export const stopWordSlots = 1 << 14;
const mask = stopWordSlots - 1;

export class StopWordTable {
  private readonly first = new Int32Array(stopWordSlots);
  private readonly second = new Int32Array(stopWordSlots);
  /** One bit a language, in the order of `languageCodes`; 0 where nothing stands. */
  private readonly languages = new Int32Array(stopWordSlots);
  private readonly isSingle = new Uint8Array(stopWordSlots);

  constructor() {
    languageCodes.forEach((language, bit) => {
      for (const word of stopWordsOf(language)) this.add(word, 1 << bit);
    });
  }

  /** -1 when it is no stop word of any language. */
  slotOf(codes: Int32Array, length: number): number {
    const slot = this.find(codes, length);
    return this.languages[slot] === 0 ? -1 : slot;
  }

  isSingleLetter(slot: number): boolean {
    return this.isSingle[slot] === 1;
  }

  languagesAt(slot: number): LanguageCode[] {
    const bits = this.languages[slot] as number;
    return languageCodes.filter((_, bit) => (bits & (1 << bit)) !== 0);
  }

  private add(word: string, languageBit: number): void {
    const codes = Int32Array.from(word, (letter) => letter.codePointAt(0) ?? 0);
    const slot = this.find(codes, codes.length);
    const [one, two] = hashesOf(codes, codes.length);
    this.first[slot] = one;
    this.second[slot] = two;
    this.isSingle[slot] = word.length === 1 ? 1 : 0;
    this.languages[slot]! |= languageBit;
  }

  /** Where the word stands, or would. */
  private find(codes: Int32Array, length: number): number {
    const [one, two] = hashesOf(codes, length);
    let slot = one & mask;
    while (this.languages[slot] !== 0 && (this.first[slot] !== one || this.second[slot] !== two))
      slot = (slot + 1) & mask;
    return slot;
  }
}

function hashesOf(codes: Int32Array, length: number): [one: number, two: number] {
  let one = 0;
  let two = length;
  for (let i = 0; i < length; i++) {
    const code = codes[i] as number;
    one = Math.imul(one ^ code, fnvPrime);
    two = (Math.imul(two, 31) + code) | 0;
  }
  return [mixBits(one), two];
}
