import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type { OnDuplicate } from '../documents.types';
import type { Upload, UploadListRequest } from './uploads.types';

export interface StoredUpload extends Upload {
  source: UploadSource;
  /** Null when there is nothing to be done with it. */
  leaseUntil: Date | null;
}

/** What was sent: in the row, or in the blob store. */
export interface UploadSource {
  bytes: Uint8Array | null;
  blobKey: string | null;
  sha256: Uint8Array;
  fileName: string | null;
  mediaType: string | null;
  /** Set when the sender said what it is to be read as. */
  format: string | null;
  description: string | null;
}

export interface WantedPlace {
  /** Null: the bot's own one. */
  baseId: string | null;
  onDuplicate: OnDuplicate;
}

export interface InsertedUpload {
  baseId: string;
  duplicateOf: string | null;
  /** False when it was skipped as a duplicate. */
  isAdded: boolean;
}

/** What names an upload to a caller. */
export interface UploadAddress {
  teamId: string;
  botId: string;
  id: string;
}

/** Items and uploads are looked at apart: people see them apart. By document_content_hash_idx. */
const DUPLICATE_OF = `(
    select o.id from document o
    where o.base_id = document.base_id and o.content_hash = document.content_hash and o.id < document.id
      and o.bot_id is not null and o.state not in ('failed', 'cancelled')
    order by o.id limit 1
  )`;

export const UPLOAD_COLUMNS = `id, team_id as "teamId", bot_id as "botId", base_id as "baseId", kind, title, format, tags, metadata, state,
  stage, version, progress, passage_count as "passageCount", coalesce(given_language, language) as language,
  source_bytes as "sourceBytes", ${DUPLICATE_OF} as "duplicateOf",
  case when error_code is not null then json_build_object('code', error_code, 'message', error_message) end as error,
  created_at as "createdAt", updated_at as "updatedAt"`;

/** Of the caller's bot; the base is held first, as everywhere, so that this neither meets nor deadlocks with its delete. */
const HELD = `with held as (
    select d.id from document d join knowledge_base b on b.id = d.base_id
    where d.id = $1 and d.bot_id = $2 and d.team_id = $3 for key share of b
  )`;

@Injectable()
export class UploadsQueries {
  constructor(private readonly database: Database) {}

  /**
   * The row and its source, in the base that is named or else in the bot's own, in one statement; undefined when there is no
   * such base. By knowledge_base_bot_id_idx and document_content_hash_idx.
   */
  async insert(
    upload: Omit<StoredUpload, 'baseId'>,
    { baseId, onDuplicate }: WantedPlace,
  ): Promise<InsertedUpload | undefined> {
    const { source } = upload;
    const [row] = await this.database.query<InsertedUpload>(
      `with base as (
         select id from knowledge_base
         where team_id = $2 and bot_id = $3 and case when $4::uuid is null then is_own else id = $4 end
         for key share
       ), duplicate as (
         select o.id from base join document o on o.base_id = base.id
         where o.content_hash = $17 and o.bot_id is not null and o.state not in ('failed', 'cancelled')
         order by o.id limit 1
       ), added as (
         insert into document (id, team_id, bot_id, base_id, kind, title, content, format, tags, metadata, state, progress,
           source_bytes, lease_until, created_at, updated_at, content_hash, version, given_language)
         select $1, $2, $3, base.id, $5, $6, '', $7, $8::text[], $9::jsonb, $20, $21, $10, $11, $12, $12, $17, $22, $23
         from base where $24 = 'keep' or not exists (select from duplicate)
         returning base_id
       ), source as (
         insert into document_source (document_id, file_name, media_type, format, bytes, sha256, blob_key, description,
           read_as, size)
         select $1, $13, $14, $15, $16, $17, $18, $19, $7, $10 from added
       )
       select id as "baseId", (select id from duplicate) as "duplicateOf", exists (select from added) as "isAdded"
       from base`,
      [
        upload.id,
        upload.teamId,
        upload.botId,
        baseId,
        upload.kind,
        upload.title,
        upload.format,
        upload.tags,
        JSON.stringify(upload.metadata),
        upload.sourceBytes,
        upload.leaseUntil,
        upload.createdAt,
        source.fileName,
        source.mediaType,
        source.format,
        source.bytes && Buffer.from(source.bytes.buffer, source.bytes.byteOffset, source.bytes.byteLength),
        source.sha256,
        source.blobKey,
        source.description,
        upload.state,
        upload.progress,
        upload.version,
        upload.language,
        onDuplicate,
      ],
      { prepare: true },
    );
    return row;
  }

  /** Newest first. By document_bot_id_idx. */
  list(teamId: string, botId: string, { state, page, limit }: UploadListRequest): Promise<Upload[]> {
    return this.database.query<Upload>(
      `select ${UPLOAD_COLUMNS} from document where bot_id = $1 and team_id = $2 and ($3::text is null or state = $3)
       order by id desc limit $4 offset $5`,
      [botId, teamId, state ?? null, limit, (page - 1) * limit],
    );
  }

  /** By document_bot_id_idx. */
  async count(teamId: string, botId: string, state: string | undefined): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      `select count(*)::int as count from document
       where bot_id = $1 and team_id = $2 and ($3::text is null or state = $3)`,
      [botId, teamId, state ?? null],
    );
    return row?.count ?? 0;
  }

  /** By document's primary key, as are all below. */
  async find({ teamId, botId, id }: UploadAddress): Promise<Upload | undefined> {
    const [row] = await this.database.query<Upload>(
      `select ${UPLOAD_COLUMNS} from document where id = $1 and bot_id = $2 and team_id = $3`,
      [id, botId, teamId],
    );
    return row;
  }

  /** Locks the row until the open transaction ends. */
  async lock({ teamId, botId, id }: UploadAddress): Promise<Upload | undefined> {
    const [row] = await this.database.query<Upload>(
      `${HELD} select ${UPLOAD_COLUMNS} from document where id = (select id from held) for update`,
      [id, botId, teamId],
    );
    return row;
  }

  /** Undefined when it has ended already. Whichever run has it finds that it no longer has. */
  async cancel({ teamId, botId, id }: UploadAddress, now: Date): Promise<Upload | undefined> {
    const [row] = await this.database.query<Upload>(
      `${HELD} update document set state = 'cancelled', stage = null, run_id = null, lease_until = null,
         passage_count = case when version = 0 then 0 else passage_count end, updated_at = $4
       where id = (select id from held) and state in ('queued', 'running') returning ${UPLOAD_COLUMNS}`,
      [id, botId, teamId, now],
    );
    return row;
  }

  /** Undefined when it has neither failed nor was cancelled. */
  async queueAgain({ teamId, botId, id }: UploadAddress, now: Date, leaseUntil: Date): Promise<Upload | undefined> {
    const [row] = await this.database.query<Upload>(
      `update document set state = 'queued', stage = null, progress = 0, run_count = 0, error_code = null, error_message = null,
         lease_until = $5, updated_at = $4
       where id = $1 and bot_id = $2 and team_id = $3 and state in ('failed', 'cancelled') returning ${UPLOAD_COLUMNS}`,
      [id, botId, teamId, now, leaseUntil],
    );
    return row;
  }

  async delete(id: string): Promise<void> {
    await this.database.query('delete from document where id = $1', [id]);
  }
}
