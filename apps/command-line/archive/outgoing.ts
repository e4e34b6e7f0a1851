import {
  type CopiedSequence,
  type CopiedTable,
  type CopyConnection,
  guessRows,
  RowDigest,
  readRows,
  readSequences,
  readTables,
  type TextRow,
} from '#infra/database';
import type { Progress } from '../terminal/progress';
import type { TableContents } from './archive.types';

/** Whoever keeps a file in the blob store names it in a column of this name. */
const BLOB_KEY_COLUMN = 'blob_key';

export interface Outgoing {
  tables: TableContents[];
  sequences: CopiedSequence[];
  /** That rows name. */
  blobKeys: string[];
}

export type RowSink = (table: CopiedTable, rows: TextRow[]) => Promise<void>;

/** Gives every row of every table to `sink`. To be called within a consistent view. */
export async function readEverything(
  connection: CopyConnection,
  tables: readonly CopiedTable[],
  sink: RowSink,
  progress: Progress,
): Promise<Outgoing> {
  const guesses = await guessRows(connection);
  progress.begin('Reading rows', sum([...guesses.values()]));
  const contents: TableContents[] = [];
  const blobKeys = new Set<string>();
  for (const table of tables) {
    const digest = new RowDigest();
    const blobColumn = table.columns.findIndex(({ name }) => name === BLOB_KEY_COLUMN);
    for await (const rows of readRows(connection, table)) {
      for (const row of rows) {
        digest.add(row);
        const key = row[blobColumn];
        if (key) blobKeys.add(key);
      }
      await sink(table, rows);
      progress.advance(rows.length);
    }
    contents.push({ name: table.name, rows: digest.rows, digest: digest.digest });
  }
  progress.end();
  return { tables: contents, sequences: await readSequences(connection), blobKeys: [...blobKeys].sort() };
}

/** Counts and digests of what a database holds now. */
export async function digestEverything(connection: CopyConnection, progress: Progress): Promise<TableContents[]> {
  const { tables } = await readEverything(connection, await readTables(connection), async () => undefined, progress);
  return tables;
}

/** Names of the tables whose rows are not the same on both sides. */
export function differences(left: readonly TableContents[], right: readonly TableContents[]): string[] {
  const names = new Set([...left, ...right].map(({ name }) => name));
  const of = (tables: readonly TableContents[], name: string) => tables.find((table) => table.name === name);
  return [...names].filter((name) => of(left, name)?.digest !== of(right, name)?.digest);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
