/**
 * What the names of intents say. People call an intent by what it is about ("card_arrival"), in words that those who ask use, too,
 * and names that share a word ("top_up_failed", "top_up_limits") belong to intents that share a subject or an act.
 */
import { foldText } from '../features/text-features';

/** A longer one is no name but a sentence, such as an answer that stands for its intent. */
const MAX_NAME_WORDS = 6;
const MAX_NAME_LENGTH = 60;
/** Of the intents: a word that more of them have says nothing ("faq_…"). */
const MAX_SHARE = 0.6;
/** Below this many, a word is in most of the names by chance. */
const INTENTS_FOR_SHARE = 4;

/** The words of a name, as `foldText` writes them; none of what is not a name. */
export function nameWordsOf(intent: string): string[] {
  if (intent.length > MAX_NAME_LENGTH) return [];
  const apart = intent.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
  const words = foldText(apart, MAX_NAME_LENGTH).match(/[\p{L}\p{M}]+/gu) ?? [];
  return words.length > MAX_NAME_WORDS ? [] : [...new Set(words)];
}

/** By intent: what its name says of it alone or of few; empty where it says nothing. */
export function tellingNames(intents: readonly string[]): string[] {
  const names = intents.map(nameWordsOf);
  const counts = countOf(names);
  const most = intents.length < INTENTS_FOR_SHARE ? intents.length : MAX_SHARE * intents.length;
  return names.map((words) => words.filter((word) => counts.get(word)! <= most).join(' '));
}

/** Groups of two or more intents, as indexes, whose names have a word in common that others have not; the largest first. */
export function intentsOfOneWord(intents: readonly string[]): number[][] {
  const groups = new Map<string, number[]>();
  for (const [intent, name] of tellingNames(intents).entries()) {
    for (const word of name.split(' ')) {
      if (word !== '') groups.set(word, [...(groups.get(word) ?? []), intent]);
    }
  }
  const distinct = new Map([...groups.values()].map((group) => [group.join(), group]));
  return [...distinct.values()]
    .filter((group) => group.length > 1 && group.length < intents.length)
    .sort((a, b) => b.length - a.length);
}

function countOf(names: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of names.flat()) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
