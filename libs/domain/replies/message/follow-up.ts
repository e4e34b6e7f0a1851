/**
 * Messages that lean on what was said before: "And on Saturday?", "How much does it cost?", "for students?". Such a message
 * is also searched together with the question it leans on. Rules, no grammar: being wrong costs a search and nothing else,
 * because the message as it was said is searched too.
 */
import { analyzerFor, detectLanguage, isLanguageCode, type LanguageCode } from '#domain/language';
import type { HistoryMessage } from '../replies.types';
import { boundedText, plainText } from './plain-text';
import { smallTalkOf } from './small-talk';

/** `surely`: makes no sense alone. `perhaps`: so short that it may lean. */
export type Leaning = 'no' | 'perhaps' | 'surely';

const maxOpenedWords = 10;
const maxReferringContent = 4;
const maxShortContent = 2;

const openers =
  /^(?:(?:ok(?:ay)? )?(?:and|but|or|also|then|so)|what about|how about|what if|same for|und|oder|aber|auch|was ist mit|wie ist es mit|wie sieht es mit|wie siehts mit|et|ou|mais|et pour|quen est il|y|e|o|pero|ma|mas|que tal|tambien|anche|tambem|en|of|maar|ook|hoe zit het met|och|og|а|и)\s/;
/** Pronouns that stand for something named before. "It takes", "is it possible" refer to nothing. */
const references =
  /\b(?:it|its|they|them|their|theirs|that|this|those|these|there|one|ones|same|he|she|him|her|instead|es|sie|ihn|ihm|ihr|ihre|er|diese[rsmn]?|das|dort|da|davon|dafur|dazu|damit|darauf|ca|cela|ceux|celui|celle|ils|elles?|lui|eso|esa|ese|esto|ellos|ellas|alli|ahi|questo|questa|quello|quella|isso|esse|essa|ele|ela|dat|dit|die|deze|daar|ervan|hem)\b/g;
const emptyReferences =
  /\b(?:is|was|isnt) (?:it|there|this) (?:possible|allowed|true|ok|okay|a|an|any|free|some)\b|\b(?:does|do|will|would|did) it take\b|\b(?:are|is) there\b|\bgibt es\b|\bgeht es\b|\bist es moglich\b|\bil y a\b|\bis er\b|\bzijn er\b/g;

const weekdays =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)days?$|^(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)s?$|^weekends?$|^wochenende$|^today$|^tomorrow$|^heute$|^morgen$|^tonight$/;

export function leaningOf(text: string): Leaning {
  const plain = plainText(text);
  const words = plain.split(' ').length;
  const content = contentWords(text).length;
  if (content === 0 || (openers.test(`${plain} `) && words <= maxOpenedWords)) return 'surely';
  const refers = references.test(plain.replace(emptyReferences, ''));
  references.lastIndex = 0;
  if (refers && content <= maxReferringContent) return 'surely';
  return content <= maxShortContent ? 'perhaps' : 'no';
}

/** The last question of the user that makes sense alone; small talk and follow-ups in between do not count. */
export function earlierQuestion(history: readonly HistoryMessage[]): string | undefined {
  let oldest: string | undefined;
  for (const { role, text } of history.toReversed()) {
    if (role !== 'user' || smallTalkOf(text) !== undefined) continue;
    if (leaningOf(text) !== 'surely') return boundedText(text);
    oldest = text;
  }
  return oldest === undefined ? undefined : boundedText(oldest);
}

/**
 * The message together with what it leans on: its own words first, because they say what is asked, then the content words of
 * the earlier question. A day that the message names takes the place of days named before.
 */
export function carried(text: string, earlier: string): string {
  const own = text.replace(
    /^[\s,.]*(?:(?:ok(?:ay)?|and|but|or|also|und|oder|aber|et|mais|pero|ma|mas|en|maar)\b[\s,]*)+/i,
    '',
  );
  const named = new Set(contentWords(text));
  const namesDay = [...named].some((word) => weekdays.test(word));
  const kept = contentWords(earlier).filter((word) => !named.has(word) && !(namesDay && weekdays.test(word)));
  return kept.length === 0 ? own : `${own} ${kept.join(' ')}`;
}

/** Content words that must be found for an answer to be about them: days are often within "Monday to Friday". */
export function tellingWords(text: string): string[] {
  return contentWords(text).filter((word) => !weekdays.test(word));
}

function contentWords(text: string): string[] {
  const tokens = analyzerFor(languageOf(text)).tokens(text);
  return [...new Set(tokens.filter(({ isStopWord }) => !isStopWord).map((token) => token.text))];
}

function languageOf(text: string): LanguageCode {
  const language = detectLanguage(text, 'en');
  return isLanguageCode(language) ? language : 'en';
}
