import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type { TextEncoding } from '#infra/text-files';
import { offsetOf } from '#kernel';
import type { ImportListRequest, KnowledgeImport } from '../transfers.types';

export type NewImport = Pick<
  KnowledgeImport,
  'id' | 'teamId' | 'botId' | 'baseId' | 'mode' | 'onError' | 'format' | 'fileName' | 'fileBytes' | 'createdAt'
> & { encoding: TextEncoding; blobKey: string; leaseUntil: Date };

/** What names an import to a caller. */
export interface ImportAddress {
  teamId: string;
  baseId: string;
  id: string;
}

const COLUMNS = `id, team_id as "teamId", bot_id as "botId", base_id as "baseId", mode, on_error as "onError", format,
  file_name as "fileName", file_bytes as "fileBytes", status, stage, progress, row_count as "rowCount",
  json_build_object('read', read_count, 'added', added_count, 'updated', updated_count, 'unchanged', unchanged_count,
    'failed', failed_count, 'removed', removed_count) as counts,
  row_errors as "rowErrors", notice,
  case when error_code is not null then json_build_object('code', error_code, 'message', error_message) end as error,
  started_at as "startedAt", completed_at as "completedAt", created_at as "createdAt"`;

const LISTED = 'base_id = $1 and team_id = $2 and ($3::text is null or status = $3)';

@Injectable()
export class ImportsQueries {
  constructor(private readonly database: Database) {}

  /** Undefined when another one into the base is under way. By knowledge_import_active_key. */
  async insert(one: NewImport): Promise<KnowledgeImport | undefined> {
    const [row] = await this.database.query<KnowledgeImport>(
      `insert into knowledge_import (id, team_id, bot_id, base_id, mode, on_error, format, encoding, file_name, file_bytes,
         blob_key, lease_until, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
       on conflict (base_id) where status in ('queued', 'running') do nothing returning ${COLUMNS}`,
      [
        one.id,
        one.teamId,
        one.botId,
        one.baseId,
        one.mode,
        one.onError,
        one.format,
        one.encoding,
        one.fileName,
        one.fileBytes,
        one.blobKey,
        one.leaseUntil,
        one.createdAt,
      ],
    );
    return row;
  }

  /** Newest first. By knowledge_import_base_id_idx. */
  list(teamId: string, baseId: string, { status, ...page }: ImportListRequest): Promise<KnowledgeImport[]> {
    return this.database.query<KnowledgeImport>(
      `select ${COLUMNS} from knowledge_import where ${LISTED} order by id desc limit $4 offset $5`,
      [baseId, teamId, status ?? null, page.limit, offsetOf(page)],
    );
  }

  /** By knowledge_import_base_id_idx. */
  async count(teamId: string, baseId: string, status: string | undefined): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      `select count(*)::int as count from knowledge_import where ${LISTED}`,
      [baseId, teamId, status ?? null],
    );
    return row?.count ?? 0;
  }

  /** By knowledge_import's primary key, as are the two below. */
  async find({ teamId, baseId, id }: ImportAddress): Promise<KnowledgeImport | undefined> {
    const [row] = await this.database.query<KnowledgeImport>(
      `select ${COLUMNS} from knowledge_import where id = $1 and base_id = $2 and team_id = $3`,
      [id, baseId, teamId],
    );
    return row;
  }

  /** Undefined when it has ended already. Whichever run has it finds that it no longer has. */
  async cancel({ teamId, baseId, id }: ImportAddress, now: Date): Promise<KnowledgeImport | undefined> {
    const [row] = await this.database.query<KnowledgeImport>(
      `update knowledge_import set status = 'cancelled', stage = null, run_id = null, lease_until = null, completed_at = $4
       where id = $1 and base_id = $2 and team_id = $3 and status in ('queued', 'running') returning ${COLUMNS}`,
      [id, baseId, teamId, now],
    );
    return row;
  }

  /** Undefined when it has neither failed nor was cancelled, or its file is gone. It goes on where it stood. */
  async queueAgain({ teamId, baseId, id }: ImportAddress, leaseUntil: Date): Promise<KnowledgeImport | undefined> {
    const [row] = await this.database.query<KnowledgeImport>(
      `update knowledge_import set status = 'queued', run_count = 0, error_code = null, error_message = null,
         completed_at = null, lease_until = $4
       where id = $1 and base_id = $2 and team_id = $3 and status in ('failed', 'cancelled') and blob_key is not null
       returning ${COLUMNS}`,
      [id, baseId, teamId, leaseUntil],
    );
    return row;
  }
}
