/**
 * A linear support vector machine with squared hinge loss, by dual coordinate descent with shrinking: Hsieh, Chang,
 * Lin, Keerthi, Sundararajan, "A dual coordinate descent method for large-scale linear SVM", ICML 2008, algorithm 3.
 *
 * The dual has one optimum, so that where a solution starts changes the time it takes and not what it is: leaving rows
 * out starts from the solution of all rows less what those rows had contributed, which takes a fraction of a fit from
 * nothing.
 */

import type { SparseRows } from '../features/sparse-rows';
import type { SeededRandom } from '../seeded-random';

const C = 1;
const DIAGONAL = 1 / (2 * C);
/** Far above what was ever seen; it bounds the time on data that no line separates. */
const MAX_ROUNDS = 50;

export interface Effort {
  /** Largest violation of the optimum that is left. */
  tolerance: number;
  /** Rounds over all rows at most. */
  maxSweeps: number;
}

/** A tenth of the margin, as is usual; the sweeps are never reached. */
export const THOROUGH: Effort = { tolerance: 0.1, maxSweeps: 20 };

/** The weights and what made them: `alphas[row]` is how much a row counts. */
export interface SvmSolution {
  weights: Float64Array;
  bias: number;
  alphas: Float64Array;
}

export function emptySolution(rows: SparseRows): SvmSolution {
  return { weights: new Float64Array(rows.columns), bias: 0, alphas: new Float64Array(rows.count) };
}

/** Takes what one row contributed out of a solution. */
export function removeRow(solution: SvmSolution, rows: SparseRows, row: number, sign: number): void {
  const alpha = solution.alphas[row]!;
  if (alpha === 0) return;
  rows.addTo(solution.weights, row, -alpha * sign);
  solution.bias -= alpha * sign;
  solution.alphas[row] = 0;
}

/**
 * Improves the solution in place until it is the optimum of `chosen`. Rounds over all of them go in the order of
 * memory, which is twice as fast, and pick those that matter; rounds over these few are shuffled, which converges in
 * fewer rounds.
 * @param signs 1 or -1 for every row
 * @param chosen the rows that count, ascending
 */
export function solveSvm(
  solution: SvmSolution,
  rows: SparseRows,
  signs: Int8Array,
  chosen: Int32Array,
  random: SeededRandom,
  { tolerance, maxSweeps } = THOROUGH,
): void {
  const active = chosen.filter((row) => solution.alphas[row]! > 0);
  settle(solution, rows, signs, active, random, tolerance);
  for (let sweep = 0; sweep < maxSweeps; sweep++) {
    const order = new Int32Array(chosen.length);
    const pass = passOver(solution, rows, signs, chosen, order, 0);
    if (pass.violation <= tolerance) return;
    settle(solution, rows, signs, order.subarray(0, pass.length), random, tolerance);
  }
}

/** Rounds over few rows until they are at their optimum. */
function settle(
  solution: SvmSolution,
  rows: SparseRows,
  signs: Int8Array,
  active: Int32Array,
  random: SeededRandom,
  tolerance: number,
): void {
  let order = active;
  let dropAbove = Number.POSITIVE_INFINITY;
  for (let round = 0; round < MAX_ROUNDS && order.length > 0; round++) {
    random.shuffle(order);
    const pass = passOver(solution, rows, signs, order, order, dropAbove);
    if (pass.violation <= tolerance) return;
    order = order.subarray(0, pass.length);
    dropAbove = pass.highest <= 0 ? Number.POSITIVE_INFINITY : pass.highest;
  }
}

interface Pass {
  /** Rows kept. */
  length: number;
  highest: number;
  violation: number;
}

/** One round over `order`, which keeps in `kept` (may be the same array) the rows that are not sure to stay at zero. */
function passOver(
  solution: SvmSolution,
  rows: SparseRows,
  signs: Int8Array,
  order: Int32Array,
  kept: Int32Array,
  dropAbove: number,
): Pass {
  const { weights, alphas } = solution;
  const { starts, ids, values, squares } = rows;
  let { bias } = solution;
  let length = 0;
  let highest = Number.NEGATIVE_INFINITY;
  let lowest = Number.POSITIVE_INFINITY;
  for (let at = 0; at < order.length; at++) {
    const row = order[at]!;
    const start = starts[row]!;
    const end = starts[row + 1]!;
    const sign = signs[row]!;
    const alpha = alphas[row]!;
    let product = bias;
    for (let i = start; i < end; i++) product += weights[ids[i]!]! * values[i]!;
    const gradient = sign * product - 1 + alpha * DIAGONAL;
    if (alpha === 0 && gradient > dropAbove) continue;
    kept[length++] = row;
    const projected = alpha === 0 ? Math.min(gradient, 0) : gradient;
    if (projected > highest) highest = projected;
    if (projected < lowest) lowest = projected;
    if (Math.abs(projected) < 1e-12) continue;
    const next = Math.max(alpha - gradient / (squares[row]! + 1 + DIAGONAL), 0);
    const change = (next - alpha) * sign;
    alphas[row] = next;
    bias += change;
    for (let i = start; i < end; i++) weights[ids[i]!]! += change * values[i]!;
  }
  solution.bias = bias;
  return { length, highest, violation: length === 0 ? 0 : Math.max(highest, 0) - Math.min(lowest, 0) };
}
