/** Which rows have a feature and how much of it, by feature: the values of a row in a byte each. */

export interface Postings {
  /** Where the postings of a feature start; one more than there are features. */
  starts: Uint32Array;
  rows: Uint16Array;
  /** Times `scale`. */
  values: Uint8Array;
  scale: number;
}

export const MAX_ROWS = 0xffff;
const LEVELS = 255;

export interface RowVector {
  ids: ArrayLike<number>;
  values: ArrayLike<number>;
}

/** Values are not negative. */
export function postingsOf(features: number, vectors: readonly RowVector[]): Postings {
  const starts = new Uint32Array(features + 1);
  let highest = 0;
  for (const { ids, values } of vectors) {
    for (let at = 0; at < ids.length; at++) {
      starts[ids[at]! + 1]!++;
      highest = Math.max(highest, values[at]!);
    }
  }
  for (let id = 0; id < features; id++) starts[id + 1]! += starts[id]!;
  const scale = highest / LEVELS || 1;
  const next = starts.slice();
  const rows = new Uint16Array(starts[features]!);
  const levels = new Uint8Array(starts[features]!);
  vectors.forEach(({ ids, values }, row) => {
    for (let at = 0; at < ids.length; at++) {
      const place = next[ids[at]!]!++;
      rows[place] = row;
      levels[place] = Math.round(values[at]! / scale);
    }
  });
  return { starts, rows, values: levels, scale };
}

/** Adds to `sums` for each row what it has of the feature, times `factor`. */
export function addPostings({ starts, rows, values, scale }: Postings, id: number, factor: number, sums: Float32Array) {
  const end = starts[id + 1]!;
  const unit = factor * scale;
  for (let at = starts[id]!; at < end; at++) sums[rows[at]!]! += unit * values[at]!;
}

export function postingBytes({ starts, rows, values }: Postings): number {
  return starts.byteLength + rows.byteLength + values.byteLength;
}
