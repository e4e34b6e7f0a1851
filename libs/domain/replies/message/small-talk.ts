/**
 * Greetings, thanks and the like: messages that want a friendly word and no knowledge. Only a message that is nothing else
 * counts, so that "Hi, when are you open?" is a question.
 */
import { plainText } from './plain-text';
import { type SmallTalkKind, smallTalkFillers, smallTalkKinds, smallTalkPhrases } from './small-talk.phrases';

export interface SmallTalk {
  kind: SmallTalkKind;
  /** Languages in which the phrase is said; several for "ok". */
  languages: readonly string[];
}

const maxWords = 14;
const phraseList = (text: string) => text.split(',').map((phrase) => phrase.trim().replace(/\s+/g, ' '));
const fillers = new Set(phraseList(smallTalkFillers));
const phrases = readPhrases();
/** By first word, so that most words of most messages cost one look. */
const longestPhrases = longestByFirstWord(phrases.keys());

function readPhrases(): Map<string, SmallTalk[]> {
  const read = new Map<string, SmallTalk[]>();
  for (const [language, kinds] of Object.entries(smallTalkPhrases)) {
    for (const kind of smallTalkKinds) {
      for (const phrase of phraseList(kinds[kind] ?? '')) {
        if (phrase !== '') read.set(phrase, [...(read.get(phrase) ?? []), { kind, languages: [language] }]);
      }
    }
  }
  return read;
}

function longestByFirstWord(all: Iterable<string>): Map<string, number> {
  const longest = new Map<string, number>();
  for (const phrase of all) {
    const words = phrase.split(' ');
    const first = words[0] ?? '';
    longest.set(first, Math.max(longest.get(first) ?? 0, words.length));
  }
  return longest;
}

/**
 * What kind of small talk the message is, if it is nothing else.
 *
 * @param name of the bot, which people say too
 */
export function smallTalkOf(message: string, name = ''): SmallTalk | undefined {
  if (message.length > 200) return undefined;
  const plain = plainText(message);
  const words = plain.split(' ').filter(Boolean);
  if (words.length === 0 || words.length > maxWords) return undefined;
  const nameWords = new Set(plainText(name).split(' ').filter(Boolean));
  const found = talkIn(words, nameWords) ?? talkIn(words.map(withoutLongLetters), nameWords);
  return found === undefined ? undefined : strongest(found);
}

/** "hiii" is "hi", "sooo" is "so". */
function withoutLongLetters(word: string): string {
  return word.replace(/(\p{L})\1{2,}/gu, '$1');
}

/** The phrases that make up all words; undefined when a word is left over or nothing but fillers is said. */
function talkIn(words: readonly string[], nameWords: ReadonlySet<string>): SmallTalk[][] | undefined {
  const found: SmallTalk[][] = [];
  for (let at = 0; at < words.length; ) {
    const length = phraseLengthAt(words, at);
    if (length > 0) {
      found.push(phrases.get(words.slice(at, at + length).join(' ')) ?? []);
      at += length;
    } else {
      const filler = fillerLengthAt(words, at, nameWords);
      if (filler === 0) return undefined;
      at += filler;
    }
  }
  return found.length === 0 ? undefined : found;
}

function phraseLengthAt(words: readonly string[], at: number): number {
  const longest = longestPhrases.get(words[at] ?? '') ?? 0;
  for (let length = Math.min(longest, words.length - at); length > 0; length--) {
    if (phrases.has(words.slice(at, at + length).join(' '))) return length;
  }
  return 0;
}

function fillerLengthAt(words: readonly string[], at: number, nameWords: ReadonlySet<string>): number {
  if (fillers.has(words.slice(at, at + 2).join(' '))) return 2;
  const word = words[at] ?? '';
  return fillers.has(word) || nameWords.has(word) ? 1 : 0;
}

/** Of all that was said the strongest kind, in the languages that most of the message is in. */
function strongest(found: readonly (readonly SmallTalk[])[]): SmallTalk {
  const votes = new Map<string, number>();
  for (const { languages } of found.flat()) for (const one of languages) votes.set(one, (votes.get(one) ?? 0) + 1);
  const most = Math.max(...votes.values());
  const languages = [...votes].filter(([, count]) => count === most).map(([language]) => language);
  const spoken = found.flat().filter((talk) => talk.languages.some((one) => languages.includes(one)));
  const kind = spoken.reduce((best, talk) => (rankOf(talk) > rankOf(best) ? talk : best)).kind;
  return { kind, languages };
}

function rankOf({ kind }: SmallTalk): number {
  return smallTalkKinds.indexOf(kind);
}
