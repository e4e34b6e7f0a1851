/** Which machines there are: one for each intent and, with few examples, one for each word that the names of several share. */
import { hasFewExamples } from '../examples/few-examples';
import { intentsOfOneWord } from '../examples/intent-names';
import type { TrainingRows } from '../examples/training-rows';
import type { SvmSolution } from './linear-svm';
import type { Claim } from './one-vs-rest';

/**
 * Intents of one word learn from each other's examples, a quarter as much as from their own: of 10 examples an intent this
 * gained a point, of a hundred nothing.
 */
const SHARED = 0.25;
/** Weights that are held at the same time: 80 MB. */
const MAX_SHARED_WEIGHTS = 1e7;
/** Margins that are held at the same time: 80 MB for folds, as many for groups of intents. */
const MAX_MARGINS = 2e7;

/** Those of the intents come first, in their order. */
export function claimsOf(data: TrainingRows): Claim[] {
  const own = data.intents.map((_, intent): Claim => ({ intents: [intent], share: 1 }));
  if (!hasFewExamples(data) || data.texts.length * data.intents.length > MAX_MARGINS) return own;
  const most = Math.floor(MAX_SHARED_WEIGHTS / data.rows.columns);
  const shared = intentsOfOneWord(data.intents).slice(0, most);
  return [...own, ...shared.map((intents): Claim => ({ intents, share: SHARED }))];
}

/** Adds to an intent's machine those of the claims that it shares: margins add up, so the sum is one machine, too. */
export function addShared(
  own: SvmSolution,
  intent: number,
  shared: readonly { claim: Claim; solution: SvmSolution }[],
): SvmSolution {
  const weights = own.weights.slice();
  let { bias } = own;
  for (const { claim, solution } of shared) {
    if (!claim.intents.includes(intent)) continue;
    bias += claim.share * solution.bias;
    for (let id = 0; id < weights.length; id++) weights[id]! += claim.share * solution.weights[id]!;
  }
  return { weights, bias, alphas: own.alphas };
}
