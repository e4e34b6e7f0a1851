/** What a run does with its import: it looks at all rows, writes them, and in the end removes what it is to replace. */
import { Injectable } from '@nestjs/common';
import { BulkItems } from '#domain/documents';
import { KnowledgeBasesService } from '#domain/knowledge';
import { BulkQuestions } from '#domain/questions';
import { Database } from '#infra/database';
import type { Actor } from '#kernel';
import { BlobStore } from '#providers/blob-store';
import type { FileRow } from '../rows/file-row';
import { readRows } from '../rows/read-rows';
import { transferErrors } from '../transfers.errors';
import { IMPORT_LIMITS, type RowError } from '../transfers.types';
import { BatchWriting } from './batch-writing.service';
import { EntriesQueries } from './entries.queries';
import type { ImportRun } from './import-run';
import { batchesOf, type RowBatch, readRow } from './row-batches';
import { type ClaimedImport, RunningQueries } from './running.queries';

/** The shares of the work, in percent, when the file was checked and when all rows are written. */
const PROGRESS_CHECKED = 10;
const PROGRESS_WRITTEN = 95;
const PROGRESS_REMOVING = 97;
/** Some hundred milliseconds, for which others on the embedded database wait. */
const REMOVED_AT_ONCE = 250;
/** Between two looks at whether anybody wants the run to end: reading is quicker than any disk. */
const ROWS_A_TURN = 200;
const NOTHING_REMOVED =
  'Nothing was removed: rows were refused, and what they stand for cannot be told from what is not in the file. ' +
  'Mend those rows and import the file again.';
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** The import was to stop at the first row that is refused. */
export class RowRefusedError extends Error {
  constructor(readonly row: RowError) {
    super(row.message);
  }
}

@Injectable()
export class ImportSteps {
  constructor(
    private readonly bases: KnowledgeBasesService,
    private readonly items: BulkItems,
    private readonly questions: BulkQuestions,
    private readonly writing: BatchWriting,
    private readonly entries: EntriesQueries,
    private readonly queries: RunningQueries,
    private readonly blobs: BlobStore,
    private readonly database: Database,
  ) {}

  /** @throws TakenAwayError, RowRefusedError; `transfers.*` for a file that cannot be imported; what may pass */
  async take(run: ImportRun, claimed: ClaimedImport): Promise<void> {
    const rowCount = claimed.rowCount ?? (await this.check(run, claimed));
    const failed = await this.write(run, claimed, rowCount);
    const isReplacing = claimed.mode === 'replace';
    if (isReplacing && failed === 0) await this.removeOthers(run, claimed);
    await this.complete(run, isReplacing && failed > 0 ? NOTHING_REMOVED : null);
  }

  /** So that a file which is no good as a whole, or a row that is to stop all, is found before anything is written. */
  private async check(run: ImportRun, claimed: ClaimedImport): Promise<number> {
    let rowCount = 0;
    let bytes = 0;
    for await (const row of this.rowsOf(run, claimed, (read) => (bytes = read))) {
      rowCount += 1;
      if (rowCount > IMPORT_LIMITS.rows) throw tooManyRows();
      const read = claimed.onError === 'stop' ? readRow(row) : undefined;
      if (read && 'message' in read) throw new RowRefusedError(read);
      run.reach({ stage: 'checking', progress: Math.floor((PROGRESS_CHECKED * bytes) / claimed.fileBytes) });
    }
    if (rowCount === 0) throw transferErrors.no_rows();
    run.requireHeld(await this.queries.setChecked(run.place, rowCount, PROGRESS_CHECKED));
    return rowCount;
  }

  /** Gives how many rows were refused, by earlier runs too. */
  private async write(run: ImportRun, claimed: ClaimedImport, rowCount: number): Promise<number> {
    const state = { lastRow: claimed.lastRow, read: claimed.counts.read, failed: claimed.counts.failed, told: 0 };
    state.told = claimed.rowErrorCount;
    for await (const batch of batchesOf(this.rowsOf(run, claimed), claimed.lastRow)) {
      run.signal.throwIfAborted();
      const size = batch.rows.length + batch.refused.length;
      const share = (state.read + size) / rowCount;
      const progress = Math.floor(PROGRESS_CHECKED + (PROGRESS_WRITTEN - PROGRESS_CHECKED) * share);
      const rows = { from: state.lastRow, to: batch.lastRow, progress };
      const errors = await this.writeBatch(run, claimed, { batch, rows, told: state.told });
      run.reach({ stage: 'writing', progress });
      state.lastRow = batch.lastRow;
      state.read += size;
      state.failed += errors;
      state.told = Math.min(IMPORT_LIMITS.errors, state.told + errors);
    }
    return state.failed;
  }

  /** Gives how many rows were refused. */
  private writeBatch(
    run: ImportRun,
    { teamId, baseId, id: importId, onError }: ClaimedImport,
    { batch, rows, told }: { batch: RowBatch; rows: { from: number; to: number; progress: number }; told: number },
  ): Promise<number> {
    const actor = systemOf(teamId);
    return this.database.transaction(async () => {
      await this.bases.hold(actor, baseId);
      const { counts, rowErrors } = await this.writing.write({ actor, importId, baseId }, batch);
      const [first] = rowErrors;
      if (first && onError === 'stop') throw new RowRefusedError(first);
      const outcome = { counts, rowErrors: rowErrors.slice(0, IMPORT_LIMITS.errors - told) };
      run.requireHeld(await this.queries.advance(run.place, rows, outcome));
      return counts.failed;
    });
  }

  /** In portions, each searchable at once; a run that comes after a dead one goes on with what is left. */
  private async removeOthers(run: ImportRun, { teamId, baseId, createdAt }: ClaimedImport): Promise<void> {
    const actor = systemOf(teamId);
    const base = { importId: run.importId, baseId, before: createdAt };
    run.reach({ stage: 'removing', progress: PROGRESS_REMOVING });
    const others = [
      { find: this.entries.otherItems.bind(this.entries), remove: this.items.remove.bind(this.items) },
      { find: this.entries.otherQuestions.bind(this.entries), remove: this.questions.remove.bind(this.questions) },
    ];
    for (const { find, remove } of others) {
      for (let after = FIRST_ID; ; ) {
        run.signal.throwIfAborted();
        const ids = await find(base, after, REMOVED_AT_ONCE);
        if (ids.length === 0) break;
        await this.database.transaction(async () => {
          const removed = await remove(actor, baseId, ids);
          run.requireHeld(await this.queries.addRemoved(run.place, removed, PROGRESS_REMOVING));
        });
        after = ids.at(-1)!;
      }
    }
  }

  private complete(run: ImportRun, notice: string | null): Promise<void> {
    return this.database.transaction(async () => {
      run.requireHeld(await this.queries.complete(run.place, notice));
      await this.entries.delete(run.importId);
    });
  }

  private async *rowsOf(
    run: ImportRun,
    { blobKey, format, encoding }: ClaimedImport,
    onRead: (bytes: number) => void = () => undefined,
  ): AsyncGenerator<FileRow> {
    const { stream } = await this.blobs.get(blobKey, { signal: run.signal });
    try {
      let rows = 0;
      for await (const row of readRows({ stream, format, encoding, onRead })) {
        yield row;
        rows += 1;
        if (rows % ROWS_A_TURN === 0) await turn(run.signal);
      }
    } finally {
      stream.destroy();
    }
  }
}

/** Others of the process have their turn. */
async function turn(signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  await new Promise((resolve) => setImmediate(resolve));
}

function systemOf(teamId: string): Actor {
  return { kind: 'system', teamId, plan: 'free' };
}

function tooManyRows() {
  const most = IMPORT_LIMITS.rows.toLocaleString('en-US');
  return transferErrors.too_many_rows({ message: `A file may have ${most} rows; this one has more.` });
}
