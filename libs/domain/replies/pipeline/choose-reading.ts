/**
 * Which reading of a question to believe. A message that makes no sense alone is read together with what it leans on, unless
 * what was found so has none of its own words: "And what about bananas?" after a question about opening hours is not
 * answered by opening hours. A message that makes sense alone changes the subject unless the other reading is clearly better
 * and has most of its words: "What is the capital of Peru?" after the one of France is not answered by Paris.
 */
import { analyzerFor, isLanguageCode } from '#domain/language';
import { tellingWords } from '../message/follow-up';
import type { Reading } from './reading';
import type { Question } from './understanding';

/** A carried reading that is this good is believed although the bare one found more. */
const goodEnough = 0.5;
const clearlyBetter = 0.05;
/** The telling words of a message of which what was found must have one; of one that makes sense alone it must have more. */
const leastShare = 0.5;

/**
 * Whether to believe the reading with references named. They are named by rules that may be wrong: what was found without them
 * stands unless it is next to nothing, or the message makes no sense alone, and what was found with them is clearly better and
 * has the message's own words.
 */
export function chooseResolved(question: Question, plain: Reading, resolved: Reading | undefined): Reading {
  if (resolved === undefined || resolved.probability <= plain.probability + clearlyBetter) return plain;
  if (question.leaning !== 'surely' && plain.probability >= goodEnough) return plain;
  return saysOwnWords(question, resolved) ? resolved : plain;
}

export function chooseReading(question: Question, bare: Reading, carried: Reading | undefined): Reading {
  if (carried === undefined || !saysOwnWords(question, carried)) return bare;
  if (question.leaning === 'surely' && carried.probability >= goodEnough) return carried;
  return carried.probability > bare.probability + clearlyBetter ? carried : bare;
}

function saysOwnWords({ text, leaning }: Question, reading: Reading): boolean {
  const isSaid = termsSaidBy(reading);
  if (isSaid === undefined) return false;
  const { isIn, termOf } = isSaid;
  const terms = tellingWords(text)
    .map(termOf)
    .filter((term) => term !== 0);
  if (terms.length === 0) return true;
  const share = terms.filter(isIn).length / terms.length;
  return leaning === 'surely' ? share >= leastShare : share > leastShare;
}

interface SaidTerms {
  termOf(word: string): number;
  isIn(term: number): boolean;
}

/** Of the best that was found; undefined when that is nothing. */
function termsSaidBy(reading: Reading): SaidTerms | undefined {
  const [first] = reading.nodes;
  return first?.isQuestion ? termsOfQuestion(first.passage) : termsOfPassage(reading);
}

function termsOfQuestion({ title, language }: { title: string; language: string }): SaidTerms {
  const { termOfWord } = analyzerOf(language);
  const said = new Set(tellingWords(title).map(termOfWord));
  return { termOf: termOfWord, isIn: (term) => said.has(term) };
}

function termsOfPassage({ assessment }: Reading): SaidTerms | undefined {
  const { best } = assessment;
  if (best === undefined) return undefined;
  const { language, units, titleTerms } = best.quotable;
  const isInUnits = (term: number) => units.some((unit) => unit.terms.has(term));
  /** A misspelt word is found by its correction, which is among the alternatives of the question's words. */
  const isCorrected = (term: number) => {
    const word = assessment.question.words.find(({ terms: wanted }) => wanted.some((one) => one.term === term));
    return word?.terms.some((one) => isInUnits(one.term)) ?? false;
  };
  return {
    termOf: analyzerOf(language).termOfWord,
    isIn: (term) => titleTerms.has(term) || isInUnits(term) || isCorrected(term),
  };
}

function analyzerOf(language: string): { termOfWord(word: string): number } {
  const analyzer = analyzerFor(isLanguageCode(language) ? language : 'simple');
  return { termOfWord: (word) => analyzer.termOfWord(word) };
}
