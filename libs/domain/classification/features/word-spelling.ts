/**
 * Words that no example has are read as the close ones that examples have: what is mistyped is meant. Close is an optimal
 * string alignment distance (insert, delete, replace, swap neighbours) of 1 for words of 4 letters and more, of 2 from 8.
 */
import { alignmentDistance, isListedWord, type LanguageCode } from '#domain/language';

const MIN_LETTERS = 4;
const LETTERS_FOR_TWO = 8;
/** Of letters that one of two words has and the other has not. */
const MAX_BITS_BY_DISTANCE = [0, 2, 4];
const MAX_REMEMBERED = 5_000;
/** Of a string and its place in a set. */
const WORD_OVERHEAD = 60;
const LETTERS_ONLY = /^[\p{L}\p{M}]+$/u;

export class WordSpelling {
  private readonly known: ReadonlySet<string>;
  /** By word: a bit for each letter in it. Words whose letters differ too much need not be compared. */
  private readonly letters: Int32Array;
  private readonly remembered = new Map<string, string>();

  /**
   * @param words folded, those that most examples have first
   * @param language if known: its own words are none that is mistyped
   */
  constructor(
    readonly words: readonly string[],
    private readonly language: LanguageCode | undefined,
  ) {
    this.known = new Set(words);
    this.letters = Int32Array.from(words, lettersOf);
  }

  get byteLength(): number {
    return this.letters.byteLength + this.words.reduce((sum, word) => sum + 2 * word.length + WORD_OVERHEAD, 0);
  }

  /** The word itself when it is known, or nothing is close. */
  corrected(word: string): string {
    if (word.length < MIN_LETTERS || this.known.has(word)) return word;
    const remembered = this.remembered.get(word);
    if (remembered !== undefined) return remembered;
    const corrected = this.isOrdinary(word) ? word : this.closest(word);
    if (this.remembered.size >= MAX_REMEMBERED) this.remembered.clear();
    this.remembered.set(word, corrected);
    return corrected;
  }

  private isOrdinary(word: string): boolean {
    return !LETTERS_ONLY.test(word) || (this.language !== undefined && isListedWord(word, this.language));
  }

  /** Of equally close ones the most frequent. */
  private closest(word: string): string {
    const limit = word.length >= LETTERS_FOR_TWO ? 2 : 1;
    const letters = lettersOf(word);
    let closest = word;
    let least = limit + 1;
    for (let at = 0; at < this.words.length && least > 1; at++) {
      if (bitsOf(letters ^ this.letters[at]!) > MAX_BITS_BY_DISTANCE[limit]!) continue;
      const other = this.words[at]!;
      if (Math.abs(other.length - word.length) > limit) continue;
      const distance = alignmentDistance(word, other, limit);
      // Who mistypes two letters has begun right.
      if (distance >= least || (distance > 1 && other[0] !== word[0])) continue;
      least = distance;
      closest = other;
    }
    return closest;
  }
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

/** Of 32. */
function bitsOf(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
