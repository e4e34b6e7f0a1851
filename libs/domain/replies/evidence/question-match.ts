/**
 * How likely a message asks the same as a phrasing of a question: the second look at questions that a search has found. From
 * their words alone, no vectors: a logistic model of how much each says of the other, and of what turns a question into
 * another one. Fitted by `bench/questions`, whose README has the figures.
 */
import { detectLanguage } from '#domain/language';
import { matchCoefficients } from './question-match-coefficients';
import { matchFeatureNames, matchFeatures, namesClash } from './question-match-features';
import { type ComparedQuestion, comparedQuestion } from './question-match-words';
import { logOdds, probabilityOf } from './unit-score';

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
/** Fitted on the tuning half of the sets of `bench/questions`, in bases of 8 to 60 questions. */
const advisedCoefficients = { intercept: 0.2, match: 0.8, advice: 0.4 };
/** Neither of the two is ever as sure as this, so that the other can make up for it. */
const leastAdvised = 0.001;
/** Phrasings that help to tell the language. */
const detectedPhrasings = 5;

/**
 * @param language of the message and the phrasings, ISO 639-1; guessed from them when it is left out
 * @param byAdvice what the classifier of the base's questions makes of it, which knows what tells them apart, and not what
 * turns a question into another one; undefined where nothing was learned
 */
export function sameQuestionProbability(
  asked: string,
  phrasings: readonly string[],
  language = detectLanguage([asked, ...phrasings.slice(0, detectedPhrasings)].join('\n'), 'en'),
  byAdvice?: number,
): QuestionMatch {
  const match: QuestionMatch = { probability: 0, best: -1 };
  const ours = comparedQuestion(asked, language);
  let most = otherName;
  for (const [at, phrasing] of phrasings.entries()) {
    const theirs = comparedQuestion(phrasing, language);
    const probability = questionsMatch(ours, theirs);
    if (!namesClash(ours, theirs)) most = sameWords;
    if (match.best < 0 || probability > match.probability) Object.assign(match, { probability, best: at });
  }
  if (byAdvice === undefined || match.probability >= sameWords) return match;
  return { ...match, probability: Math.min(most, advised(match.probability, byAdvice)) };
}

function advised(probability: number, byAdvice: number): number {
  const { intercept, match, advice } = advisedCoefficients;
  return probabilityOf(intercept + match * boundedOdds(probability) + advice * boundedOdds(byAdvice));
}

function boundedOdds(probability: number): number {
  return logOdds(Math.min(1 - leastAdvised, Math.max(leastAdvised, probability)));
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
