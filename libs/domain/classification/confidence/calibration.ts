/** Fits what makes probabilities of margins, on texts that were held out, and sets the threshold of the scope. */

import { NO_INTENT } from '../examples/training-rows';
import type { HeldOutText } from '../held-out/held-out';
import { type ConfidenceModel, fitScope, type ScopeObservation, type ScopeSigns, scopeProbability } from './confidence';
import { levelDrift, movedBy } from './confidence-level';
import { type Blend, fitBlend, fitSharpness, type JudgedVotes, surpriseOf } from './intent-probability';
import { opinionOf } from './opinion';

export interface Calibration {
  confidence: ConfidenceModel;
  threshold: number;
}

/**
 * How many texts out of scope are assumed for one in scope: few, because left-out intents lie nearer than what people
 * ask beside the matter, but more for a bot of one or two intents, which is asked much that is neither.
 */
const LEAST_ODDS = 0.03;
/** A text beside the matter, as small sets meet it. It stands in while fewer than so many are there to learn from. */
const STRANGER: ScopeSigns = { margin: -0.3, lead: 0.1, nearest: 0.15, unknownShare: 0.7, energy: 0 };
const ENOUGH_OUT_OF_SCOPE = 20;
/** How much an example that the user calls out of scope counts against one of an intent that was left out. */
const GIVEN_WEIGHT = 3;
const SHARPNESS_SAMPLE = 3_000;
const KEPT_IN_SCOPE = 0.95;
/** As if so many examples had spoken for a half. */
const NEUTRAL_THRESHOLD = 0.5;
const NEUTRAL_WEIGHT = 30;
/** Examples out of one mould are all but certain; a typo must not put a text out of scope for that. */
const HIGHEST_THRESHOLD = 0.9;

/** How sharp machines and network are, by held-out texts; the machines alone where the network does not help. */
export function chooseBlend(heldOut: readonly JudgedVotes[]): Blend {
  const inScope = heldOut.filter(({ intent }) => intent !== NO_INTENT);
  const step = Math.ceil(inScope.length / SHARPNESS_SAMPLE);
  const sample = inScope.filter((_, at) => at % step === 0);
  const alone = fitSharpness(sample);
  if (sample.length === 0 || sample[0]!.logits.length === 0) return alone;
  const together = fitBlend(sample);
  return helps(alone, together, sample) ? together : alone;
}

/** Makes the true intents likelier by more than chance would, and is not less often right. */
function helps(alone: Blend, together: Blend, sample: readonly JudgedVotes[]): boolean {
  const gains = sample.map((votes) => surpriseOf(alone, votes) - surpriseOf(together, votes));
  const mean = gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
  const variance = gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0) / gains.length;
  return mean > Math.sqrt(variance / gains.length) && rightOf(together, sample) >= rightOf(alone, sample);
}

function rightOf(blend: Blend, sample: readonly JudgedVotes[]): number {
  return sample.filter((votes) => opinionOf(blend, votes).predicted === votes.intent).length;
}

/** @param leftOut texts of intents that were left out */
export function calibrate(
  intents: number,
  blend: Blend,
  heldOut: readonly HeldOutText[],
  leftOut: readonly HeldOutText[],
): Calibration {
  const inScope = heldOut.filter(({ intent }) => intent !== NO_INTENT);
  const given = heldOut.filter(({ intent }) => intent === NO_INTENT);
  const odds = LEAST_ODDS + 1 / Math.max(1, intents * intents);
  const observed = observations(inScope, given, leftOut, odds);
  const scope = fitScope(observed, blend);
  const cautious = { blend, scope };
  const threshold = thresholdOf(inScope.map(({ signs }) => scopeProbability(cautious, signs)));
  const strangers = observed.filter(({ isInScope }) => !isInScope);
  const drift = levelDrift(cautious, inScope, strangers);
  return { confidence: movedBy(cautious, drift), threshold: moved(threshold, drift) };
}

/** What lies above it stays so when the intercept is moved. */
function moved(probability: number, drift: number): number {
  return 1 / (1 + ((1 - probability) / probability) * Math.exp(-drift));
}

function observations(
  inScope: readonly HeldOutText[],
  given: readonly HeldOutText[],
  leftOut: readonly HeldOutText[],
  odds: number,
): ScopeObservation[] {
  const strangers = Math.max(0, ENOUGH_OUT_OF_SCOPE - given.length - leftOut.length);
  const unit = (odds * inScope.length) / (GIVEN_WEIGHT * given.length + leftOut.length + strangers);
  return [
    ...inScope.map(({ signs }) => ({ signs, isInScope: true, weight: 1 })),
    ...given.map(({ signs }) => ({ signs, isInScope: false, weight: unit * GIVEN_WEIGHT })),
    ...leftOut.map(({ signs }) => ({ signs, isInScope: false, weight: unit })),
    { signs: STRANGER, isInScope: false, weight: unit * strangers },
  ];
}

/** What keeps 95 % of the texts in scope, drawn to a half while there are few. */
function thresholdOf(probabilities: readonly number[]): number {
  if (probabilities.length === 0) return NEUTRAL_THRESHOLD;
  const sorted = [...probabilities].sort((a, b) => a - b);
  const quantile = sorted[Math.floor((1 - KEPT_IN_SCOPE) * sorted.length)]!;
  const drawn = (quantile * sorted.length + NEUTRAL_THRESHOLD * NEUTRAL_WEIGHT) / (sorted.length + NEUTRAL_WEIGHT);
  return Math.min(drawn, HIGHEST_THRESHOLD);
}
