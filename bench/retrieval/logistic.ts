/** Logistic regression with an L2 penalty, by Newton's method on standardised features; exact and quick for tens of features. */
export interface LogisticExample {
  features: readonly number[];
  isPositive: boolean;
  weight: number;
}

export interface LogisticModel {
  intercept: number;
  coefficients: number[];
  /** The coefficients per standard deviation of their feature, comparable with each other. */
  standardised: number[];
}

const iterations = 30;

export function fitLogistic(examples: readonly LogisticExample[], penalty: number): LogisticModel {
  const size = examples[0]?.features.length ?? 0;
  const { means, deviations } = moments(examples, size);
  const rows = examples.map(({ features }) => [
    1,
    ...features.map((value, i) => (value - (means[i] ?? 0)) / (deviations[i] ?? 1)),
  ]);
  let beta: number[] = new Array<number>(size + 1).fill(0);
  for (let round = 0; round < iterations; round++) beta = newtonStep(beta, rows, examples, penalty);
  const coefficients = beta.slice(1).map((value, i) => value / (deviations[i] ?? 1));
  const intercept = (beta[0] ?? 0) - coefficients.reduce((sum, value, i) => sum + value * (means[i] ?? 0), 0);
  return { intercept, coefficients, standardised: beta.slice(1) };
}

function moments(examples: readonly LogisticExample[], size: number) {
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const means = Array.from(
    { length: size },
    (_, i) => examples.reduce((sum, { features, weight }) => sum + weight * (features[i] ?? 0), 0) / total,
  );
  const deviations = means.map((mean, i) => {
    const variance =
      examples.reduce((sum, { features, weight }) => sum + weight * ((features[i] ?? 0) - mean) ** 2, 0) / total;
    return Math.sqrt(variance) || 1;
  });
  return { means, deviations };
}

function newtonStep(
  beta: readonly number[],
  rows: readonly number[][],
  examples: readonly LogisticExample[],
  penalty: number,
): number[] {
  const size = beta.length;
  const gradient: number[] = beta.map((value, i) => (i === 0 ? 0 : -penalty * value));
  const hessian = beta.map((_, i) => beta.map((__, j): number => (i === j ? (i === 0 ? 1e-9 : penalty) : 0)));
  rows.forEach((row, at) => {
    const { isPositive, weight } = examples[at] as LogisticExample;
    const p = 1 / (1 + Math.exp(-row.reduce((sum, value, i) => sum + value * (beta[i] ?? 0), 0)));
    const residual = weight * ((isPositive ? 1 : 0) - p);
    const curvature = weight * p * (1 - p);
    for (let i = 0; i < size; i++) {
      gradient[i] = (gradient[i] ?? 0) + residual * (row[i] ?? 0);
      const line = hessian[i] as number[];
      for (let j = 0; j <= i; j++) line[j] = (line[j] ?? 0) + curvature * (row[i] ?? 0) * (row[j] ?? 0);
    }
  });
  for (let i = 0; i < size; i++) for (let j = i + 1; j < size; j++) (hessian[i] as number[])[j] = hessian[j]?.[i] ?? 0;
  const step = solve(hessian, gradient);
  return beta.map((value, i) => value + (step[i] ?? 0));
}

/** Gaussian elimination with partial pivoting. */
function solve(matrix: number[][], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let i = column; i < size; i++)
      if (Math.abs(rows[i]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = i;
    [rows[column], rows[pivot]] = [rows[pivot] as number[], rows[column] as number[]];
    const lead = rows[column] as number[];
    for (let i = 0; i < size; i++) {
      if (i === column) continue;
      const row = rows[i] as number[];
      const factor = (row[column] ?? 0) / (lead[column] || 1e-12);
      for (let j = column; j <= size; j++) row[j] = (row[j] ?? 0) - factor * (lead[j] ?? 0);
    }
  }
  return rows.map((row, i) => (row[size] ?? 0) / (row[i] || 1e-12));
}
