import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type { UploadKind } from '../documents.types';
import { UPLOAD_COLUMNS, type UploadSource } from './uploads.queries';
import type { Upload } from './uploads.types';

/** Whose document: of one bot, when only that is the caller's to see. */
export interface VersionOwner {
  teamId: string;
  botId: string | null;
}

/** What a version says of its document besides its content; null: what was said before. */
export interface VersionDetails {
  title: string | null;
  tags: readonly string[] | null;
  metadata: Record<string, unknown> | null;
  language: string | null;
}

export interface SentVersion extends VersionDetails {
  kind: UploadKind;
  /** What it is read as. */
  format: string | null;
  size: number;
  source: UploadSource;
}

export interface KnownSource extends VersionDetails {
  version: number;
  sha256: Buffer;
  /** Set when the sender said it. */
  format: string | null;
}

/** What a document is made of, and what is to take its place. By document's and document_source's primary keys. */
@Injectable()
export class VersionsQueries {
  constructor(private readonly database: Database) {}

  /** Locks the row until the open transaction ends; the base is held first, as everywhere. Items are not there. */
  async lock({ teamId, botId }: VersionOwner, id: string): Promise<Upload | undefined> {
    const [row] = await this.database.query<Upload>(
      `with held as (
         select d.id from document d join knowledge_base b on b.id = d.base_id
         where d.id = $1 and d.team_id = $2 and d.bot_id is not null and ($3::uuid is null or d.bot_id = $3)
         for key share of b
       )
       select ${UPLOAD_COLUMNS} from document where id = (select id from held) for update`,
      [id, teamId, botId],
    );
    return row;
  }

  /** Oldest first: that of the version that is found, then what waits. */
  sources(id: string): Promise<KnownSource[]> {
    return this.database.query<KnownSource>(
      `select version, sha256, format, title, tags, metadata, given_language as language
       from document_source where document_id = $1 order by version`,
      [id],
    );
  }

  /** In the place of another one that waits. A document of which nothing is found yet is at once what it says. */
  async putNext(id: string, sent: SentVersion, now: Date, leaseUntil: Date): Promise<Upload> {
    await this.dropNext(id);
    const { source } = sent;
    const [row] = await this.database.query<Upload>(
      `with source as (
         insert into document_source (document_id, version, file_name, media_type, format, bytes, sha256, blob_key,
           description, title, tags, metadata, given_language, read_as, size)
         select id, version + 1, $4, $5, $6, $7, $8, $9, $10, $11, $12::text[], $13::jsonb, $14, $15, $16
         from document where id = $1
       )
       update document set state = 'queued', stage = null, progress = 0, run_count = 0, run_id = null, error_code = null,
         error_message = null, lease_until = $3, updated_at = $2,
         title = case when version = 0 then coalesce($11, title) else title end,
         tags = case when version = 0 then coalesce($12::text[], tags) else tags end,
         metadata = case when version = 0 then coalesce($13::jsonb, metadata) else metadata end,
         given_language = case when version = 0 then coalesce($14, given_language) else given_language end,
         format = case when version = 0 then $15 else format end,
         source_bytes = case when version = 0 then $16 else source_bytes end,
         content_hash = case when version = 0 then $8 else content_hash end,
         kind = case when version = 0 then $17 else kind end,
         passage_count = case when version = 0 then 0 else passage_count end
       where id = $1 returning ${UPLOAD_COLUMNS}`,
      [
        id,
        now,
        leaseUntil,
        source.fileName,
        source.mediaType,
        source.format,
        source.bytes && Buffer.from(source.bytes.buffer, source.bytes.byteOffset, source.bytes.byteLength),
        source.sha256,
        source.blobKey,
        source.description,
        sent.title,
        sent.tags,
        sent.metadata && JSON.stringify(sent.metadata),
        sent.language,
        sent.format,
        sent.size,
        sent.kind,
      ],
    );
    return row!;
  }

  /** Nothing waits any more: the document is what it was. */
  async revert(id: string, now: Date): Promise<Upload> {
    await this.dropNext(id);
    const [row] = await this.database.query<Upload>(
      `update document set state = 'ready', stage = null, progress = 100, run_id = null, lease_until = null,
         error_code = null, error_message = null, updated_at = $2
       where id = $1 returning ${UPLOAD_COLUMNS}`,
      [id, now],
    );
    return row!;
  }

  /** Of versions that are found no more; in the transaction that has made others the found ones. */
  async dropFormer(ids: readonly string[]): Promise<void> {
    await this.database.query(
      `delete from document_source s using document d
       where s.document_id = any ($1::uuid[]) and d.id = s.document_id and s.version < d.version`,
      [ids],
    );
  }

  private async dropNext(id: string): Promise<void> {
    await this.database.query(
      `delete from document_source s using document d
       where s.document_id = $1 and d.id = s.document_id and s.version > d.version`,
      [id],
    );
  }
}
