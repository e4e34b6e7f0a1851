/** What tells whether two questions ask the same, as numbers for a logistic model. */
import { alignmentDistance } from '#domain/language';
import { asksForMore } from './question-match-aspects';
import { saysOpposite } from './question-match-opposites';
import type { ComparedQuestion, ComparedWord } from './question-match-words';
import { gramSetOf } from './word-grams';

export const matchFeatureNames = [
  'lessCovered',
  'moreCovered',
  'product',
  'bothMiss',
  'missedByAsked',
  'missedByPhrasing',
  'largestMissed',
  'largestShareMissed',
  'gramShare',
  'orderShare',
  'aspectClash',
  'aspectOfOne',
  'opposite',
  'numberClash',
  'shortness',
] as const;

/**
 * Worth is of words, as shares of their question's unless said otherwise. lessCovered, moreCovered: of each question the share
 * that the other says, the smaller and the greater one; product of both. bothMiss: what each says that the other does
 * not, the smaller of the two, over a rare word's: one word put in the place of another. missedByAsked, missedByPhrasing: what
 * of the phrasing the asked one lacks, and the other way round, over a rare word's. largestMissed, largestShareMissed: the
 * most telling word that stands in one question only, over a rare word's and as a share. gramShare: 4-grams in common (Dice).
 * orderShare: of neighbours in common. aspectClash: one asks for a date, the other for a price; aspectOfOne: one for a
 * date, the other for a way; both times `product`, since they matter when all else is the same. opposite: "log in" here,
 * "log out" there. numberClash: other figures. shortness: 1 / words.
 */
export type MatchFeatures = Record<(typeof matchFeatureNames)[number], number>;

/** Worth of a word that hardly any question says; the background's least rate. */
const rareWorth = 2.3;
const synonymSimilarity = 0.85;
/** One letter may be wrong from five letters on, two from eight, as in the search. */
const typoSimilarity = [1, 0.9, 0.8] as const;
const minLettersForOne = 5;
const minLettersForTwo = 8;
/** Words of one family ("ship", "shipment") share so much of their 4-grams. */
const minFamilyShare = 0.5;
const familySimilarity = 0.8;
/** Letters of an ending that the stems have not taken away. */
const maxEnding = 2;

/** How much of each word the other question says, 0 to 1. */
type Covered = ReadonlyMap<ComparedWord, number>;

export function matchFeatures(asked: ComparedQuestion, phrasing: ComparedQuestion): MatchFeatures {
  const ofAsked = coverage(asked, phrasing);
  const ofPhrasing = coverage(phrasing, asked);
  const [askedShare, phrasingShare] = [coveredShare(asked, ofAsked), coveredShare(phrasing, ofPhrasing)];
  const [askedMissed, phrasingMissed] = [missedWorth(ofAsked), missedWorth(ofPhrasing)];
  return {
    lessCovered: Math.min(askedShare, phrasingShare),
    moreCovered: Math.max(askedShare, phrasingShare),
    product: askedShare * phrasingShare,
    bothMiss: Math.min(2, Math.min(askedMissed, phrasingMissed) / rareWorth),
    missedByAsked: Math.min(3, phrasingMissed / rareWorth),
    missedByPhrasing: Math.min(3, askedMissed / rareWorth),
    largestMissed: Math.max(largestMissed(ofAsked), largestMissed(ofPhrasing)) / rareWorth,
    largestShareMissed: Math.max(
      largestMissed(ofAsked) / asked.totalWorth,
      largestMissed(ofPhrasing) / phrasing.totalWorth,
    ),
    gramShare: dice(asked.grams, phrasing.grams),
    orderShare: dice(new Set(asked.joined.keys()), new Set(phrasing.joined.keys())),
    aspectClash: aspectsClash(asked, phrasing) ? askedShare * phrasingShare : 0,
    aspectOfOne: aspectOfOne(asked, phrasing) * askedShare * phrasingShare,
    opposite: saysOpposite(wordsAndNeighbours(asked), wordsAndNeighbours(phrasing)) ? 1 : 0,
    numberClash: numbersClash(asked.said, phrasing.said) ? 1 : 0,
    shortness: 1 / Math.max(1, Math.min(contentOf(asked), contentOf(phrasing))),
  };
}

function coverage(question: ComparedQuestion, other: ComparedQuestion): Covered {
  return new Map(question.words.map((word) => [word, coveredBy(word, question, other)]));
}

function coveredBy(word: ComparedWord, question: ComparedQuestion, other: ComparedQuestion): number {
  if (other.said.has(word.text) || other.joined.has(word.stem) || isPieceOf(word, question, other)) return 1;
  if (word.isStopWord) return 0;
  let best = 0;
  for (const candidate of other.words) {
    if (!candidate.isStopWord) best = Math.max(best, similarity(word, candidate));
  }
  return best;
}

/** "back" of "back up", where the other says "backup". */
function isPieceOf({ text }: ComparedWord, question: ComparedQuestion, other: ComparedQuestion): boolean {
  for (const [whole, pieces] of question.joined) if (pieces.includes(text) && other.stems.has(whole)) return true;
  return false;
}

function similarity(one: ComparedWord, other: ComparedWord): number {
  if (one.text === other.text || (one.term === other.term && one.term !== 0)) return 1;
  if (one.text.startsWith('@') || other.text.startsWith('@')) return 0;
  if (one.synonyms.has(other.term) || other.synonyms.has(one.term)) return synonymSimilarity;
  return Math.max(spellingSimilarity(one.text, other.text), familyOf(one.text, other.text));
}

function spellingSimilarity(one: string, other: string): number {
  const letters = Math.min(one.length, other.length);
  const limit = letters >= minLettersForTwo ? 2 : letters >= minLettersForOne ? 1 : 0;
  if (limit === 0 || one[0] !== other[0] || Math.abs(one.length - other.length) > limit) return 0;
  if (/\d/.test(one) || /\d/.test(other)) return 0;
  const distance = alignmentDistance(one, other, limit);
  return distance <= limit ? (typoSimilarity[distance] ?? 0) : 0;
}

function familyOf(one: string, other: string): number {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length >= 3 && long.length - short.length <= maxEnding && long.startsWith(short)) return familySimilarity;
  return dice(gramSetOf(one), gramSetOf(other)) >= minFamilyShare ? familySimilarity : 0;
}

function coveredShare({ totalWorth }: ComparedQuestion, covered: Covered): number {
  let sum = 0;
  for (const [{ worth }, share] of covered) sum += worth * share;
  return sum / totalWorth;
}

function missedWorth(covered: Covered): number {
  let sum = 0;
  for (const [{ worth, isStopWord }, share] of covered) if (!isStopWord) sum += worth * (1 - share);
  return sum;
}

function largestMissed(covered: Covered): number {
  let largest = 0;
  for (const [{ worth }, share] of covered) largest = Math.max(largest, worth * (1 - share));
  return largest;
}

function dice(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0;
  let common = 0;
  for (const item of one) if (other.has(item)) common++;
  return (2 * common) / (one.size + other.size);
}

/** "How long can I return it?" asks for more than "How do I return it?" does. */
function aspectOfOne(one: ComparedQuestion, other: ComparedQuestion): number {
  if (one.aspect === undefined) return asksForMore(other.aspect, one.form);
  return other.aspect === undefined ? asksForMore(one.aspect, other.form) : 0;
}

function* wordsAndNeighbours({ said, joined }: ComparedQuestion): Generator<string> {
  yield* said;
  yield* joined.keys();
}

function aspectsClash({ aspect: one }: ComparedQuestion, { aspect: other }: ComparedQuestion): boolean {
  return one !== undefined && other !== undefined && one !== other;
}

function numbersClash(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const numbers = (said: ReadonlySet<string>) => [...said].filter((word) => /\d/.test(word));
  const [ours, theirs] = [numbers(one), numbers(other)];
  return ours.length > 0 && theirs.length > 0 && !ours.some((number) => other.has(number));
}

/** Each names something that the other does not say, not even misspelt: one thing in the place of another. */
export function namesClash(one: ComparedQuestion, other: ComparedQuestion): boolean {
  return hasOwnName(one, other) && hasOwnName(other, one);
}

function hasOwnName({ names }: ComparedQuestion, { said }: ComparedQuestion): boolean {
  return [...names].some((name) => ![...said].some((word) => word === name || spellingSimilarity(word, name) > 0));
}

function contentOf({ words }: ComparedQuestion): number {
  return words.filter(({ isStopWord }) => !isStopWord).length;
}
