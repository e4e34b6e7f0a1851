/**
 * Finds the names of many lists in a text: a trie over folded words. Case, accents, hyphens and double spaces do not
 * count, and neither does a plural s at the end of a word; "iPhone15" is "iPhone 15", but "Galaxy S" is not in
 * "Galaxy S24". Of names that begin at the same word the longest is found, and the search goes on behind it. The time is
 * in proportion to the text: a word is looked at once for each word of the longest name that begins before it.
 */
import { foldText } from '#domain/language';

export interface NamedThing {
  type: string;
  value: string;
}

export interface FoundName extends NamedThing {
  start: number;
  end: number;
}

interface Word {
  text: string;
  start: number;
  end: number;
}

interface Node {
  next: Map<string, Node>;
  /** What ends here; of two lists with the same name, the first. */
  thing?: NamedThing;
}

/** A character of a script without spaces is a word; letters and digits that touch are two words. */
const WORDS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}ー]|[\p{L}\p{M}]+?(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]|[^\p{L}\p{M}]|$)|\p{N}+/gu;
const SPACED = /^[\p{L}\p{N}]/u;
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}ー]/u;
const LEAST_PLURAL_LENGTH = 4;

export class ListIndex {
  private readonly root: Node = { next: new Map() };

  add(name: string, thing: NamedThing): void {
    let node = this.root;
    for (const { text } of wordsOf(name)) {
      const known = node.next.get(text);
      const next: Node = known ?? { next: new Map() };
      if (!known) node.next.set(text, next);
      node = next;
    }
    if (node !== this.root) node.thing ??= thing;
  }

  find(text: string): FoundName[] {
    const words = wordsOf(text);
    const found: FoundName[] = [];
    for (let at = 0; at < words.length; ) {
      const name = this.longestAt(text, words, at);
      if (name) found.push({ ...name.thing, start: words[at]!.start, end: words[name.last]!.end });
      at = name ? name.last + 1 : at + 1;
    }
    return found;
  }

  private longestAt(
    text: string,
    words: readonly Word[],
    first: number,
  ): { thing: NamedThing; last: number } | undefined {
    if (!isBorder(text, words[first]!.start)) return undefined;
    let node: Node | undefined = this.root;
    let longest: { thing: NamedThing; last: number } | undefined;
    for (let at = first; at < words.length; at += 1) {
      node = follow(node, words[at]!.text);
      if (!node) return longest;
      if (node.thing && isBorder(text, words[at]!.end)) longest = { thing: node.thing, last: at };
    }
    return longest;
  }
}

function follow({ next }: Node, word: string): Node | undefined {
  const found = next.get(word);
  if (found || word.length < LEAST_PLURAL_LENGTH || !word.endsWith('s')) return found;
  return next.get(word.slice(0, -1));
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORDS)].map(({ 0: word, index }) => ({
    text: foldWord(word),
    start: index,
    end: index + word.length,
  }));
}

/** Nearly all words are plain letters, and then folding is less. */
function foldWord(word: string): string {
  return /^[A-Za-z0-9]+$/.test(word) ? word.toLowerCase() : foldText(word);
}

/** Between two letters or digits there is none, except in scripts without spaces. */
function isBorder(text: string, at: number): boolean {
  const before = at > 0 ? previousCharacter(text, at) : '';
  const after = at < text.length ? String.fromCodePoint(text.codePointAt(at)!) : '';
  if (!SPACED.test(before) || !SPACED.test(after)) return true;
  return UNSPACED.test(before) || UNSPACED.test(after);
}

function previousCharacter(text: string, at: number): string {
  const unit = text.charCodeAt(at - 1);
  const isLowSurrogate = unit >= 0xdc00 && unit <= 0xdfff && at > 1;
  return isLowSurrogate ? text.slice(at - 2, at) : text[at - 1]!;
}
