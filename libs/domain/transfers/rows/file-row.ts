import type { RowValues } from './row-fields';

/** One row of a file, not yet looked at: rows that were written by an earlier run are passed over. */
export interface FileRow {
  /** As an editor or a spreadsheet counts: from 1, with the line of headings. */
  row: number;
  /** @throws RefusedRow when it cannot be read */
  read(): RowValues;
}
