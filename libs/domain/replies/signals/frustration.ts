/**
 * How frustrated a message sounds, from its words, its shouting, and what was said before. Each sign has a probability of its
 * own, and they add up as independent signs do. Calibrated by hand on the sentences of the test: one strong sign is above
 * 0.8, an ordinary complaint about a product below 0.5.
 */
import { plainText } from '../message/plain-text';
import { smallTalkOf } from '../message/small-talk';
import type { HistoryMessage } from '../replies.types';
import {
  type AngerLevel,
  aboutWords,
  angerLevels,
  angerPhrases,
  gladWords,
  harmlessPhrases,
  intensifiers,
  negators,
  unspacedAngerPhrases,
} from './anger.phrases';
import { clausesOf, withoutQuotations } from './clauses';
import { shoutingOf } from './shouting';

const weights: Readonly<Record<AngerLevel, number>> = { strong: 0.82, medium: 0.45, mild: 0.25 };
/** Of a sign, when another of its level was found before it. */
const furtherShare = 0.8;
/** Of each level at most so many count. */
const maxHits = 3;
/** Shouting together with angry words tells more, among glad words less. */
const withAngerShare = 2;
const withJoyShare = 0.3;
/** Who asks about a word uses it without feeling. */
const aboutWordsShare = 0.2;
/** Of what the last two messages of the user showed. */
const earlierShares = [0.35, 0.25] as const;
/** A question asked again, once and more often. */
const repeatWeights = [0, 0.4, 0.6] as const;
const comparedMessages = 4;
const leastSameWords = 0.8;
const leastRepeatedWords = 3;

const anger = angerLevels.map((level) => ({
  level,
  words: wholeWords(Object.values(angerPhrases).map((phrases) => phrases[level])),
}));
const harmless = wholeWords([harmlessPhrases]);
const glad = wholeWords([gladWords]);
const about = wholeWords([aboutWords]);
/** What stands before it is not said of what follows. */
const betweenClauses = ' | ';
/** Longer than any negation that takes back what follows it. */
const lookedBackCharacters = 100;
const takenBack = new RegExp(`(?<= )(?:${listed(negators)}) (?:(?:${listed(intensifiers)}) )*$`, 'u');

/** @param history before the message, oldest first */
export function frustrationOf(message: string, history: readonly HistoryMessage[]): number {
  const earlier = history.filter(({ role }) => role === 'user').map(({ text }) => text);
  const before = earlier.slice(-earlierShares.length).reverse();
  const moods = before.map((text, at) => toneOf(text) * (earlierShares[at] ?? 0));
  return oneOf([toneOf(message), Math.max(0, ...moods), repetition(message, earlier.slice(-comparedMessages))]);
}

/** Of one message by itself. */
function toneOf(message: string): number {
  const text = withoutQuotations(message);
  const plain = ` ${clausesOf(text).join(betweenClauses)} `.replace(harmless, ' ');
  const signs = anger.flatMap(({ level, words }) =>
    weightsOf(level, hitsOf(plain, words, unspacedAngerPhrases[level])),
  );
  const said = oneOf(signs);
  const isGlad = plain.match(glad) !== null;
  const share = Math.max(0, ...signs) >= weights.medium ? withAngerShare : isGlad ? withJoyShare : 1;
  const tone = oneOf([said, ...shoutingOf(text).map((weight) => weight * share)]);
  return plain.match(about) === null ? tone : tone * aboutWordsShare;
}

function hitsOf(plain: string, words: RegExp, unspaced: RegExp): number {
  let hits = unspaced.test(plain) ? 1 : 0;
  for (const { index } of plain.matchAll(words)) {
    if (hits >= maxHits) break;
    if (!takenBack.test(plain.slice(Math.max(0, index - lookedBackCharacters), index))) hits += 1;
  }
  return hits;
}

function weightsOf(level: AngerLevel, hits: number): number[] {
  return Array.from({ length: Math.min(hits, maxHits) }, (_, at) => weights[level] * furtherShare ** at);
}

/** People who get no answer ask the same again. */
function repetition(message: string, earlier: readonly string[]): number {
  const words = wordsOf(message);
  if (words.size < leastRepeatedWords || smallTalkOf(message) !== undefined) return 0;
  const times = earlier.filter((text) => sameShare(words, wordsOf(text)) >= leastSameWords).length;
  return repeatWeights[Math.min(times, repeatWeights.length - 1)] ?? 0;
}

function wordsOf(text: string): Set<string> {
  return new Set(plainText(text).split(' ').filter(Boolean));
}

/** Of all words of both those that both have. */
function sameShare(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const same = [...one].filter((word) => other.has(word)).length;
  return same / Math.max(1, one.size + other.size - same);
}

/** That at least one of independent signs is right. */
function oneOf(probabilities: readonly number[]): number {
  return 1 - probabilities.reduce((none, probability) => none * (1 - Math.min(1, probability)), 1);
}

function wholeWords(lists: readonly string[]): RegExp {
  return new RegExp(`(?<= )(?:${lists.map(listed).join('|')})(?= )`, 'gu');
}

function listed(list: string): string {
  return list
    .split(',')
    .map((phrase) => phrase.trim())
    .filter(Boolean)
    .join('|');
}
