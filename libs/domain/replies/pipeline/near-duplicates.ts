/**
 * Passages that say the same, as copies of a page or two versions of a file do: the better one is enough. They share nearly all
 * runs of three words, and what one says beyond the other has neither a number nor a capital letter: the opening hours of two
 * shops differ by a name and an hour, and are not the same.
 */
import type { FoundPassage } from '#domain/knowledge';

const shingleWords = 3;
/** Of the runs of the shorter one, those that the longer one has; a passage that says much more is no copy. */
const leastShared = 0.85;
const leastLengthShare = 0.7;

interface Shingled {
  passage: FoundPassage;
  words: ReadonlySet<string>;
  shingles: ReadonlySet<string>;
}

export interface Distinct {
  /** In their order. */
  passages: FoundPassage[];
  /** Ids of those that are left out, each with that of the passage that says the same. */
  sameAs: ReadonlyMap<string, string>;
}

/** @param passages best first */
export function withoutNearDuplicates(passages: readonly FoundPassage[]): Distinct {
  const sameAs = new Map<string, string>();
  if (passages.length < 2) return { passages: [...passages], sameAs };
  const kept: Shingled[] = [];
  for (const one of passages.map(shingled)) {
    const better = kept.find((other) => saySame(one, other));
    if (better === undefined) kept.push(one);
    else sameAs.set(one.passage.id, better.passage.id);
  }
  return { passages: kept.map(({ passage }) => passage), sameAs };
}

function shingled(passage: FoundPassage): Shingled {
  const words = passage.body.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const shingles = new Set<string>();
  for (let at = 0; at + shingleWords <= words.length; at++)
    shingles.add(
      words
        .slice(at, at + shingleWords)
        .join(' ')
        .toLowerCase(),
    );
  return { passage, words: new Set(words), shingles };
}

function saySame(one: Shingled, other: Shingled): boolean {
  if (one.passage.body === other.passage.body) return one.passage.title === other.passage.title;
  const [shorter, longer] = one.shingles.size <= other.shingles.size ? [one, other] : [other, one];
  if (shorter.shingles.size < leastLengthShare * longer.shingles.size || shorter.shingles.size === 0) return false;
  let shared = 0;
  for (const shingle of shorter.shingles) if (longer.shingles.has(shingle)) shared++;
  if (shared < leastShared * shorter.shingles.size) return false;
  return !namesMore(one.words, other.words) && !namesMore(other.words, one.words);
}

/** Whether it has a number, or a word with a capital letter, that the other lacks. */
function namesMore(words: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  for (const word of words) if (!others.has(word) && /[\p{Lu}\p{N}]/u.test(word)) return true;
  return false;
}
