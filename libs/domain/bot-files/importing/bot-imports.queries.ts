import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { offsetOf, type PageRequest } from '#kernel';
import type { BotImport, BotImportStage } from '../bot-files.types';

export interface NewBotImport extends Pick<BotImport, 'id' | 'teamId' | 'wantedName' | 'fileName' | 'fileBytes'> {
  blobKey: string;
  leaseUntil: Date;
  createdAt: Date;
}

export interface ClaimedBotImport {
  teamId: string;
  /** What an earlier run has begun. */
  botId: string | null;
  wantedName: string | null;
  blobKey: string;
  /** This one included. */
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
  stage: BotImportStage;
  progress: number;
}

const COLUMNS = `id, team_id as "teamId", bot_id as "botId", wanted_name as "wantedName", file_name as "fileName",
  file_bytes::float8 as "fileBytes", status, stage, progress, notes,
  case when error_code is null then null else json_build_object('code', error_code, 'message', error_message) end as error,
  started_at as "startedAt", completed_at as "completedAt", created_at as "createdAt"`;
const HELD = `id = $1 and run_id = $2 and status = 'running'`;

@Injectable()
export class BotImportsQueries {
  constructor(private readonly database: Database) {}

  async insert({ id, teamId, wantedName, fileName, fileBytes, blobKey, leaseUntil, createdAt }: NewBotImport) {
    const [row] = await this.database.query<BotImport>(
      `insert into bot_import (id, team_id, wanted_name, file_name, file_bytes, blob_key, lease_until, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) returning ${COLUMNS}`,
      [id, teamId, wantedName, fileName, fileBytes, blobKey, leaseUntil, createdAt],
    );
    return row!;
  }

  /** By bot_import_pkey. */
  async find(teamId: string, id: string): Promise<BotImport | undefined> {
    const [row] = await this.database.query<BotImport>(
      `select ${COLUMNS} from bot_import where id = $2 and team_id = $1`,
      [teamId, id],
    );
    return row;
  }

  /** Newest first. By bot_import_team_id_idx. */
  list(teamId: string, request: PageRequest): Promise<BotImport[]> {
    return this.database.query<BotImport>(
      `select ${COLUMNS} from bot_import where team_id = $1 order by id desc limit $2 offset $3`,
      [teamId, request.limit, offsetOf(request)],
    );
  }

  /** By bot_import_team_id_idx. */
  async count(teamId: string): Promise<number> {
    const sql = 'select count(*)::int as count from bot_import where team_id = $1';
    const [row] = await this.database.query<{ count: number }>(sql, [teamId]);
    return row?.count ?? 0;
  }

  /** Undefined when somebody else has it, or it has ended. By bot_import_pkey, as all that follow. */
  async claim({ importId, runId, now, leaseUntil }: RunPlace): Promise<ClaimedBotImport | undefined> {
    const [row] = await this.database.query<ClaimedBotImport>(
      `update bot_import set status = 'running', stage = 'checking', run_id = $2, run_count = run_count + 1, lease_until = $3,
         started_at = coalesce(started_at, $4)
       where id = $1 and status = 'queued'
       returning team_id as "teamId", bot_id as "botId", wanted_name as "wantedName", blob_key as "blobKey",
         run_count as "runCount"`,
      [importId, runId, leaseUntil, now],
    );
    return row;
  }

  /** False when the run no longer has it. */
  async beat({ importId, runId, leaseUntil }: RunPlace, { stage, progress }: RunProgress): Promise<boolean> {
    const sql = `update bot_import set lease_until = $3, stage = $4, progress = greatest(progress, $5) where ${HELD}`;
    return (await this.database.execute(sql, [importId, runId, leaseUntil, stage, progress])) > 0;
  }

  /** In the transaction that begins or deletes the bot. False when the run no longer has it. */
  async setBot({ importId, runId }: RunPlace, botId: string | null): Promise<boolean> {
    const sql = `update bot_import set bot_id = $3 where ${HELD}`;
    return (await this.database.execute(sql, [importId, runId, botId])) > 0;
  }

  /** In the transaction that enables the bot. Its file is needed no more. False when the run no longer has it. */
  async complete({ importId, runId, now }: RunPlace, notes: readonly string[]): Promise<boolean> {
    const count = await this.database.execute(
      `update bot_import set status = 'completed', stage = null, progress = 100, run_id = null, lease_until = null,
         completed_at = $3, notes = $4::jsonb, blob_key = null
       where ${HELD}`,
      [importId, runId, now, JSON.stringify(notes)],
    );
    return count > 0;
  }

  /** In the transaction that deletes the bot. False when the run no longer has it. */
  async fail({ importId, runId, now }: RunPlace, error: { code: string; message: string }): Promise<boolean> {
    const count = await this.database.execute(
      `update bot_import set status = 'failed', stage = null, run_id = null, lease_until = null, completed_at = $3,
         error_code = $4, error_message = $5, blob_key = null
       where ${HELD}`,
      [importId, runId, now, error.code, error.message],
    );
    return count > 0;
  }

  /** Back to those that wait. `isCounted`: whether the run counts as one. */
  async release({ importId, runId, leaseUntil }: RunPlace, isCounted: boolean): Promise<void> {
    await this.database.execute(
      `update bot_import set status = 'queued', stage = null, run_id = null, lease_until = $3,
         run_count = greatest(run_count - $4::int, 0)
       where ${HELD}`,
      [importId, runId, leaseUntil, isCounted ? 0 : 1],
    );
  }

  /** Imports that nobody sees to any more, the longest forgotten first. By bot_import_lease_until_idx. */
  async reclaim(now: Date, leaseUntil: Date, limit: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `with lost as (
         select id from bot_import where status in ('queued', 'running') and lease_until < $1
         order by lease_until limit $3 for no key update skip locked
       )
       update bot_import i set status = 'queued', stage = null, run_id = null, lease_until = $2
       from lost where i.id = lost.id returning i.id`,
      [now, leaseUntil, limit],
    );
    return rows.map(({ id }) => id);
  }
}
