/**
 * How high confidence is on the whole. Priors hold few examples back, more than the examples themselves would; so the scope's
 * intercept is moved until the confidence of held-out texts adds up to the number of them that was right, none of those out
 * of scope among them. Their order stays.
 */
import type { HeldOutText } from '../held-out/held-out';
import { type ConfidenceModel, type ScopeObservation, scopeProbability } from './confidence';
import { probabilitiesOf } from './intent-probability';

/** As if so many texts had been as right as they were thought to be. */
const DOUBT = 20;
/** Held-out texts that weigh as much as the priors, about: of many more, these hold back nothing. */
const HELD_BACK = 300;
/** In logits. */
const FARTHEST = 4;
const STEPS = 20;

/**
 * By how much the intercept has to be moved, in logits.
 *
 * @param inScope held-out texts of intents, with their scores
 * @param strangers what is out of scope, as often as it is to be expected
 */
export function levelDrift(
  model: ConfidenceModel,
  inScope: readonly HeldOutText[],
  strangers: readonly Pick<ScopeObservation, 'signs' | 'weight'>[],
): number {
  if (inScope.length === 0) return 0;
  const shares = inScope.map(({ scores, predicted }) => probabilitiesOf(scores)[predicted]!);
  const right = inScope.filter(({ intent, predicted }) => intent === predicted).length;
  const confidenceAt = (drift: number) => {
    const moved = movedBy(model, drift);
    const known = inScope.reduce((sum, { signs }, at) => sum + scopeProbability(moved, signs) * shares[at]!, 0);
    return strangers.reduce((sum, { signs, weight }) => sum + weight * scopeProbability(moved, signs), known);
  };
  const aim = right + ((confidenceAt(0) - right) * DOUBT) / (inScope.length + DOUBT);
  let [low, high] = [-FARTHEST, FARTHEST];
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    if (confidenceAt(middle) < aim) low = middle;
    else high = middle;
  }
  return (((low + high) / 2) * HELD_BACK) / (HELD_BACK + inScope.length);
}

export function movedBy({ blend, scope: [intercept = 0, ...slopes] }: ConfidenceModel, drift: number): ConfidenceModel {
  return { blend, scope: [intercept + drift, ...slopes] };
}
