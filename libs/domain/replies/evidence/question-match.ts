/**
 * How likely a message asks the same as a phrasing of a question: the second look at questions that a search has found. From
 * their words alone, no vectors: a logistic model of how much each says of the other, and of what turns a question into
 * another one. Fitted by `bench/questions`, whose README has the figures.
 */
import { detectLanguage } from '#domain/knowledge';
import { matchCoefficients } from './question-match-coefficients';
import { matchFeatureNames, matchFeatures, namesClash } from './question-match-features';
import { type ComparedQuestion, comparedQuestion } from './question-match-words';
import { probabilityOf } from './unit-score';

export interface QuestionMatch {
  /** Calibrated, 0 to 1: from 0.7 on it surely is the same question. */
  probability: number;
  /** Place of the phrasing that fits best; -1 when there is none. */
  best: number;
}

/** The same words but for marks, signs and courtesies. */
const sameWords = 0.99;
/** Of questions about two things of different names. The sets that the model was fitted to hardly have any. */
const otherName = 0.3;
/** Phrasings that help to tell the language. */
const detectedPhrasings = 5;

/** @param language of the message and the phrasings, ISO 639-1; guessed from them when it is left out */
export function sameQuestionProbability(
  asked: string,
  phrasings: readonly string[],
  language = detectLanguage([asked, ...phrasings.slice(0, detectedPhrasings)].join('\n'), 'en'),
): QuestionMatch {
  const match: QuestionMatch = { probability: 0, best: -1 };
  const ours = comparedQuestion(asked, language);
  for (const [at, phrasing] of phrasings.entries()) {
    const probability = questionsMatch(ours, comparedQuestion(phrasing, language));
    if (match.best < 0 || probability > match.probability) Object.assign(match, { probability, best: at });
  }
  return match;
}

/** Of two questions that were taken apart before. */
export function questionsMatch(ours: ComparedQuestion, theirs: ComparedQuestion): number {
  if (ours.plain === theirs.plain && ours.plain !== '') return sameWords;
  const features = matchFeatures(ours, theirs);
  const coefficients: Partial<Record<string, number>> = matchCoefficients;
  const sum = matchFeatureNames.reduce((total, name) => total + (coefficients[name] ?? 0) * features[name], 0);
  const most = namesClash(ours, theirs) ? otherName : sameWords;
  return Math.min(most, probabilityOf(matchCoefficients.intercept + sum));
}
