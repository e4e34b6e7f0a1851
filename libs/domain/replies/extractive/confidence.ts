/**
 * From "the passages hold the answer" to "the reply answers": the passage quoted may be the wrong one of several, and its
 * answer may stand in a sentence that is not quoted. Logistic in the log odds, with a bend where they are good, fitted to whole
 * replies.
 */
import { replyCoefficients } from '../evidence/coefficients';
import { logOdds, probabilityOf } from '../evidence/unit-score';

/** Log odds from which on the curve is flatter: certainty about the base is no certainty about the sentence. */
const bendAt = 2;

export function replyConfidence(foundProbability: number): number {
  const odds = logOdds(foundProbability);
  const { intercept, odds: slope, oddsAboveBend } = replyCoefficients;
  return probabilityOf(intercept + slope * odds + oddsAboveBend * Math.max(0, odds - bendAt));
}
