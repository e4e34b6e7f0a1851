/**
 * Made-up text that behaves like real text to an index: a third of it are stop words, word frequencies follow Zipf's law,
 * and each passage keeps to a topic with words of its own. Seeded, so that every run measures the same.
 */
import { Random } from '../retrieval/random';

const STOP_WORDS = 'the of and to in a is that for it as was with be by on not he this are or his from at which'.split(
  ' ',
);
const SYLLABLES = 'ba co di fu ga ho ki lu ma ne po qui ra se ti vo wa xe yo zu bra cle dro flo gri pla sto tri'.split(
  ' ',
);
const VOCABULARY = 40_000;
const TOPICS = 400;
const WORDS_OF_TOPIC = 150;

export class SyntheticText {
  private readonly random: Random;
  private readonly words: string[];
  private readonly topics: string[][];

  constructor(seed: string) {
    this.random = new Random(seed);
    this.words = Array.from({ length: VOCABULARY }, (_, rank) => this.word(rank));
    this.topics = Array.from({ length: TOPICS }, () => Array.from({ length: WORDS_OF_TOPIC }, () => this.commonWord()));
  }

  /** About 850 characters. */
  passage(): string {
    const topic = this.pick(this.topics);
    const length = 90 + this.below(90);
    return Array.from({ length }, () => this.wordOf(topic)).join(' ');
  }

  /** Six words that a passage holds, in no order. */
  query(passage: string): string {
    const content = [...new Set(passage.split(' '))].filter((word) => !STOP_WORDS.includes(word));
    return this.random.shuffled(content).slice(0, 6).join(' ');
  }

  private wordOf(topic: readonly string[]): string {
    const kind = this.random.next();
    if (kind < 0.35) return this.pick(STOP_WORDS);
    return kind < 0.65 ? this.pick(topic) : this.commonWord();
  }

  /** Rank r with a probability near 1 / r. */
  private commonWord(): string {
    return this.words[Math.floor(VOCABULARY ** this.random.next()) - 1] as string;
  }

  private word(rank: number): string {
    let word = '';
    for (let rest = rank + SYLLABLES.length; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) {
      word += SYLLABLES[rest % SYLLABLES.length];
    }
    return word;
  }

  private pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }

  private below(limit: number): number {
    return Math.floor(this.random.next() * limit);
  }
}
