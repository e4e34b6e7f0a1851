/** Which intent: softmax of the machines' margins and, where there is a network, of its logits, each as sharp as held-out texts want it. */

export interface Blend {
  /** Of the margins. */
  sharpness: number;
  /** Of the network's logits; 0 without a network. */
  networkSharpness: number;
}

/** What is said of one text. */
export interface Votes {
  /** By intent; -Infinity of intents that are not asked. */
  margins: Float32Array;
  /** By intent; empty without a network. */
  logits: Float32Array;
}

export interface JudgedVotes extends Votes {
  intent: number;
}

/** Where a bot has too few examples to tell, these hold. Rounded from what small samples of public sets of intents gave. */
const PRIOR_SHARPNESS = 4;
const PRIOR_NETWORK_SHARPNESS = 1.5;
/** Two that agree say a little more than one. */
const PRIOR_SHARE = 0.55;
const PULL = 4;
const SHARPEST = 40;
const BLUNTEST = 0.05;
const SEARCH_STEPS = 24;

/** Their order is that of the probabilities. */
export function scoresOf({ sharpness, networkSharpness }: Blend, { margins, logits }: Votes): Float64Array {
  const scores = new Float64Array(margins.length);
  for (let intent = 0; intent < scores.length; intent++) scores[intent] = sharpness * margins[intent]!;
  if (networkSharpness === 0) return scores;
  for (let intent = 0; intent < scores.length; intent++) scores[intent]! += networkSharpness * logits[intent]!;
  return scores;
}

export function probabilitiesOf(scores: Float64Array): Float64Array {
  const highest = highestOf(scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/** How likely the votes thought the true intent, as a negative logarithm. */
export function surpriseOf(blend: Blend, votes: JudgedVotes): number {
  const scores = scoresOf(blend, votes);
  const highest = highestOf(scores);
  let total = 0;
  for (const score of scores) total += Math.exp(score - highest);
  return Math.log(total) - (scores[votes.intent]! - highest);
}

/** The sharpness that makes the held-out intents likeliest by the machines alone. */
export function fitSharpness(held: readonly JudgedVotes[]): Blend {
  const machinesAt = (sharpness: number): Blend => ({ sharpness, networkSharpness: 0 });
  return machinesAt(likeliest(machinesAt, PRIOR_SHARPNESS, held));
}

/**
 * Each as sharp as held-out texts want it alone, and both together as these want the mean. Weighing one against the other by
 * held-out texts, too, gained nothing.
 */
export function fitBlend(held: readonly JudgedVotes[]): Blend {
  const { sharpness } = fitSharpness(held);
  const networkAt = (networkSharpness: number): Blend => ({ sharpness: 0, networkSharpness });
  const networkSharpness = likeliest(networkAt, PRIOR_NETWORK_SHARPNESS, held);
  const togetherAt = (share: number): Blend => ({
    sharpness: share * sharpness,
    networkSharpness: share * networkSharpness,
  });
  return togetherAt(likeliest(togetherAt, PRIOR_SHARE, held));
}

/** Golden section search over the logarithm. */
function likeliest(blendAt: (value: number) => Blend, prior: number, held: readonly JudgedVotes[]): number {
  const costOf = (logarithm: number) => {
    const blend = blendAt(Math.exp(logarithm));
    const drift = logarithm - Math.log(prior);
    return held.reduce((sum, votes) => sum + surpriseOf(blend, votes), 0.5 * PULL * drift * drift);
  };
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [Math.log(BLUNTEST), Math.log(SHARPEST)];
  for (let step = 0; step < SEARCH_STEPS; step++) {
    const left = high - golden * (high - low);
    const right = low + golden * (high - low);
    if (costOf(left) < costOf(right)) high = right;
    else low = left;
  }
  return Math.exp((low + high) / 2);
}

function highestOf(scores: Float64Array): number {
  let highest = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > highest) highest = score;
  return highest;
}
