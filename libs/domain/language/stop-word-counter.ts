/** Reads a text once and scores for every language how many of its stop words stand there. */
import type { LanguageCode } from './languages';
import { StopWordTable, stopWordSlots } from './stop-word-table';
import { WordScanner, wordForms } from './word-scanner';

export interface StopWordCounts {
  /** Languages without any are missing. */
  scores: ReadonlyMap<LanguageCode, number>;
  /** Words, and those of them that begin with a Cyrillic letter. */
  total: number;
  cyrillic: number;
}

/** A word of a single letter says less. */
const singleLetterWeight = 0.4;

export class StopWordCounter {
  private readonly scanner = new WordScanner();
  private readonly words = new StopWordTable();
  private readonly counts = new Uint16Array(stopWordSlots);
  /** The slots with a count, in the order of the text. */
  private found: number[] = [];
  private total = 0;
  private cyrillic = 0;

  count(text: string): StopWordCounts {
    for (const slot of this.found) this.counts[slot] = 0;
    this.found = [];
    this.total = 0;
    this.cyrillic = 0;
    this.read(text);
    return { scores: this.scores(), total: this.total, cyrillic: this.cyrillic };
  }

  private read(text: string): void {
    this.scanner.scan(text, {
      word: (codes, length, form) => {
        if (form !== wordForms.plain) return;
        this.total++;
        const first = codes[0] as number;
        if (first >= 0x400 && first < 0x530) this.cyrillic++;
        const slot = this.words.slotOf(codes, length);
        if (slot >= 0) this.add(slot);
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
      const weight = this.words.isSingleLetter(slot) ? singleLetterWeight : 1;
      const score = weight * (1 + Math.log(this.counts[slot] as number));
      for (const language of this.words.languagesAt(slot)) scores.set(language, (scores.get(language) ?? 0) + score);
    }
    return scores;
  }
}
