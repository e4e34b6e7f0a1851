import {
  beginFilling,
  type CopiedSequence,
  type CopiedTable,
  type CopyConnection,
  type Database,
  endFilling,
  readTables,
  type TextRow,
  writeRows,
  writeSequences,
  writingTransaction,
} from '#infra/database';
import { CommandFailure } from '../terminal/failure';

export interface Rows {
  table: string;
  /** In which the values of a row stand. */
  columns: readonly string[];
  rows: readonly TextRow[];
}

/** Puts a batch of rows into the database. */
export type Write = (batch: Rows) => Promise<void>;

/** Replaces all rows of the database by those that `feed` writes: all of them or, when it fails, none. */
export async function fillEverything(
  { dataSource }: Database,
  feed: (write: Write) => Promise<readonly CopiedSequence[]>,
): Promise<void> {
  await writingTransaction(dataSource, async (connection) => {
    const tables = new Map((await readTables(connection)).map((table) => [table.name, table]));
    const foreignKeys = await beginFilling(connection);
    const sequences = await feed((batch) => write(connection, tables, batch));
    await writeSequences(connection, sequences);
    await endFilling(connection, foreignKeys);
  });
  // So that the first questions are planned well, too.
  await writingTransaction(dataSource, (connection) => connection.query('analyze'));
}

async function write(
  connection: CopyConnection,
  tables: ReadonlyMap<string, CopiedTable>,
  { table: name, columns, rows }: Rows,
): Promise<void> {
  const table = tables.get(name);
  const given = columns.map((column) => table?.columns.find((known) => known.name === column));
  const known = given.filter((column) => column !== undefined);
  if (!table || known.length !== columns.length || known.length !== table.columns.length) {
    throw new CommandFailure(`The table ${name} has other columns in the database than in what was to be put into it.`);
  }
  await writeRows(connection, { name, columns: known }, rows);
}
