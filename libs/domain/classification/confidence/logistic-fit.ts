/**
 * Logistic regression by Newton's method with a line search, drawn towards coefficients that are known to be sensible: with few
 * observations they stay, with many the observations decide.
 */
export interface Observation {
  features: readonly number[];
  isPositive: boolean;
  weight: number;
}

const ROUNDS = 25;
const CONVERGED = 1e-7;
const SHORTEST_STEP = 1e-9;

/** Of the intercept and each feature. */
export interface Prior {
  coefficients: readonly number[];
  /** Precision: how much it takes to move a coefficient. */
  pulls: readonly number[];
}

/** Coefficients of the intercept and the features. */
export function fitLogistic(observations: readonly Observation[], prior: Prior): number[] {
  let model = [...prior.coefficients];
  let cost = costOf(observations, model, prior);
  for (let round = 0; round < ROUNDS; round++) {
    const { gradient, curvature } = derivatives(observations, model, prior);
    const step = solve(curvature, gradient);
    const next = bestAlong(model, step, (tried) => costOf(observations, tried, prior), cost);
    if (next === undefined) break;
    const gain = cost - next.cost;
    ({ model, cost } = next);
    if (gain < CONVERGED) break;
  }
  return model;
}

/** Half the step until it leads down: a whole one can leap over the optimum where the curve is flat. */
function bestAlong(
  model: readonly number[],
  step: readonly number[],
  cost: (tried: number[]) => number,
  least: number,
) {
  for (let length = 1; length > SHORTEST_STEP; length /= 2) {
    const tried = model.map((value, i) => value + length * step[i]!);
    const triedCost = cost(tried);
    if (triedCost < least) return { model: tried, cost: triedCost };
  }
  return undefined;
}

function costOf(observations: readonly Observation[], model: readonly number[], prior: Prior): number {
  let cost = 0;
  model.forEach((value, i) => {
    cost += 0.5 * prior.pulls[i]! * (value - prior.coefficients[i]!) ** 2;
  });
  for (const { features, isPositive, weight } of observations) {
    const sum = sumOf(model, features);
    cost += weight * (Math.max(sum, 0) + Math.log1p(Math.exp(-Math.abs(sum))) - (isPositive ? sum : 0));
  }
  return cost;
}

export function logisticOf(coefficients: readonly number[], features: readonly number[]): number {
  return 1 / (1 + Math.exp(-sumOf(coefficients, features)));
}

function sumOf(coefficients: readonly number[], features: readonly number[]): number {
  let sum = coefficients[0]!;
  for (let i = 0; i < features.length; i++) sum += coefficients[i + 1]! * features[i]!;
  return sum;
}

function derivatives(
  observations: readonly Observation[],
  model: readonly number[],
  { coefficients, pulls }: Prior,
): { gradient: number[]; curvature: number[][] } {
  const gradient = model.map((value, i) => pulls[i]! * (coefficients[i]! - value));
  const curvature = model.map((_, i) => model.map((_, j) => (i === j ? pulls[i]! : 0)));
  for (const { features, isPositive, weight } of observations) {
    const probability = logisticOf(model, features);
    const slope = weight * ((isPositive ? 1 : 0) - probability);
    const bend = weight * probability * (1 - probability);
    for (let i = 0; i < model.length; i++) {
      const value = i === 0 ? 1 : features[i - 1]!;
      gradient[i]! += slope * value;
      for (let j = 0; j <= i; j++) curvature[i]![j]! += bend * value * (j === 0 ? 1 : features[j - 1]!);
    }
  }
  for (let i = 0; i < model.length; i++) for (let j = 0; j < i; j++) curvature[j]![i] = curvature[i]![j]!;
  return { gradient, curvature };
}

/** Gaussian elimination; the matrix is positive definite, since every coefficient has a pull. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  for (let pivot = 0; pivot < rows.length; pivot++) {
    for (let below = pivot + 1; below < rows.length; below++) {
      const factor = rows[below]![pivot]! / rows[pivot]![pivot]!;
      for (let at = pivot; at <= rows.length; at++) rows[below]![at]! -= factor * rows[pivot]![at]!;
    }
  }
  const solution = new Array<number>(rows.length).fill(0);
  for (let i = rows.length - 1; i >= 0; i--) {
    const known = solution.reduce((sum, value, j) => (j > i ? sum + rows[i]![j]! * value : sum), 0);
    solution[i] = (rows[i]![rows.length]! - known) / rows[i]![i]!;
  }
  return solution;
}
