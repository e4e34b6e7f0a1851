import { escapeIdentifier } from 'pg';
import type { CopyConnection } from './copy-connection';
import type { CopiedTable } from './layout.queries';
import type { TextRow } from './row-digest';

/** Puts rows in, numbers of identity columns as they were. Each column is one array of texts, cast by the server. */
export async function writeRows(
  connection: CopyConnection,
  { name, columns }: CopiedTable,
  rows: readonly TextRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const names = columns.map((column) => escapeIdentifier(column.name));
  const arrays = columns.map((_, at) => `$${at + 1}::text[]`);
  const values = columns.map(({ type }, at) => `r.c${at}::${type}`);
  await connection.query(
    `insert into public.${escapeIdentifier(name)} (${names.join(', ')}) overriding system value
     select ${values.join(', ')} from unnest(${arrays.join(', ')}) as r(${columns.map((_, at) => `c${at}`).join(', ')})`,
    columns.map((_, at) => rows.map((row) => row[at] ?? null)),
  );
}
