/** Rows of a file -> batches that one transaction takes. */
import { type CheckedRow, checkedRow, RefusedRow } from '../rows/checked-row';
import type { FileRow } from '../rows/file-row';
import type { RowError } from '../transfers.types';

/** Some hundred milliseconds of work, for which others on the embedded database wait. */
export const BATCH_LIMITS = { rows: 64, chars: 250_000, passages: 256 };

export type NumberedRow = CheckedRow & { row: number };

export interface RowBatch {
  rows: NumberedRow[];
  refused: RowError[];
  /** The last of them, refused ones too. */
  lastRow: number;
}

/** @param lastRow those up to this one are passed over, unread */
export async function* batchesOf(rows: AsyncIterable<FileRow>, lastRow: number): AsyncGenerator<RowBatch> {
  let batch = new BatchBuilder();
  for await (const one of rows) {
    if (one.row <= lastRow) continue;
    batch.add(one);
    if (!batch.isFull) continue;
    yield batch;
    batch = new BatchBuilder();
  }
  if (batch.lastRow > 0) yield batch;
}

class BatchBuilder implements RowBatch {
  readonly rows: NumberedRow[] = [];
  readonly refused: RowError[] = [];
  lastRow = 0;
  private chars = 0;
  private passages = 0;

  get isFull(): boolean {
    const rows = this.rows.length + this.refused.length;
    return rows >= BATCH_LIMITS.rows || this.chars >= BATCH_LIMITS.chars || this.passages >= BATCH_LIMITS.passages;
  }

  add(one: FileRow): void {
    this.lastRow = one.row;
    const read = readRow(one);
    if ('message' in read) {
      this.refused.push(read);
      return;
    }
    this.rows.push(read);
    this.chars += read.type === 'item' ? read.item.content.length : read.question.answer.length;
    this.passages += read.type === 'item' ? 1 : read.question.phrasings.length;
  }
}

/** Or why it is refused. */
export function readRow(one: FileRow): NumberedRow | RowError {
  try {
    return { ...checkedRow(one.read()), row: one.row };
  } catch (error) {
    if (!(error instanceof RefusedRow)) throw error;
    return { row: one.row, message: error.message };
  }
}
