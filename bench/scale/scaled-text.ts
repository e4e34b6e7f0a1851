/**
 * Made-up text for bases of any size, a passage at a time and the same in every run: stop words, words of all articles by
 * Zipf's law, words of the article, and a tail of names and numbers that hardly come again, so that the vocabulary goes on
 * growing as that of real text does. Any article can be made without those before it.
 */
import { Random } from '../retrieval/random';

const STOP_WORDS =
  'the of and to in a is that for it as was with be by on not he this are or his from at which an they has had were'.split(
    ' ',
  );
const SYLLABLES = 'ba co di fu ga ho ki lu ma ne po qui ra se ti vo wa xe yo zu bra cle dro flo gri pla sto tri'.split(
  ' ',
);
const VOCABULARY = 300_000;
const TAIL = 20_000_000;
const WORDS_OF_ARTICLE = 40;
export const PASSAGES_PER_ARTICLE = 10;
const WORDS_OF_QUERY = 6;

export interface Article {
  title: string;
  passages: string[];
}

export class ScaledText {
  private readonly known: string[] = [];

  article(number: number): Article {
    const random = new Random(`article ${number}`);
    const own = Array.from({ length: WORDS_OF_ARTICLE }, () => this.commonWord(random));
    const passages = Array.from({ length: PASSAGES_PER_ARTICLE }, () => {
      const length = 90 + Math.floor(random.next() * 80);
      return Array.from({ length }, () => this.wordOf(own, random)).join(' ');
    });
    return { title: `${this.commonWord(random)} ${this.commonWord(random)}`, passages };
  }

  /** Words that a passage holds, in no order. */
  query(passage: string, seed: string): string {
    const content = [...new Set(passage.split(' '))].filter((word) => !STOP_WORDS.includes(word));
    return new Random(seed).shuffled(content).slice(0, WORDS_OF_QUERY).join(' ');
  }

  private wordOf(own: readonly string[], random: Random): string {
    const kind = random.next();
    if (kind < 0.4) return pick(STOP_WORDS, random);
    if (kind < 0.75) return this.commonWord(random);
    if (kind < 0.985) return pick(own, random);
    return spelled(VOCABULARY + Math.floor(random.next() * TAIL));
  }

  /** Rank r with a probability near 1 / r. */
  private commonWord(random: Random): string {
    const rank = Math.floor(VOCABULARY ** random.next()) - 1;
    this.known[rank] ??= spelled(rank);
    return this.known[rank] as string;
  }
}

function pick<T>(items: readonly T[], random: Random): T {
  return items[Math.floor(random.next() * items.length)] as T;
}

function spelled(rank: number): string {
  let word = '';
  for (let rest = rank + SYLLABLES.length; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) {
    word += SYLLABLES[rest % SYLLABLES.length];
  }
  return word;
}
