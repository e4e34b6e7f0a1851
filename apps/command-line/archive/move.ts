import { MIGRATIONS } from '#domain/migrations';
import {
  bringSchemaTo,
  type CopiedTable,
  migrate,
  readingTransaction,
  readTables,
  type TextRow,
} from '#infra/database';
import type { OpenedInstallation } from '../installation';
import { CommandFailure } from '../terminal/failure';
import type { Progress } from '../terminal/progress';
import type { TableContents } from './archive.types';
import { fillEverything } from './filling';
import { differences, digestEverything, readEverything } from './outgoing';

export interface Moved {
  /** What is on both sides. */
  tables: TableContents[];
  blobKeys: string[];
}

/**
 * Copies all rows from one database into another without a file in between, then reads both again and compares.
 *
 * @throws CommandFailure when they differ; the source is as it was in any case
 */
export async function moveRows(
  source: OpenedInstallation,
  target: OpenedInstallation,
  progress: Progress,
): Promise<Moved> {
  await migrate(source.database.dataSource, { migrations: MIGRATIONS });
  progress.begin('Making the tables');
  await bringSchemaTo(target.database.dataSource, MIGRATIONS);
  let moved: Moved | undefined;
  await fillEverything(target.database, (write) =>
    readingTransaction(source.database.dataSource, async (connection) => {
      const sink = (table: CopiedTable, rows: TextRow[]) =>
        write({ table: table.name, columns: table.columns.map(({ name }) => name), rows });
      const outgoing = await readEverything(connection, await readTables(connection), sink, progress);
      moved = outgoing;
      return outgoing.sequences;
    }),
  );
  const stored = await readingTransaction(target.database.dataSource, (connection) =>
    digestEverything(connection, progress),
  );
  const differing = differences(stored, moved!.tables);
  if (differing.length > 0) throw new CommandFailure(`The two databases differ in ${differing.join(', ')}.`);
  return moved!;
}

/** Copies files that rows name from one store into another. @returns how many were there */
export async function moveBlobs(
  source: OpenedInstallation,
  target: OpenedInstallation,
  keys: readonly string[],
  progress: Progress,
): Promise<number> {
  progress.begin('Copying files', keys.length);
  let copied = 0;
  for (const key of keys) {
    const blob = await source.blobs.get(key).catch((error: { kind?: string }) => {
      if (error.kind === 'not_found') return undefined;
      throw error;
    });
    if (blob) {
      await target.blobs.put(key, blob.stream, { mediaType: blob.mediaType });
      copied += 1;
    }
    progress.advance();
  }
  progress.end();
  return copied;
}
