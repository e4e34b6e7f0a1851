import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type { ExportStage } from '../team-data.types';

export interface ClaimedExport {
  id: string;
  teamId: string;
  createdAt: Date;
  /** This one included. */
  runCount: number;
}

/** Which run writes, and when. */
export interface RunPlace {
  exportId: string;
  runId: string;
  now: Date;
  leaseUntil: Date;
}

export interface RunProgress {
  stage: ExportStage;
  progress: number;
}

export interface FinishedArchive {
  blobKey: string;
  archiveBytes: number;
  rowCount: number;
  fileCount: number;
  expiresAt: Date;
}

const HELD = `id = $1 and run_id = $2 and status = 'running'`;

/** What runs write, each statement under the condition that the run still has the export. By its primary key. */
@Injectable()
export class RunningQueries {
  constructor(private readonly database: Database) {}

  /** Undefined when somebody else has it, or it has ended. */
  async claim({ exportId, runId, now, leaseUntil }: RunPlace): Promise<ClaimedExport | undefined> {
    const [row] = await this.database.query<ClaimedExport>(
      `update team_export set status = 'running', run_id = $2, run_count = run_count + 1, lease_until = $3,
         stage = 'rows', progress = 0, started_at = coalesce(started_at, $4)
       where id = $1 and status = 'queued'
       returning id, team_id as "teamId", created_at as "createdAt", run_count as "runCount"`,
      [exportId, runId, leaseUntil, now],
    );
    return row;
  }

  /** False when the run no longer has it. */
  async beat({ exportId, runId, leaseUntil }: RunPlace, { stage, progress }: RunProgress): Promise<boolean> {
    const sql = `update team_export set lease_until = $3, stage = $4, progress = greatest(progress, $5) where ${HELD}`;
    return (await this.database.execute(sql, [exportId, runId, leaseUntil, stage, progress])) > 0;
  }

  /** False when the run no longer has it. */
  async complete({ exportId, runId, now }: RunPlace, archive: FinishedArchive): Promise<boolean> {
    const { blobKey, archiveBytes, rowCount, fileCount, expiresAt } = archive;
    const count = await this.database.execute(
      `update team_export set status = 'completed', stage = null, progress = 100, run_id = null, lease_until = null,
         completed_at = $3, blob_key = $4, archive_bytes = $5, row_count = $6, file_count = $7, expires_at = $8
       where ${HELD}`,
      [exportId, runId, now, blobKey, archiveBytes, rowCount, fileCount, expiresAt],
    );
    return count > 0;
  }

  async fail({ exportId, runId, now }: RunPlace, error: { code: string; message: string }): Promise<boolean> {
    const count = await this.database.execute(
      `update team_export set status = 'failed', stage = null, run_id = null, lease_until = null, completed_at = $3,
         error_code = $4, error_message = $5
       where ${HELD}`,
      [exportId, runId, now, error.code, error.message],
    );
    return count > 0;
  }

  /** Back to those that wait. `isCounted`: whether the run counts as one. */
  async release({ exportId, runId, leaseUntil }: RunPlace, isCounted: boolean): Promise<void> {
    await this.database.execute(
      `update team_export set status = 'queued', stage = null, progress = 0, run_id = null, lease_until = $3,
         run_count = greatest(run_count - $4::int, 0)
       where ${HELD}`,
      [exportId, runId, leaseUntil, isCounted ? 0 : 1],
    );
  }

  /** Exports that nobody sees to any more, the longest forgotten first. By team_export_lease_until_idx. */
  async reclaim(now: Date, leaseUntil: Date, limit: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `with lost as (
         select id from team_export where status in ('queued', 'running') and lease_until < $1
         order by lease_until limit $3 for no key update skip locked
       )
       update team_export e set status = 'queued', stage = null, run_id = null, lease_until = $2
       from lost where e.id = lost.id returning e.id`,
      [now, leaseUntil, limit],
    );
    return rows.map(({ id }) => id);
  }
}
