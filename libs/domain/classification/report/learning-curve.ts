/**
 * How much more examples would help: the linear machines alone, trained on an eighth, a quarter and a half of what one fold
 * keeps, judged on what it holds out. With all of it they have been judged already. Each part holds the one before, so a
 * machine goes on from there.
 */

import type { JudgedVotes } from '../confidence/intent-probability';
import { NO_INTENT, type TrainingRows } from '../examples/training-rows';
import { inKeyOrder, rowsByIntent } from '../held-out/folds';
import { emptySolution, solveSvm } from '../machines/linear-svm';
import type { Claim } from '../machines/one-vs-rest';
import { SeededRandom } from '../seeded-random';
import type { LearningPoint } from './report.types';

const SHARES = [0.125, 0.25, 0.5];
/** Beside a network the halves are cheap; without one they would be a quarter of the work. */
const CHEAP_SHARES = [0.125, 0.25];
/** Below, all trainings are cheap. */
const FEW_ROWS = 2_000;
const FEWEST_HELD_OUT = 20;
/** Of an intent on average, in the smallest part. */
const FEWEST_EXAMPLES = 1;
/** As rough as the held-out machines, which are the last point. */
const EFFORT = { tolerance: 0.3, maxSweeps: 1 };

export interface Fold {
  /** Ascending, as is `held`. */
  kept: Int32Array;
  held: Int32Array;
  /** By all that is kept, of each row that is held. */
  votes(): readonly JudgedVotes[];
}

export interface Machines {
  data: TrainingRows;
  claims: readonly Claim[];
  seed: number;
}

export function learningCurveOf(
  machines: Machines,
  fold: Fold | undefined,
  hasNetwork: boolean,
  tell: (share: number) => void,
): LearningPoint[] {
  const { data } = machines;
  if (fold === undefined || data.intents.length < 2) return [];
  const held = fold.held.filter((row) => data.intentOf[row] !== NO_INTENT);
  const parts = partsOf(data, fold, hasNetwork ? SHARES : sharesFor(data));
  if (held.length < FEWEST_HELD_OUT || parts.length === 0) return [];
  const accuracies = accuraciesOf(machines, parts, held, tell);
  const points = parts.map((part, at) => ({ examples: inScopeOf(data, part), accuracy: accuracies[at]! }));
  const votes = fold.votes().filter(({ intent }) => intent !== NO_INTENT);
  const right = votes.filter(({ margins, intent }) => highestOf(margins) === intent).length;
  return [...points, { examples: inScopeOf(data, fold.kept), accuracy: right / votes.length }];
}

function sharesFor({ texts }: TrainingRows): number[] {
  return texts.length < FEW_ROWS ? SHARES : CHEAP_SHARES;
}

/** Rows to learn from, ascending, each part as much of every intent; without those that would have too few examples. */
function partsOf(data: TrainingRows, { kept }: Fold, shares: readonly number[]): Int32Array[] {
  const isKept = new Set(kept);
  const groups = [...rowsByIntent(data).values()].map((rows) =>
    inKeyOrder(
      rows.filter((row) => isKept.has(row)),
      data.keys,
    ),
  );
  const average = inScopeOf(data, kept) / data.intents.length;
  // Names of intents, which teach beside any examples, and the empty row.
  const others = kept.filter((row) => row >= data.texts.length);
  return shares
    .filter((share) => share * average >= FEWEST_EXAMPLES)
    .map((share) => {
      const rows = groups.flatMap((group) => group.slice(0, Math.max(1, Math.round(share * group.length))));
      return Int32Array.from([...rows, ...others]).sort();
    });
}

/** How often the machines are right after each part. */
function accuraciesOf(
  { data, claims, seed }: Machines,
  parts: readonly Int32Array[],
  held: Int32Array,
  tell: (share: number) => void,
): number[] {
  const margins = parts.map(() => Array.from(held, () => new Float32Array(data.intents.length)));
  claims.forEach(({ intents, share }, claim) => {
    tell(claim / claims.length);
    const claimed = new Set(intents);
    const signs = Int8Array.from(data.intentOf, (intent) => (claimed.has(intent) ? 1 : -1));
    const solution = emptySolution(data.rows);
    const random = new SeededRandom(seed * 1_000_003 + claim);
    parts.forEach((part, at) => {
      solveSvm(solution, data.rows, signs, part, random, EFFORT);
      held.forEach((row, place) => {
        const margin = share * (solution.bias + data.rows.dot(solution.weights, row));
        for (const intent of intents) margins[at]![place]![intent]! += margin;
      });
    });
  });
  return margins.map((said) => {
    const right = held.filter((row, place) => highestOf(said[place]!) === data.intentOf[row]).length;
    return right / held.length;
  });
}

function inScopeOf({ intentOf, texts }: TrainingRows, rows: Int32Array): number {
  return rows.filter((row) => row < texts.length && intentOf[row] !== NO_INTENT).length;
}

function highestOf(margins: Float32Array): number {
  return margins.reduce((best, margin, intent) => (margin > margins[best]! ? intent : best), 0);
}
