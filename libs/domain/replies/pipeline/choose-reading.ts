/**
 * Which reading of a question to believe. A message that makes no sense alone is read together with what it leans on, unless
 * the passage found so has none of its own words: "And what about bananas?" after a question about opening hours is not
 * answered by opening hours. A message that makes sense alone changes the subject unless the other reading is clearly better.
 */
import { analyzerFor, isLanguageCode } from '#domain/knowledge';
import { tellingWords } from '../message/follow-up';
import type { Reading } from './reading';
import type { Question } from './understanding';

/** A carried reading that is this good is believed although the bare one found more. */
const goodEnough = 0.5;
const clearlyBetter = 0.05;
/** The telling words of a message of which the passage must have one. */
const leastShare = 0.5;

export function chooseReading(question: Question, bare: Reading, carried: Reading | undefined): Reading {
  if (carried === undefined || !saysOwnWords(question.text, carried)) return bare;
  if (question.leaning === 'surely' && carried.probability >= goodEnough) return carried;
  return carried.probability > bare.probability + clearlyBetter ? carried : bare;
}

function saysOwnWords(text: string, { assessment, nodes }: Reading): boolean {
  // That a phrasing asks the same was looked at word by word.
  if (nodes[0]?.isQuestion) return true;
  const best = assessment.best;
  if (best === undefined) return false;
  const { language, units, titleTerms } = best.quotable;
  const analyzer = analyzerFor(isLanguageCode(language) ? language : 'simple');
  const terms = tellingWords(text)
    .map((word) => analyzer.termOfWord(word))
    .filter((term) => term !== 0);
  const said = terms.filter(
    (term) => titleTerms.has(term) || units.some((unit) => unit.terms.has(term)) || isCorrected(term),
  );
  return terms.length === 0 || said.length >= leastShare * terms.length;

  /** A misspelt word is found by its correction, which is among the alternatives of the question's words. */
  function isCorrected(term: number): boolean {
    const word = assessment.question.words.find(({ terms: wanted }) => wanted.some((one) => one.term === term));
    return word?.terms.some((one) => units.some((unit) => unit.terms.has(one.term))) ?? false;
  }
}
