import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type { TextEncoding } from '#infra/text-files';
import type { ImportCounts, ImportMode, ImportStage, OnError, RowError, TransferFormat } from '../transfers.types';

export interface ClaimedImport {
  id: string;
  teamId: string;
  baseId: string;
  mode: ImportMode;
  onError: OnError;
  format: TransferFormat;
  encoding: TextEncoding;
  fileBytes: number;
  blobKey: string;
  /** Null until the file was checked. */
  rowCount: number | null;
  /** Up to which rows are written. */
  lastRow: number;
  counts: ImportCounts;
  rowErrorCount: number;
  createdAt: Date;
  /** This one included; from the last one on that has written anything. */
  runCount: number;
}

/** Which run writes, and when. */
export interface RunPlace {
  importId: string;
  runId: string;
  now: Date;
  leaseUntil: Date;
}

export interface RunProgress {
  stage: ImportStage;
  progress: number;
}

/** What a batch of rows has come to. */
export interface BatchOutcome {
  counts: Omit<ImportCounts, 'removed'>;
  /** Of those that were refused, as many as are still told. */
  rowErrors: readonly RowError[];
}

const HELD = `id = $1 and run_id = $2 and status = 'running'`;

/** What runs write, each statement under the condition that the run still has the import. By its primary key. */
@Injectable()
export class RunningQueries {
  constructor(private readonly database: Database) {}

  /** Undefined when somebody else has it, or it has ended. */
  async claim({ importId, runId, now, leaseUntil }: RunPlace): Promise<ClaimedImport | undefined> {
    const [row] = await this.database.query<ClaimedImport>(
      `update knowledge_import set status = 'running', run_id = $2, run_count = run_count + 1, lease_until = $3,
         stage = case when row_count is null then 'checking' else 'writing' end, started_at = coalesce(started_at, $4)
       where id = $1 and status = 'queued'
       returning id, team_id as "teamId", base_id as "baseId", mode, on_error as "onError", format, encoding,
         file_bytes as "fileBytes", blob_key as "blobKey", row_count as "rowCount", last_row as "lastRow",
         json_build_object('read', read_count, 'added', added_count, 'updated', updated_count,
           'unchanged', unchanged_count, 'failed', failed_count, 'removed', removed_count) as counts,
         jsonb_array_length(row_errors) as "rowErrorCount", created_at as "createdAt", run_count as "runCount"`,
      [importId, runId, leaseUntil, now],
    );
    return row;
  }

  /** False when the run no longer has it. */
  async beat({ importId, runId, leaseUntil }: RunPlace, { stage, progress }: RunProgress): Promise<boolean> {
    const sql = `update knowledge_import set lease_until = $3, stage = $4, progress = greatest(progress, $5) where ${HELD}`;
    return (await this.database.execute(sql, [importId, runId, leaseUntil, stage, progress])) > 0;
  }

  /** All rows were looked at. False when the run no longer has it. */
  async setChecked({ importId, runId, leaseUntil }: RunPlace, rowCount: number, progress: number): Promise<boolean> {
    const sql = `update knowledge_import set row_count = $4, lease_until = $3, stage = 'writing',
      progress = greatest(progress, $5) where ${HELD}`;
    return (await this.database.execute(sql, [importId, runId, leaseUntil, rowCount, progress])) > 0;
  }

  /** In the transaction that writes the rows, as its last statement. False when the run no longer has it. */
  async advance(
    { importId, runId, leaseUntil }: RunPlace,
    rows: { from: number; to: number; progress: number },
    { counts, rowErrors }: BatchOutcome,
  ): Promise<boolean> {
    const count = await this.database.execute(
      `update knowledge_import set lease_until = $3, last_row = $5, stage = 'writing', progress = greatest(progress, $6),
         read_count = read_count + $7, added_count = added_count + $8, updated_count = updated_count + $9,
         unchanged_count = unchanged_count + $10, failed_count = failed_count + $11, row_errors = row_errors || $12::jsonb,
         run_count = 0
       where ${HELD} and last_row = $4`,
      [
        importId,
        runId,
        leaseUntil,
        rows.from,
        rows.to,
        rows.progress,
        counts.read,
        counts.added,
        counts.updated,
        counts.unchanged,
        counts.failed,
        JSON.stringify(rowErrors),
      ],
    );
    return count > 0;
  }

  /** In the transaction that removes what is not in the file, as its last statement. False when the run no longer has it. */
  async addRemoved({ importId, runId, leaseUntil }: RunPlace, removed: number, progress: number): Promise<boolean> {
    const sql = `update knowledge_import set lease_until = $3, removed_count = removed_count + $4, stage = 'removing',
      progress = greatest(progress, $5), run_count = 0 where ${HELD}`;
    return (await this.database.execute(sql, [importId, runId, leaseUntil, removed, progress])) > 0;
  }

  /** Its file is needed no more. False when the run no longer has it. */
  async complete({ importId, runId, now }: RunPlace, notice: string | null): Promise<boolean> {
    const count = await this.database.execute(
      `update knowledge_import set status = 'completed', stage = null, progress = 100, run_id = null, lease_until = null,
         completed_at = $3, notice = $4, blob_key = null
       where ${HELD}`,
      [importId, runId, now, notice],
    );
    return count > 0;
  }

  /** False when the run no longer has it. */
  async fail(
    { importId, runId, now }: RunPlace,
    error: { code: string; message: string },
    rowErrors: readonly RowError[],
  ): Promise<boolean> {
    const count = await this.database.execute(
      `update knowledge_import set status = 'failed', stage = null, run_id = null, lease_until = null, completed_at = $3,
         error_code = $4, error_message = $5, row_errors = row_errors || $6::jsonb
       where ${HELD}`,
      [importId, runId, now, error.code, error.message, JSON.stringify(rowErrors)],
    );
    return count > 0;
  }

  /** Back to those that wait; what is written stays written. `isCounted`: whether the run counts as one. */
  async release({ importId, runId, leaseUntil }: RunPlace, isCounted: boolean): Promise<void> {
    await this.database.execute(
      `update knowledge_import set status = 'queued', stage = null, run_id = null, lease_until = $3,
         run_count = greatest(run_count - $4::int, 0)
       where ${HELD}`,
      [importId, runId, leaseUntil, isCounted ? 0 : 1],
    );
  }

  /** Imports that nobody sees to any more, the longest forgotten first. By knowledge_import_lease_until_idx. */
  async reclaim(now: Date, leaseUntil: Date, limit: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `with lost as (
         select id from knowledge_import where status in ('queued', 'running') and lease_until < $1
         order by lease_until limit $3 for no key update skip locked
       )
       update knowledge_import i set status = 'queued', stage = null, run_id = null, lease_until = $2
       from lost where i.id = lost.id returning i.id`,
      [now, leaseUntil, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** What has not been completed and can be retried no longer. By knowledge_import_kept_idx. */
  async forgetFiles(endedBefore: Date): Promise<void> {
    await this.database.query(
      `with forgotten as (
         update knowledge_import set blob_key = null
         where blob_key is not null and status in ('failed', 'cancelled') and completed_at < $1 returning id
       )
       delete from knowledge_import_entry e using forgotten f where e.import_id = f.id`,
      [endedBefore],
    );
  }
}
