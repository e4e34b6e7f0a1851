import { escapeIdentifier } from 'pg';
import type { CopyConnection } from './copy-connection';
import type { CopiedTable } from './layout.queries';
import type { TextRow } from './row-digest';

/** Rows of one answer: so many that they come to about this many characters. */
const BATCH_CHARACTERS = 512 * 1024;
const FIRST_BATCH_ROWS = 8;
const MAX_BATCH_ROWS = 4_000;

/**
 * The rows of a table as text, a few hundred kilobytes at a time, whatever a row weighs. To be called within a reading
 * transaction, one table after the other.
 */
export async function* readRows(connection: CopyConnection, table: CopiedTable): AsyncGenerator<TextRow[]> {
  const columns = table.columns.map(({ name }) => `${escapeIdentifier(name)}::text`);
  await connection.query(
    `declare rows_of_table no scroll cursor for select ${columns.join(', ')} from public.${escapeIdentifier(table.name)}`,
  );
  try {
    for (let count = FIRST_BATCH_ROWS; ; ) {
      const text = `fetch forward ${count} from rows_of_table`;
      const { rows } = await connection.query<Array<string | null>>({ text, rowMode: 'array' });
      if (rows.length > 0) yield rows;
      if (rows.length < count) return;
      count = nextCount(count, rows);
    }
  } finally {
    // Fails in a transaction that has failed, which closes it, too.
    await connection.query('close rows_of_table').catch(() => undefined);
  }
}

function nextCount(count: number, rows: readonly TextRow[]): number {
  let characters = 1;
  for (const row of rows) for (const value of row) characters += value?.length ?? 0;
  const fitting = Math.floor((count * BATCH_CHARACTERS) / characters);
  return Math.min(MAX_BATCH_ROWS, 4 * count, Math.max(1, fitting));
}
