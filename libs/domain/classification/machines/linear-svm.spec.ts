import { madeUpExamples } from '#testing/intents';
import { prepareRows } from '../examples/training-rows';
import { SparseRows } from '../features/sparse-rows';
import { SeededRandom } from '../seeded-random';
import { emptySolution, solveSvm } from './linear-svm';
import { type Holdout, OneVsRest, supportOf } from './one-vs-rest';

function rowsOf(vectors: readonly (readonly number[])[]): SparseRows {
  const columns = vectors[0]!.length;
  const ids = Int32Array.from({ length: columns }, (_, id) => id);
  return new SparseRows(
    columns,
    vectors.map((values) => ({ ids, values: Float32Array.from(values) })),
  );
}

describe('solveSvm', () => {
  it('finds the weights that solve a problem small enough for paper', () => {
    const rows = rowsOf([[1], [-1]]);
    const solution = emptySolution(rows);
    solveSvm(solution, rows, Int8Array.of(1, -1), Int32Array.of(0, 1), new SeededRandom(1));
    // Minimum of w²/2 + 2 (1 - w)²: w = 4/5, and the bias is zero by symmetry.
    expect(solution.weights[0]).toBeCloseTo(0.8, 1);
    expect(solution.bias).toBeCloseTo(0, 1);
  });

  it('parts what a line parts', () => {
    const points = Array.from({ length: 60 }, (_, at) => [at / 60, at % 2 === 0 ? 0.7 : -0.7]);
    const rows = rowsOf(points);
    const signs = Int8Array.from(points, (_, at) => (at % 2 === 0 ? 1 : -1));
    const solution = emptySolution(rows);
    solveSvm(solution, rows, signs, Int32Array.from(points.keys()), new SeededRandom(1));
    points.forEach((_, row) => {
      expect(Math.sign(rows.dot(solution.weights, row) + solution.bias)).toBe(signs[row]);
    });
  });
});

describe('OneVsRest', () => {
  it('says of held-out rows what machines say that have never seen them', () => {
    const data = prepareRows(madeUpExamples(300), 1, () => {});
    const claims = data.intents.map((_, intent) => ({ intents: [intent], share: 1 }));
    const machines = new OneVsRest(data, claims, 1);
    const everything = Int32Array.from({ length: data.rows.count }, (_, row) => row);
    const isHeld = (row: number) => row < 40;
    const told: number[] = [];
    const held = everything.filter(isHeld);
    const holdout: Holdout = {
      removed: held,
      held,
      kept: everything.filter((row) => !isHeld(row)),
      asks: () => true,
      tell: (_claim, _at, margin) => told.push(margin),
    };
    machines.ask(2, supportOf(machines.fit(2)), [holdout]);
    const fresh = emptySolution(data.rows);
    const signs = Int8Array.from(data.intentOf, (intent) => (intent === 2 ? 1 : -1));
    solveSvm(fresh, data.rows, signs, holdout.kept, new SeededRandom(9));
    const drift = told.map((margin, row) => Math.abs(margin - data.rows.dot(fresh.weights, row) - fresh.bias));
    expect(Math.max(...drift)).toBeLessThan(0.2);
  });
});
