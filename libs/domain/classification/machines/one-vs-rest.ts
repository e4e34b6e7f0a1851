/** A machine tells the rows of its intents from all others; and the same machines as if some rows had not been there. */

import type { TrainingRows } from '../examples/training-rows';
import { SeededRandom } from '../seeded-random';
import { type Effort, emptySolution, removeRow, type SvmSolution, solveSvm } from './linear-svm';

/** From the whole solution it is not far. Held-out margins only calibrate, so that a rough optimum serves as well. */
const HELD_OUT_EFFORT: Effort = { tolerance: 0.3, maxSweeps: 1 };

/** What a solution is made of: the rows that count, and how much. */
export interface SupportRows {
  rows: Int32Array;
  alphas: Float64Array;
}

/** What a machine tells from all else: the rows of an intent, or those of several that have something in common. */
export interface Claim {
  intents: readonly number[];
  /** How much of its margin counts for each of them. */
  share: number;
}

/** What is asked of machines that have not seen all rows. */
export interface Holdout {
  /** That they have not seen, ascending. */
  removed: Int32Array;
  /** All others, ascending. */
  kept: Int32Array;
  /** Those of the removed that are asked about. */
  held: Int32Array;
  asks(claim: Claim): boolean;
  /** @param at index in `held` */
  tell(claim: Claim, at: number, margin: number): void;
}

export class OneVsRest {
  private readonly everything: Int32Array;

  constructor(
    private readonly data: TrainingRows,
    private readonly claims: readonly Claim[],
    private readonly seed: number,
  ) {
    this.everything = Int32Array.from({ length: data.rows.count }, (_, row) => row);
  }

  /** @param at index of the claim */
  fit(at: number): SvmSolution {
    const solution = emptySolution(this.data.rows);
    solveSvm(solution, this.data.rows, this.signsOf(at), this.everything, this.randomOf(at));
    return solution;
  }

  /** Asks the machine of a claim about rows that were held out of it. */
  ask(at: number, support: SupportRows, holdouts: readonly Holdout[]): void {
    const { rows } = this.data;
    const claim = this.claims[at]!;
    const signs = this.signsOf(at);
    const whole = this.rebuild(support, signs);
    for (const holdout of holdouts) {
      if (!holdout.asks(claim)) continue;
      const solution = { weights: whole.weights.slice(), bias: whole.bias, alphas: whole.alphas.slice() };
      for (const row of holdout.removed) removeRow(solution, rows, row, signs[row]!);
      solveSvm(solution, rows, signs, holdout.kept, this.randomOf(at), HELD_OUT_EFFORT);
      holdout.held.forEach((row, place) => {
        holdout.tell(claim, place, solution.bias + rows.dot(solution.weights, row));
      });
    }
  }

  private rebuild(support: SupportRows, signs: Int8Array): SvmSolution {
    const solution = emptySolution(this.data.rows);
    support.rows.forEach((row, at) => {
      const alpha = support.alphas[at]!;
      solution.alphas[row] = alpha;
      solution.bias += alpha * signs[row]!;
      this.data.rows.addTo(solution.weights, row, alpha * signs[row]!);
    });
    return solution;
  }

  private signsOf(at: number): Int8Array {
    const claimed = new Set(this.claims[at]!.intents);
    return Int8Array.from(this.data.intentOf, (intent) => (claimed.has(intent) ? 1 : -1));
  }

  private randomOf(at: number): SeededRandom {
    return new SeededRandom(this.seed * 1_000_003 + at);
  }
}

export function supportOf({ alphas }: SvmSolution): SupportRows {
  const rows = Int32Array.from(alphas.keys()).filter((row) => alphas[row]! > 0);
  return { rows, alphas: Float64Array.from(rows, (row) => alphas[row]!) };
}
