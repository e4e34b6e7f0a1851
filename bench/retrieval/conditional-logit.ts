/**
 * Which of several candidates is the right one, as the softmax of a sum of features: McFadden's conditional logit, with an L2
 * penalty and with signs that the weights must keep, by Adam on standardised features.
 */
export interface Choice {
  /** One row a candidate. */
  candidates: readonly (readonly number[])[];
  /** Shares of the right ones; they sum up to 1. */
  right: readonly number[];
  weight: number;
}

export interface LogitOptions {
  /** By feature: 1 never below 0, -1 never above, 0 either. */
  signs: readonly (-1 | 0 | 1)[];
  penalty: number;
}

const rounds = 160;
const [fastRate, slowRate] = [0.1, 0.03];
const [meanDecay, squareDecay] = [0.9, 0.99];

/** The weights by feature. */
export function fitConditionalLogit(choices: readonly Choice[], { signs, penalty }: LogitOptions): number[] {
  const scales = deviations(choices, signs.length);
  const total = choices.reduce((sum, { weight }) => sum + weight, 0);
  const weights = new Float64Array(signs.length);
  const means = new Float64Array(signs.length);
  const squares = new Float64Array(signs.length);
  for (let round = 1; round <= rounds; round++) {
    const slope = weights.map((weight) => penalty * weight);
    for (const choice of choices) addSlope(choice, weights, scales, total, slope);
    const rate = round < 0.7 * rounds ? fastRate : slowRate;
    slope.forEach((value, k) => {
      means[k] = meanDecay * (means[k] ?? 0) + (1 - meanDecay) * value;
      squares[k] = squareDecay * (squares[k] ?? 0) + (1 - squareDecay) * value ** 2;
      const mean = (means[k] ?? 0) / (1 - meanDecay ** round);
      const square = (squares[k] ?? 0) / (1 - squareDecay ** round);
      const moved = (weights[k] ?? 0) - (rate * mean) / (Math.sqrt(square) + 1e-8);
      weights[k] = moved * (signs[k] ?? 0) < 0 ? 0 : moved;
    });
  }
  return [...weights].map((weight, k) => weight / (scales[k] ?? 1));
}

function addSlope(
  { candidates, right, weight }: Choice,
  weights: Float64Array,
  scales: readonly number[],
  total: number,
  slope: Float64Array,
): void {
  const sums = candidates.map((row) => row.reduce((sum, x, k) => sum + ((weights[k] ?? 0) * x) / (scales[k] ?? 1), 0));
  const highest = Math.max(...sums);
  const odds = sums.map((sum) => Math.exp(sum - highest));
  const all = odds.reduce((sum, one) => sum + one, 0);
  candidates.forEach((row, i) => {
    const error = (((odds[i] ?? 0) / all - (right[i] ?? 0)) * weight) / total;
    for (let k = 0; k < slope.length; k++) slope[k] = (slope[k] ?? 0) + (error * (row[k] ?? 0)) / (scales[k] ?? 1);
  });
}

function deviations(choices: readonly Choice[], size: number): number[] {
  const rows = choices.flatMap(({ candidates }) => candidates);
  return Array.from({ length: size }, (_, k) => {
    const mean = rows.reduce((sum, row) => sum + (row[k] ?? 0), 0) / rows.length;
    return Math.sqrt(rows.reduce((sum, row) => sum + ((row[k] ?? 0) - mean) ** 2, 0) / rows.length) || 1;
  });
}
