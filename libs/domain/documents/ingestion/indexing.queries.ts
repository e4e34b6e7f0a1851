import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { after } from '#kernel';
import type { UploadKind } from '../documents.types';
import { QUEUE_LEASE_MS } from './lease';
import type { UploadStage } from './uploads.types';

export interface Claim {
  /** A document, or the oldest small one that waits in a base. */
  wanted: { documentId: string } | { baseId: string };
  runId: string;
  now: Date;
  leaseUntil: Date;
  limits: ClaimLimits;
}

/** Other documents of the base that wait, too, are taken along when all are small. */
export interface ClaimLimits {
  companions: number;
  /** Of all that are claimed at once. */
  bytes: number;
  /** What a text, and what a file may have to be small. */
  smallText: number;
  smallFile: number;
}

export interface ClaimedDocument {
  id: string;
  teamId: string;
  botId: string;
  baseId: string;
  kind: UploadKind;
  title: string;
  tags: string[];
  metadata: Record<string, unknown>;
  /** That is found now; 0: nothing of it. What is claimed is the next. */
  version: number;
  /** ISO 639-1, as its sender said. */
  givenLanguage: string | null;
  /** This one included. */
  runCount: number;
  maxTokens: number;
  overlapTokens: number;
  source: {
    /** Undefined when they stand in the blob store. */
    bytes: Buffer | undefined;
    blobKey: string | null;
    name: string | undefined;
    mediaType: string | undefined;
    format: string | undefined;
  };
}

export interface RunPlace {
  runId: string;
  baseId: string;
  now: Date;
  leaseUntil: Date;
}

export interface RunProgress {
  stage: UploadStage;
  progress: number;
}

export interface FailedRun {
  /** What it failed at. */
  stage: UploadStage;
  code: string;
  message: string;
}

export interface IndexedUpload {
  id: string;
  passageCount: number;
  language: string | null;
}

interface ClaimedRow extends Omit<ClaimedDocument, 'source'> {
  bytes: Buffer | null;
  blobKey: string | null;
  fileName: string | null;
  mediaType: string | null;
  format: string | null;
}

/** The base is held before its documents, so that this neither meets nor deadlocks with a delete of the base. */
const HELD_BASE = 'with base as (select id from knowledge_base where id = $1 for key share)';

/** `$6` and `$7` are what a text and what a file may have. */
const IS_SMALL = `run_count = 0 and version = 0 and source_bytes <= case kind when 'text' then $6::int else $7::int end`;

/** What runs write, each statement under the condition that the run still has the document. */
@Injectable()
export class IndexingQueries {
  constructor(private readonly database: Database) {}

  /**
   * What waits to be found of each. Nothing when somebody else has the document, or it has ended. By document's primary key and document_queued_idx.
   * Those that were put off (`lease_until` is further away than for any other that waits) are claimed by their own job alone.
   */
  async claim(claim: Claim): Promise<ClaimedDocument[]> {
    const byId = 'documentId' in claim.wanted;
    const { limits } = claim;
    const rows = await this.database.query<ClaimedRow>(
      `with wanted as (
         select id, base_id, source_bytes, ${IS_SMALL} as is_small from document
         where ${byId ? 'id = $1' : `base_id = $1 and ${IS_SMALL} and lease_until <= $8`} and state = 'queued'
         order by id limit 1 for no key update skip locked
       ), waiting as (
         select id, source_bytes from document
         where base_id = (select base_id from wanted where is_small) and state = 'queued' and ${IS_SMALL}
           and lease_until <= $8 and id <> (select id from wanted)
         order by id limit $5 for no key update skip locked
       ), companions as (
         select id from (select id, sum(source_bytes) over (order by id) as bytes from waiting) summed
         where bytes + (select source_bytes from wanted) <= $9
       ), claimed as (
         update document d set state = 'running', stage = 'reading', run_id = $2, run_count = d.run_count + 1,
           lease_until = $3, updated_at = $4
         where d.id in (select id from wanted union all select id from companions)
         returning d.*
       )
       select d.id, d.team_id as "teamId", d.bot_id as "botId", d.base_id as "baseId", d.run_count as "runCount", d.version,
         case when s.file_name is null then 'text' else 'file' end as kind, coalesce(s.title, d.title) as title,
         coalesce(s.tags, d.tags) as tags, coalesce(s.metadata, d.metadata) as metadata,
         coalesce(s.given_language, d.given_language) as "givenLanguage",
         b.chunk_max_tokens as "maxTokens", b.chunk_overlap_tokens as "overlapTokens",
         s.bytes, s.blob_key as "blobKey", s.file_name as "fileName", s.media_type as "mediaType", s.format
       from claimed d join document_source s on s.document_id = d.id and s.version = d.version + 1
         join knowledge_base b on b.id = d.base_id
       order by d.id`,
      [
        Object.values(claim.wanted)[0],
        claim.runId,
        claim.leaseUntil,
        claim.now,
        limits.companions,
        limits.smallText,
        limits.smallFile,
        after(claim.now, QUEUE_LEASE_MS),
        limits.bytes,
      ],
      // Asked once a document, also of those that another run has taken along, and mostly for nothing.
      { prepare: true },
    );
    return rows.map(({ bytes, blobKey, fileName, mediaType, format, ...row }) => ({
      ...row,
      source: {
        bytes: bytes ?? undefined,
        blobKey,
        name: fileName ?? undefined,
        mediaType: mediaType ?? undefined,
        format: format ?? undefined,
      },
    }));
  }

  /** Gives the documents that the run still has. By document's primary key, as are all below. */
  async beat(
    ids: readonly string[],
    { runId, leaseUntil, now }: Omit<RunPlace, 'baseId'>,
    { stage, progress }: RunProgress,
  ): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `update document set lease_until = $3, stage = $4, progress = greatest(progress, $5), updated_at = $6
       where id = any ($1::uuid[]) and run_id = $2 and state = 'running' returning id`,
      [ids, runId, leaseUntil, stage, progress, now],
    );
    return rows.map(({ id }) => id);
  }

  /** Takes the document for the open transaction; false when the run no longer has it. */
  async hold(id: string, { baseId, runId, leaseUntil, now }: RunPlace, progress: number): Promise<boolean> {
    const held = await this.database.query(
      `${HELD_BASE} update document d set stage = 'indexing', progress = greatest(progress, $4), lease_until = $5,
         updated_at = $6
       from base where d.id = $2 and d.base_id = base.id and d.run_id = $3 and d.state = 'running' returning d.id`,
      [baseId, id, runId, progress, leaseUntil, now],
    );
    return held.length > 0;
  }

  /**
   * Gives the ones that the run still had, which are ready once the open transaction has committed: what waited is what they
   * are made of from then on. By document_source's primary key, too.
   */
  async complete(uploads: readonly IndexedUpload[], { baseId, runId, now }: RunPlace): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `${HELD_BASE} update document d set state = 'ready', stage = null, progress = 100, passage_count = u.passages,
         language = u.language, run_id = null, lease_until = null, updated_at = $6, version = s.version,
         kind = case when s.file_name is null then 'text' else 'file' end, title = coalesce(s.title, d.title),
         tags = coalesce(s.tags, d.tags), metadata = coalesce(s.metadata, d.metadata),
         given_language = coalesce(s.given_language, d.given_language), format = s.read_as, source_bytes = s.size,
         content_hash = s.sha256, nodes = null, assets = null
       from base, unnest($2::uuid[], $3::int[], $4::text[]) as u (id, passages, language)
         join document_source s on s.document_id = u.id
       where s.version = d.version + 1 and d.id = u.id and d.base_id = base.id and d.run_id = $5 and d.state = 'running' returning d.id`,
      [
        baseId,
        uploads.map(({ id }) => id),
        uploads.map(({ passageCount }) => passageCount),
        uploads.map(({ language }) => language),
        runId,
        now,
      ],
    );
    return rows.map(({ id }) => id);
  }

  /** False when the run no longer has it. What is found of a version before stays. */
  async fail(id: string, { baseId, runId, now }: RunPlace, { stage, code, message }: FailedRun): Promise<boolean> {
    const failed = await this.database.query(
      `${HELD_BASE} update document d set state = 'failed', stage = $7, run_id = null, lease_until = null,
         passage_count = case when version = 0 then 0 else passage_count end, error_code = $4, error_message = $5, updated_at = $6
       from base where d.id = $2 and d.base_id = base.id and d.run_id = $3 and d.state = 'running' returning d.id`,
      [baseId, id, runId, code, message, now, stage],
    );
    return failed.length > 0;
  }

  /** Back to those that wait. `isCounted`: whether the run counts as one. */
  async release(ids: readonly string[], { runId, now, leaseUntil }: RunPlace, isCounted: boolean): Promise<void> {
    await this.database.query(
      `update document set state = 'queued', stage = null, run_id = null, lease_until = $4,
         run_count = run_count - $5::int, updated_at = $3
       where id = any ($1::uuid[]) and run_id = $2 and state = 'running'`,
      [ids, runId, now, leaseUntil, isCounted ? 0 : 1],
    );
  }

  /** Documents that nobody sees to any more, the longest forgotten first. By document_lease_until_idx. */
  async reclaim(now: Date, leaseUntil: Date, limit: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `with lost as (
         select id from document where state in ('queued', 'running') and lease_until < $1
         order by lease_until limit $3 for no key update skip locked
       )
       update document d set state = 'queued', stage = null, run_id = null, lease_until = $2
       from lost where d.id = lost.id returning d.id`,
      [now, leaseUntil, limit],
    );
    return rows.map(({ id }) => id);
  }
}
