/**
 * What the classifier says of questions, together with how well a search's words fit them -> one calibrated probability each that
 * the text asks the question. First how the questions stand to each other (a softmax), then whether the text asks any of
 * them, by what speaks for the likeliest; the product of both is the probability. So two that are as likely share
 * it, and neither is sure, unless they have the same answer.
 *
 * Fitted on the tuning half of StackFAQ and the written questions of `bench/questions`, in bases of 60 questions and fewer.
 */
import { logisticOf } from '#domain/classification';
import type { QuestionSigns } from './question-classifier';

export interface JudgedQuestion {
  signs: QuestionSigns;
  /** Probability by the words of a search. */
  byWords: number;
  /** Questions of one answer do not compete. */
  answer: string;
}

/** In log odds. Of `QuestionSigns` and of the words' own log odds. */
const standing = { nearest: 3.4, middle: 4.1, margin: 4.3, inAnswer: 4.75, byWords: 0.53 } as const;
/** Intercept, nearest, margin, the words' log odds. */
const isAsked = [1.36, 2.15, 1.89, 0.45] as const;
/** No odds are without bounds: a text that shares no word with a phrasing may still ask for it. */
const LEAST = 0.001;

export function questionProbabilities(questions: readonly JudgedQuestion[]): number[] {
  const standings = questions.map(standingOf);
  const highest = Math.max(...standings);
  const best = questions[standings.indexOf(highest)];
  if (best === undefined) return [];
  const { nearest, margin } = best.signs;
  const asked = logisticOf(isAsked, [nearest, margin, logOdds(best.byWords)]);
  const powers = standings.map((value) => Math.exp(value - highest));
  return questions.map(({ answer }, at) => {
    const rivals = questions.reduce(
      (sum, other, index) => (index === at || other.answer !== answer ? sum + powers[index]! : sum),
      0,
    );
    return (asked * powers[at]!) / rivals;
  });
}

function standingOf({ signs: { nearest, middle, margin, inAnswer }, byWords }: JudgedQuestion): number {
  return (
    standing.nearest * nearest +
    standing.middle * middle +
    standing.margin * margin +
    standing.inAnswer * inAnswer +
    standing.byWords * logOdds(byWords)
  );
}

function logOdds(probability: number): number {
  const bounded = Math.min(1 - LEAST, Math.max(LEAST, probability));
  return Math.log(bounded / (1 - bounded));
}
