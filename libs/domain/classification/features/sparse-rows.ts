import type { SparseVector } from './vocabulary';

/** Many sparse vectors in one block of memory (compressed sparse rows). */
export class SparseRows {
  readonly starts: Uint32Array;
  readonly ids: Int32Array;
  readonly values: Float32Array;
  /** Squared lengths of the rows. */
  readonly squares: Float32Array;

  constructor(
    /** One more than the largest index. */
    readonly columns: number,
    vectors: readonly SparseVector[],
  ) {
    const entries = vectors.reduce((sum, vector) => sum + vector.ids.length, 0);
    this.starts = new Uint32Array(vectors.length + 1);
    this.ids = new Int32Array(entries);
    this.values = new Float32Array(entries);
    this.squares = new Float32Array(vectors.length);
    vectors.forEach(({ ids, values }, row) => {
      const start = this.starts[row]!;
      this.ids.set(ids, start);
      this.values.set(values, start);
      this.squares[row] = values.reduce((sum, value) => sum + value * value, 0);
      this.starts[row + 1] = start + ids.length;
    });
  }

  get count(): number {
    return this.squares.length;
  }

  get byteLength(): number {
    return this.starts.byteLength + this.ids.byteLength + this.values.byteLength + this.squares.byteLength;
  }

  dot(weights: Float64Array | Float32Array, row: number): number {
    let sum = 0;
    const end = this.starts[row + 1]!;
    for (let i = this.starts[row]!; i < end; i++) sum += weights[this.ids[i]!]! * this.values[i]!;
    return sum;
  }

  addTo(weights: Float64Array | Float32Array, row: number, factor: number): void {
    const end = this.starts[row + 1]!;
    for (let i = this.starts[row]!; i < end; i++) weights[this.ids[i]!]! += factor * this.values[i]!;
  }
}
