/** Fits the machine of one question after the other, each against the phrasings that are most like its own. */
import { emptySolution, SeededRandom, SparseRows, type SvmSolution, solveSvm } from '#domain/classification';
import type { Machines } from './classifier-parts';
import type { SparseVector } from './feature-table';
import { addPostings, type Postings } from './postings';

/** Others are told apart without being looked at. The more questions, the fewer of them, so that the work grows in proportion. */
const rivalRows = { most: 200, least: 80, ofAll: 40_000 } as const;
/** A rough optimum ranks as well: the margin is one sign among several. */
const EFFORT = { tolerance: 0.2, maxSweeps: 4 };
/** In large bases what more rows than this have tells nothing about who the rivals are. */
const MAX_ROWS_OF_A_FEATURE = 500;
/** Of a machine; those that count least go first. */
const MAX_SUPPORT_ROWS = 256;

export class MachineShop {
  private readonly rows: SparseRows;
  /** The last row is empty and of no question: a text of which nothing is known belongs nowhere. */
  private readonly emptyRow: number;
  private readonly solution: SvmSolution;
  private readonly signs: Int8Array;
  private readonly maxRivals: number;
  private readonly fitted: { rows: number[]; weights: number[]; bias: number }[] = [];

  constructor(
    features: number,
    private readonly vectors: readonly SparseVector[],
    private readonly postings: Postings,
    private readonly rowStarts: Uint32Array,
  ) {
    const sparse = vectors.map(({ ids, values }) => ({
      ids: Int32Array.from(ids),
      values: Float32Array.from(values),
    }));
    this.rows = new SparseRows(features, [...sparse, { ids: new Int32Array(0), values: new Float32Array(0) }]);
    this.emptyRow = vectors.length;
    this.solution = emptySolution(this.rows);
    this.signs = new Int8Array(this.rows.count).fill(-1);
    const share = Math.floor(rivalRows.ofAll / Math.max(1, rowStarts.length - 1));
    this.maxRivals = Math.max(rivalRows.least, Math.min(rivalRows.most, share));
  }

  get machines(): Machines {
    const counts = this.fitted.map(({ rows }) => rows.length);
    const starts = new Uint32Array(counts.length + 1);
    counts.forEach((count, at) => {
      starts[at + 1] = starts[at]! + count;
    });
    return {
      starts,
      rows: Uint16Array.from(this.fitted.flatMap(({ rows }) => rows)),
      weights: Float32Array.from(this.fitted.flatMap(({ weights }) => weights)),
      biases: Float32Array.from(this.fitted, ({ bias }) => bias),
    };
  }

  fit(question: number): void {
    const [from, to] = [this.rowStarts[question]!, this.rowStarts[question + 1]!];
    const chosen = Int32Array.from([...range(from, to), ...this.rivals(from, to), this.emptyRow]).sort();
    const { solution, signs } = this;
    signs.fill(1, from, to);
    solveSvm(solution, this.rows, signs, chosen, new SeededRandom(question + 1), EFFORT);
    const support = [...chosen]
      .filter((row) => row !== this.emptyRow && solution.alphas[row]! > 0)
      .sort((a, b) => solution.alphas[b]! - solution.alphas[a]!)
      .slice(0, MAX_SUPPORT_ROWS);
    this.fitted.push({
      rows: support,
      weights: support.map((row) => solution.alphas[row]! * signs[row]!),
      bias: solution.bias,
    });
    signs.fill(-1, from, to);
    this.clear(chosen);
  }

  private rivals(from: number, to: number): number[] {
    const all = this.vectors.length;
    if (all <= this.maxRivals) return [...range(0, from), ...range(to, all)];
    const likeness = new Float32Array(all);
    for (let row = from; row < to; row++) {
      const { ids, values } = this.vectors[row]!;
      ids.forEach((id, at) => {
        const { starts } = this.postings;
        if (starts[id + 1]! - starts[id]! <= MAX_ROWS_OF_A_FEATURE) {
          addPostings(this.postings, id, values[at]!, likeness);
        }
      });
    }
    likeness.fill(0, from, to);
    const least = Math.max(likeness.toSorted()[all - this.maxRivals]!, Number.MIN_VALUE);
    const rivals: number[] = [];
    for (let row = 0; row < all && rivals.length < this.maxRivals; row++) if (likeness[row]! >= least) rivals.push(row);
    return rivals;
  }

  /** Only what the chosen rows have touched: the whole would be most of the work in a large base. */
  private clear(chosen: Int32Array): void {
    for (const row of chosen) {
      this.solution.alphas[row] = 0;
      for (const id of this.vectors[row]?.ids ?? []) this.solution.weights[id] = 0;
    }
    this.solution.bias = 0;
  }
}

function* range(from: number, to: number): Generator<number> {
  for (let at = from; at < to; at++) yield at;
}
