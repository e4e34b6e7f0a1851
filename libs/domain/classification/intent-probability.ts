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
const PRIOR_ALONE: Blend = { sharpness: 4, networkSharpness: 0 };
const PRIOR_TOGETHER: Blend = { sharpness: 3, networkSharpness: 0.8 };
const PULL = 4;
const SHARPEST = 40;
const BLUNTEST = 0.05;
const SEARCH_STEPS = 24;
/** Of the two sharpnesses in turn; the cost is convex, and flat along their quotient. */
const BLEND_ROUNDS = 4;

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
  return withBest(PRIOR_ALONE, 'sharpness', PRIOR_ALONE, held);
}

/** The same for both, by machines and network together. */
export function fitBlend(held: readonly JudgedVotes[]): Blend {
  let blend = PRIOR_TOGETHER;
  for (let round = 0; round < BLEND_ROUNDS; round++) {
    blend = withBest(blend, 'networkSharpness', PRIOR_TOGETHER, held);
    blend = withBest(blend, 'sharpness', PRIOR_TOGETHER, held);
  }
  return blend;
}

/** Golden section search over the logarithm of one of the two. */
function withBest(blend: Blend, which: keyof Blend, prior: Blend, held: readonly JudgedVotes[]): Blend {
  const costOf = (logarithm: number) => {
    const tried = { ...blend, [which]: Math.exp(logarithm) };
    const drift = logarithm - Math.log(prior[which]);
    return held.reduce((sum, votes) => sum + surpriseOf(tried, votes), 0.5 * PULL * drift * drift);
  };
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [Math.log(BLUNTEST), Math.log(SHARPEST)];
  for (let step = 0; step < SEARCH_STEPS; step++) {
    const left = high - golden * (high - low);
    const right = low + golden * (high - low);
    if (costOf(left) < costOf(right)) high = right;
    else low = left;
  }
  return { ...blend, [which]: Math.exp((low + high) / 2) };
}

function highestOf(scores: Float64Array): number {
  let highest = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > highest) highest = score;
  return highest;
}
