/** Words of an analyzer's table as text, for the vocabulary of segments: each is made into a string once, not for each segment. */
import { type Analyzer, wordOf } from '#domain/language';
import { isVocabularyWord } from './segment-format';

const firstSlots = 1 << 14;

export class VocabularyWords {
  /** By slot of the table; empty where the word does not belong into a vocabulary. */
  private texts: (string | undefined)[] = new Array(firstSlots);
  private generation: number;

  private constructor(private readonly analyzer: Analyzer) {
    this.generation = analyzer.words.generation;
  }

  /** Undefined when the word does not belong into a vocabulary. */
  wordAt(slot: number, codes: Int32Array, from: number, length: number): string | undefined {
    const { generation } = this.analyzer.words;
    if (this.generation !== generation) {
      this.texts = new Array(firstSlots);
      this.generation = generation;
    }
    // Twice the room at once: an array that is written far beyond its end becomes a slow map.
    while (slot >= this.texts.length) this.texts = this.texts.concat(new Array(this.texts.length));
    const known = this.texts[slot];
    if (known !== undefined) return known || undefined;
    const text = textOf(codes, from, length);
    this.texts[slot] = text;
    return text || undefined;
  }

  static of(analyzer: Analyzer): VocabularyWords {
    const known = byAnalyzer.get(analyzer);
    if (known !== undefined) return known;
    const made = new VocabularyWords(analyzer);
    byAnalyzer.set(analyzer, made);
    return made;
  }
}

const byAnalyzer = new WeakMap<Analyzer, VocabularyWords>();

function textOf(codes: Int32Array, from: number, length: number): string {
  const word = wordOf(codes, from, length);
  return isVocabularyWord(word) ? word : '';
}
