/** What one row of a file says of a question, in the fields of `NewQuestion`, not yet checked. */
export interface ImportedRow {
  /** As a spreadsheet or an editor counts it: from 1, with the line of headings. */
  row: number;
  value: Record<string, unknown>;
}

/** A row that cannot be read at all. */
export interface UnreadableRow {
  row: number;
  message: string;
}

export interface ReadRows {
  rows: ImportedRow[];
  unreadable: UnreadableRow[];
}
