/** One machine an intent, its examples against all others; and the same machines as if some rows had not been there. */
import { type Effort, emptySolution, removeRow, type SvmSolution, solveSvm } from './linear-svm';
import { SeededRandom } from './seeded-random';
import type { TrainingRows } from './training-rows';

/** From the whole solution it is not far. Held-out margins only calibrate, so that a rough optimum serves as well. */
const HELD_OUT_EFFORT: Effort = { tolerance: 0.3, maxSweeps: 1 };

/** What a solution is made of: the rows that count, and how much. */
export interface SupportRows {
  rows: Int32Array;
  alphas: Float64Array;
}

/** Rows that the machines must not have seen. */
export interface Holdout {
  /** Ascending. */
  held: Int32Array;
  /** All others, ascending. */
  kept: Int32Array;
  /** Whether the machine of an intent is asked. */
  asks(intent: number): boolean;
  /** @param at index in `held` */
  tell(intent: number, at: number, margin: number): void;
}

export class OneVsRest {
  private readonly everything: Int32Array;

  constructor(
    private readonly data: TrainingRows,
    private readonly seed: number,
  ) {
    this.everything = Int32Array.from({ length: data.rows.count }, (_, row) => row);
  }

  fit(intent: number): SvmSolution {
    const solution = emptySolution(this.data.rows);
    solveSvm(solution, this.data.rows, this.signsOf(intent), this.everything, this.randomOf(intent));
    return solution;
  }

  /** Asks the machine of an intent about rows that were held out of it. */
  ask(intent: number, support: SupportRows, holdouts: readonly Holdout[]): void {
    const { rows } = this.data;
    const signs = this.signsOf(intent);
    const whole = this.rebuild(support, signs);
    for (const holdout of holdouts) {
      if (!holdout.asks(intent)) continue;
      const solution = { weights: whole.weights.slice(), bias: whole.bias, alphas: whole.alphas.slice() };
      for (const row of holdout.held) removeRow(solution, rows, row, signs[row]!);
      solveSvm(solution, rows, signs, holdout.kept, this.randomOf(intent), HELD_OUT_EFFORT);
      holdout.held.forEach((row, at) => {
        holdout.tell(intent, at, solution.bias + rows.dot(solution.weights, row));
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

  private signsOf(intent: number): Int8Array {
    return Int8Array.from(this.data.intentOf, (other) => (other === intent ? 1 : -1));
  }

  private randomOf(intent: number): SeededRandom {
    return new SeededRandom(this.seed * 1_000_003 + intent);
  }
}

export function supportOf({ alphas }: SvmSolution): SupportRows {
  const rows = Int32Array.from(alphas.keys()).filter((row) => alphas[row]! > 0);
  return { rows, alphas: Float64Array.from(rows, (row) => alphas[row]!) };
}
