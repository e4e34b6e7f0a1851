import { Injectable } from '@nestjs/common';
import type { LanguageCode } from '#domain/language';
import { Database } from '#infra/database';
import { GONE_SEQS, withGone } from './hidden-seqs';
import type { PassageMetadata, PassageSource } from './knowledge.types';
import type { PackedSegment } from './lexical/segment-format';
import { packRows } from './packed-rows';
import type { BatchDocument, BatchPassage } from './passage-batches';
import type { StoredSegment } from './segment-catalog';
import type { SeqSet } from './seq-set';
import {
  type AnswerRow,
  insertSegment,
  LIVE_RANGES,
  PACKED_RANGES,
  SEGMENT_JSON,
  segmentOf,
  segmentParameter,
  segmentRowOf,
  seqSetOf,
} from './stored-segments';

export interface LockedIndex {
  number: number;
  nextSeq: number;
  deletedPassages: number;
  /** Whether the base has to do with vectors. */
  hasVectors: boolean;
}

export interface ShrunkIndex {
  baseId: string;
  deletedPassages: number;
  /** Also the deleted ones. */
  indexedPassages: number;
}

/** What is left of an index once the old passages of some documents do not count any more. */
export interface IndexState {
  segments: StoredSegment[];
  removed: { documentId: string; indexNumber: number; passageCount: number }[];
  /** The newest segment with its rows and its live passages, if it holds few. */
  small: { segment: PackedSegment & StoredSegment; live: SeqSet } | undefined;
}

export interface Extended {
  /** Of the passages that are added now. */
  firstSeq: number;
  /** Whether they are of a version that is not found yet. */
  isHidden: boolean;
  segments: StoredSegment[];
}

export interface IndexedBatch {
  index: LockedIndex;
  /** Sequence number of the first passage. */
  firstSeq: number;
  /** Of the next passage that anybody writes. */
  nextSeq: number;
  documents: readonly BatchDocument[];
  passages: readonly BatchPassage[];
  /** Undefined when there are no passages. */
  segment: PackedSegment | undefined;
  /** Its passages are in `segment` too. */
  replacedSegment: number | undefined;
  deletedPassages: number;
  isMergeWanted: boolean;
}

/** Where the document has passages already; also those that were to take their place are none of it any more. */
const REPLACED_SOURCE = `on conflict (document_id) do update set index_number = excluded.index_number,
  source_type = excluded.source_type, tags = excluded.tags, first_seq = excluded.first_seq,
  passage_count = excluded.passage_count, metadata = excluded.metadata, next_first_seq = null, next_passage_count = null`;

/** The statements that write passages. All of them run in the caller's transaction. */
@Injectable()
export class PassageIndexQueries {
  constructor(private readonly database: Database) {}

  async createIndex(baseId: string): Promise<void> {
    await this.database.query('insert into lexical_index (base_id) values ($1) on conflict do nothing', [baseId]);
  }

  /** The most frequent language of the newest passages; English in an empty base. By lexical_index_pkey and passage_pkey. */
  async findUsualLanguage(baseId: string): Promise<LanguageCode> {
    const [row] = await this.database.query<{ language: LanguageCode }>(
      `select language from (
         select language from passage
         where index_number = (select number from lexical_index where base_id = $1) order by seq desc limit 100
       ) newest
       where language <> 'simple' group by language order by count(*) desc limit 1`,
      [baseId],
    );
    return row?.language ?? 'en';
  }

  /**
   * Locks the index of the base, and those that hold the documents now, always in the same order. `no key update`, so that
   * rows may refer to the index meanwhile. By lexical_index_pkey, passage_source_pkey and lexical_index_number_key.
   */
  async lock(baseId: string | null, documentIds: readonly string[]): Promise<LockedIndex | undefined> {
    const rows = await this.database.query<LockedIndex & { baseId: string }>(
      `select base_id as "baseId", number, next_seq as "nextSeq", deleted_passages as "deletedPassages",
         has_vectors as "hasVectors"
       from lexical_index where number = any (array(
         select number from lexical_index where base_id = $1
         union select index_number from passage_source where document_id = any ($2::uuid[])
       )) order by number for no key update`,
      [baseId, documentIds],
    );
    return rows.find((row) => row.baseId === baseId);
  }

  /**
   * Tells what there is to write on top of when the documents are replaced; their old passages stay until
   * `PassageVersionsQueries.dropFormer`, so that new ones can take over their vectors. A statement of its own, after the
   * lock: it must see what the last holder of the lock has written. By passage_source_pkey and lexical_segment_index_number_idx.
   */
  async stateWithout(indexNumber: number, documentIds: readonly string[], smallBelow: number): Promise<IndexState> {
    const rows = await this.database.query<AnswerRow<'removed' | 'segment' | 'posting' | 'live'>>(
      `with removed as (
         select document_id, index_number, passage_count + coalesce(next_passage_count, 0) as passage_count
         from passage_source where document_id = any ($2::uuid[])
       ), newest as (
         select * from lexical_segment where index_number = $1 order by segment desc limit 1
       ), small as (
         select * from newest where passage_count < $3
       )
       select 'removed' as kind, null::bigint as segment, null::bigint as key, null::bytea as data,
         json_build_object('documentId', document_id, 'indexNumber', index_number, 'passageCount', passage_count) as info
       from removed
       union all
       select 'segment', s.segment, null, null, ${SEGMENT_JSON} from lexical_segment s where index_number = $1
       union all
       select 'posting', s.segment, p.key, p.data, null from small s join lexical_posting p on p.segment = s.segment
       union all
       select 'live', segment, null, (
         select ${PACKED_RANGES} from (
           select live.* from small s ${LIVE_RANGES} where document_id <> all ($2::uuid[])
         ) ranges
       ), null
       from small`,
      [indexNumber, documentIds, smallBelow],
    );
    const segments = rows.filter(({ kind }) => kind === 'segment').map(({ info }) => segmentOf(info));
    const live = rows.find(({ kind }) => kind === 'live');
    const segment = segments.find((one) => one.segment === Number(live?.segment));
    const postings = rows.filter(({ kind }) => kind === 'posting').map(segmentRowOf);
    return {
      segments,
      removed: rows.filter(({ kind }) => kind === 'removed').map(({ info }) => info as IndexState['removed'][number]),
      small: live && segment ? { segment: { ...segment, rows: postings }, live: seqSetOf(live.data) } : undefined,
    };
  }

  /** Documents, passages, segment and the state of the index, in one statement. True when the passages shall have vectors. */
  async write(batch: IndexedBatch): Promise<boolean> {
    const { index, documents, passages, segment } = batch;
    const rows = packRows(segment?.rows ?? []);
    const [row] = await this.database.query<{ isEmbeddingWanted: boolean }>(
      `with sources as (
         insert into passage_source (document_id, index_number, source_type, tags, first_seq, passage_count, metadata)
         select document_id, $1, source_type, array(select json_array_elements_text(tags)), first_seq, passage_count,
           metadata
         from unnest($2::uuid[], $3::text[], $4::json[], $5::int[], $6::int[], $23::jsonb[])
           as d (document_id, source_type, tags, first_seq, passage_count, metadata)
         ${REPLACED_SOURCE}
       ), passages as (
         insert into passage (index_number, seq, document_id, position, title, section, body, language, metadata)
         select $1, $7 + n - 1, document_id, position, title, section, body, language, metadata
         from unnest($8::uuid[], $9::int[], $10::text[], $11::text[], $12::text[], $13::text[], $24::jsonb[])
           with ordinality as p (document_id, position, title, section, body, language, metadata, n)
       ), vectors as (
         update vector_index set changes = changes + 1, pending_from = least(pending_from, $7::int)
         where index_number = $1 and (wanted_space is not null or aim_wanted) and cardinality($8::uuid[]) > 0
         returning index_number
       ), replaced as (
         delete from lexical_segment where segment = $14
       ), segment as (
         ${insertSegment('$1::int', '$15::json')} returning segment
       ), postings as (
         insert into lexical_posting (segment, key, data)
         select segment, key, substring($16::bytea from start for length)
         from segment, unnest($17::bigint[], $18::int[], $19::int[]) as r (key, start, length)
       ), state as (
         update lexical_index set next_seq = $20, deleted_passages = $21, merge_wanted = merge_wanted or $22,
           version = case when $15::json is null then version else nextval('lexical_number') end
         where number = $1
       )
       select exists (select from vectors) as "isEmbeddingWanted"`,
      [
        index.number,
        documents.map(({ source }) => source.documentId),
        documents.map(({ source }) => source.sourceType),
        documents.map(({ source }) => JSON.stringify(source.tags)),
        documents.map(({ offset }) => batch.firstSeq + offset),
        documents.map(({ passageCount }) => passageCount),
        batch.firstSeq,
        passages.map(({ documentId }) => documentId),
        passages.map(({ position }) => position),
        passages.map(({ title }) => title),
        passages.map(({ section }) => section),
        passages.map(({ body }) => body),
        passages.map(({ language }) => language),
        batch.replacedSegment ?? null,
        segment ? segmentParameter(segment) : null,
        rows.data,
        rows.keys,
        rows.starts,
        rows.lengths,
        batch.nextSeq,
        batch.deletedPassages,
        batch.isMergeWanted,
        documents.map(({ source }) => metadataParameter(source.metadata)),
        passages.map(({ metadata }) => metadataParameter(metadata)),
      ],
    );
    return row!.isEmbeddingWanted;
  }

  /**
   * Keeps numbers for the passages of a document that come in portions, and counts the ones that are gone; call with the
   * index locked. By lexical_index_number_key.
   */
  async reserve(index: LockedIndex, source: PassageSource, passages: number, deletedPassages: number): Promise<void> {
    await this.database.query(
      `with source as (
         insert into passage_source (document_id, index_number, source_type, tags, first_seq, passage_count, metadata)
         values ($1, $2, $3, $4::text[], $5, 0, $8::jsonb) ${REPLACED_SOURCE}
       )
       update lexical_index set next_seq = $5 + $6::int, deleted_passages = $7 where number = $2`,
      [
        source.documentId,
        index.number,
        source.sourceType,
        source.tags,
        index.nextSeq,
        passages,
        deletedPassages,
        metadataParameter(source.metadata),
      ],
    );
  }

  /**
   * Of the version that is found, or of the hidden one if there is one. By passage_source_pkey and
   * lexical_segment_index_number_idx; call with the index locked.
   */
  async extend(documentId: string, indexNumber: number, passages: number): Promise<Extended | undefined> {
    const [row] = await this.database.query<{ firstSeq: number; isHidden: boolean; segments: unknown[] }>(
      `update passage_source set next_passage_count = next_passage_count + $3::int,
         passage_count = passage_count + case when next_first_seq is null then $3::int else 0 end
       where document_id = $1 and index_number = $2
       returning coalesce(next_first_seq + next_passage_count, first_seq + passage_count) - $3::int as "firstSeq",
         next_first_seq is not null as "isHidden", (
         select coalesce(json_agg(${SEGMENT_JSON}), '[]') from lexical_segment s where s.index_number = $2
       ) as segments`,
      [documentId, indexNumber, passages],
    );
    return row && { ...row, segments: row.segments.map(segmentOf) };
  }

  /** Removes the documents and counts what their indexes lose; call with the indexes locked. By passage_source_pkey. */
  remove(documentIds: readonly string[]): Promise<ShrunkIndex[]> {
    return this.database.query(
      `with removed as (
         delete from passage_source where document_id = any ($1::uuid[])
         returning index_number, first_seq, passage_count, coalesce(next_passage_count, 0) as next_passage_count
       ), lost as (
         select index_number, sum(passage_count + next_passage_count)::int as passages, ${GONE_SEQS} as gone
         from removed group by index_number
       ), state as (
         update lexical_index i set deleted_passages = deleted_passages + lost.passages,
           hidden_seqs = ${withGone('lost.gone')}
         from lost where i.number = lost.index_number returning i.base_id, i.number, i.deleted_passages
       )
       select base_id as "baseId", deleted_passages as "deletedPassages", (
         select coalesce(sum(passage_count), 0)::int from lexical_segment where index_number = state.number
       ) as "indexedPassages"
       from state`,
      [documentIds],
    );
  }

  /** Counts passages that are gone from indexes that are locked. By lexical_index_number_key. */
  async countDeleted(indexNumber: number, passages: number): Promise<void> {
    await this.database.query(
      'update lexical_index set deleted_passages = deleted_passages + $2::int where number = $1',
      [indexNumber, passages],
    );
  }

  /** By lexical_index_pkey. */
  async wantMerge(baseIds: readonly string[]): Promise<void> {
    await this.database.query('update lexical_index set merge_wanted = true where base_id = any ($1::uuid[])', [
      baseIds,
    ]);
  }

  /** By passage_source_pkey. */
  async countPassages(documentId: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      'select passage_count as count from passage_source where document_id = $1',
      [documentId],
    );
    return row?.count ?? 0;
  }

  /** By passage_source_pkey. */
  async updateTags(documentId: string, tags: readonly string[]): Promise<void> {
    await this.database.query('update passage_source set tags = $2::text[] where document_id = $1', [documentId, tags]);
  }

  /** By passage_source_pkey. */
  async updateMetadata(documentId: string, metadata: PassageMetadata): Promise<void> {
    await this.database.query('update passage_source set metadata = $2::jsonb where document_id = $1', [
      documentId,
      metadataParameter(metadata),
    ]);
  }
}

/** Filters need not look at what is null. */
export function metadataParameter(metadata: PassageMetadata | undefined): string | null {
  return metadata === undefined || Object.keys(metadata).length === 0 ? null : JSON.stringify(metadata);
}
