/** Reads a text once and scores for every language how many of its stop words stand there. */
import { type LanguageCode, languageCodes } from './languages';
import { stopWordsOf } from './stop-words';
import { WordScanner, wordForms } from './word-scanner';
import { WordTable, wordSlots } from './word-table';

export interface StopWordCounts {
  /** Languages without any are missing. */
  scores: ReadonlyMap<LanguageCode, number>;
  /** Words, and those of them that begin with a Cyrillic letter. */
  total: number;
  cyrillic: number;
}

/** One bit a language, and one for words of a single letter, which say less. */
const singleLetter = 1 << languageCodes.length;
const singleLetterWeight = 0.4;

export class StopWordCounter {
  private readonly scanner = new WordScanner();
  /** In place of a term each word has the languages whose stop word it is: most have none, and are looked up once. */
  private readonly words = new WordTable(languagesOf);
  private readonly counts = new Uint16Array(wordSlots);
  /** The slots with a count, in the order of the text. */
  private found: number[] = [];
  private total = 0;
  private cyrillic = 0;

  count(text: string): StopWordCounts {
    const before = this.words.generation;
    this.read(text);
    // Slots of before a new generation mean other words; the new one has room for all of this text.
    if (this.words.generation !== before) this.read(text);
    return { scores: this.scores(), total: this.total, cyrillic: this.cyrillic };
  }

  private read(text: string): void {
    for (const slot of this.found) this.counts[slot] = 0;
    this.found = [];
    this.total = 0;
    this.cyrillic = 0;
    this.scanner.scan(text, {
      word: (codes, length, form) => {
        if (form !== wordForms.plain) return;
        this.total++;
        const first = codes[0] as number;
        if (first >= 0x400 && first < 0x530) this.cyrillic++;
        const slot = this.words.slotOf(codes, 0, length);
        if (this.words.termAt(slot) !== 0) this.add(slot);
      },
    });
  }

  private add(slot: number): void {
    const count = this.counts[slot] as number;
    if (count === 0) this.found.push(slot);
    this.counts[slot] = count + 1;
  }

  /** Repetitions count less and less, so that one "de" in every line decides nothing. */
  private scores(): Map<LanguageCode, number> {
    const scores = new Map<LanguageCode, number>();
    for (const slot of this.found) {
      const bits = this.words.termAt(slot);
      const weight = (bits & singleLetter) === 0 ? 1 : singleLetterWeight;
      const score = weight * (1 + Math.log(this.counts[slot] as number));
      languageCodes.forEach((language, bit) => {
        if ((bits & (1 << bit)) !== 0) scores.set(language, (scores.get(language) ?? 0) + score);
      });
    }
    return scores;
  }
}

function languagesOf(word: string): number {
  let bits = 0;
  languageCodes.forEach((language, bit) => {
    if (stopWordsOf(language).has(word)) bits |= 1 << bit;
  });
  return bits !== 0 && word.length === 1 ? bits | singleLetter : bits;
}
