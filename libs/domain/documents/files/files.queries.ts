import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type { UploadState } from '../ingestion/uploads.types';
import type { FileState } from './files.types';

/** A file, or a text that was sent as one; where its bytes are. */
export interface FileRow {
  id: string;
  teamId: string;
  botId: string;
  baseId: string;
  kind: 'file' | 'text';
  title: string;
  format: string | null;
  tags: string[];
  metadata: Record<string, unknown>;
  /** Of what was sent last. */
  uploadState: UploadState;
  state: FileState;
  passageCount: number;
  sizeBytes: number;
  error: { code: string; message: string } | null;
  createdAt: Date;
  updatedAt: Date;
  name: string | null;
  description: string | null;
  blobKey: string | null;
}

/** Whose files: of one bot, when only that is the caller's to see. */
export interface FileOwner {
  teamId: string;
  botId: string | null;
}

/** What is found of a version before is there, whatever became of the one that was to replace it. */
const STATE = `case when d.state in ('queued', 'running') then 'processing' when d.state = 'ready' or d.version > 0 then 'completed'
  else 'failed' end`;

const COLUMNS = `d.id, d.team_id as "teamId", d.bot_id as "botId", d.base_id as "baseId", d.kind, d.title, d.format, d.tags,
  d.metadata, d.state as "uploadState", ${STATE} as state, d.passage_count as "passageCount", d.source_bytes as "sizeBytes",
  case when d.error_code is not null then json_build_object('code', d.error_code, 'message', d.error_message) end as error,
  d.created_at as "createdAt", d.updated_at as "updatedAt", s.file_name as name, s.description, s.blob_key as "blobKey"`;

/** What is found of a document; what it is to be made of, as long as nothing is found. */
const SOURCE = 'join document_source s on s.document_id = d.id and s.version = greatest(d.version, 1)';

@Injectable()
export class FilesQueries {
  constructor(private readonly database: Database) {}

  /** By document's and document_source's primary keys. */
  find({ teamId, botId }: FileOwner, ids: readonly string[]): Promise<FileRow[]> {
    return this.database.query<FileRow>(
      `select ${COLUMNS} from document d ${SOURCE}
       where d.id = any ($1::uuid[]) and d.team_id = $2 and ($3::uuid is null or d.bot_id = $3)`,
      [ids, teamId, botId],
    );
  }

  /** Newest first, with how many there are altogether. By document_bot_id_idx. */
  async list(
    { teamId, botId }: FileOwner,
    state: FileState | null,
    { limit, offset }: { limit: number; offset: number },
  ): Promise<{ files: FileRow[]; total: number }> {
    const isWanted = `d.bot_id = $1 and d.team_id = $2 and d.kind = 'file' and ($3::text is null or ${STATE} = $3)`;
    const files = await this.database.query<FileRow>(
      `select ${COLUMNS} from document d ${SOURCE}
       where ${isWanted} order by d.id desc limit $4 offset $5`,
      [botId, teamId, state, limit, offset],
    );
    const [row] = await this.database.query<{ count: number }>(
      `select count(*)::int as count from document d where ${isWanted}`,
      [botId, teamId, state],
    );
    return { files, total: row?.count ?? 0 };
  }

  /** Of a document whose bytes stand in its row. By document_source's primary key. */
  async bytesOf(id: string): Promise<Buffer | undefined> {
    const [row] = await this.database.query<{ bytes: Buffer | null }>(
      `select s.bytes from document d ${SOURCE} where d.id = $1`,
      [id],
    );
    return row?.bytes ?? undefined;
  }

  /**
   * What searches find of a document, in its order, as many passages as begin within the limit. By
   * passage_document_id_idx and passage_source_pkey.
   */
  passagesOf(id: string, maxChars: number): Promise<Array<{ section: string | null; body: string }>> {
    return this.database.query(
      `select section, body from (
         select position, section, body, sum(length(body)) over (order by position) - length(body) as before
         from passage p join passage_source s using (document_id)
         where p.document_id = $1 and p.seq >= s.first_seq and p.seq < s.first_seq + s.passage_count
       ) p
       where before < $2 order by position`,
      [id, maxChars],
    );
  }
}
