/** Reads what a query needs of the index, all in one statement; PostingReading says how the answers fit together. */
import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type { RetrievalMethod } from './knowledge.types';
import type { AddParameter } from './metadata-conditions';
import { type PassageFilter, passageConditions, sourceConditions } from './passage-filter';
import type { HiddenRange, IndexState, StoredSegment } from './segment-catalog';
import type { SeqSet } from './seq-set';
import { type AnswerRow, PACKED_RANGES, SEGMENT_JSON, segmentOf, seqSetOf } from './stored-segments';
import type { SpaceExtent } from './vectors/nearest-way';

export interface PostingRequest {
  baseIds: readonly string[];
  /** What the caller knows, in the order of `baseIds`; segments come back only where it is out of date. */
  knownVersions: readonly (string | null)[];
  rows: readonly RowAddress[];
  filter: PassageFilter | undefined;
  /** Planning that part takes the embedded database 0.4 ms, so searches of bases without vectors leave it out. */
  withVectors: boolean;
}

export interface RowAddress {
  segment: number;
  key: number;
}

/** One snapshot of the database. */
export interface PostingAnswer {
  /** Bases without an index are missing. */
  indexes: SearchedIndex[];
  /** By segment and key. */
  rows: Map<number, Map<number, Buffer>>;
}

export interface SearchedIndex extends IndexState {
  baseId: string;
  number: number;
  version: string;
  /** Undefined when the known version is the current one. */
  segments: StoredSegment[] | undefined;
  /** The passages that the filter lets pass; undefined without a filter. */
  allowed: SeqSet | undefined;
  /** Whether the base has to do with vectors; told whether asked for them or not. */
  hasVectors: boolean;
  /** Null when it has not; undefined when it has, but they were not asked for. */
  vectors: BaseVectors | null | undefined;
}

/** What a search has to know of the vectors of a base. */
export interface BaseVectors {
  teamId: string;
  method: RetrievalMethod;
  /** Of the vectors that answer now; null: not all passages have been embedded yet, or none shall be. */
  space: ({ number: number; name: string } & SpaceExtent) | null;
  /** That embeds queries for this space. */
  modelId: number | null;
  wantedModelId: number | null;
  /** Whether passages are to have vectors, or it is not known yet. */
  isWanted: boolean;
}

interface IndexInfo extends Omit<SearchedIndex, 'segments' | 'allowed' | 'vectors' | 'hidden'> {
  /** Counts by the first of each range. */
  hidden: Readonly<Record<string, number>> | null;
  segments: unknown[] | null;
  vectors?: BaseVectors | null;
}

type PostingAnswerRow = AnswerRow<'index' | 'posting' | 'allowed'>;

/** Of a row of `lexical_index`, as `IndexState.state`; what is hidden may be long. */
export const INDEX_STATE = `concat_ws(' ', number, version, deleted_passages, has_vectors, md5(hidden_seqs::text))`;

const SEARCHED = `with searched as (
  select *, ($2::bigint[])[array_position($1::uuid[], base_id)] as known_version
  from lexical_index where base_id = any ($1::uuid[])
)`;

const VECTORS = `(
    select json_build_object(
      'teamId', b.team_id, 'method', b.retrieval_method, 'modelId', v.model_id, 'wantedModelId', v.wanted_model_id,
      'isWanted', v.aim_wanted or v.wanted_space is not null,
      'space', case when s.number is not null then
        json_build_object('number', s.number, 'name', s.name, 'dimensions', s.dimensions, 'passages', s.passages,
          'isIndexed', s.is_indexed)
      end
    ) from vector_index v join knowledge_base b on b.id = searched.base_id
    left join vector_space s on s.number = v.space where v.index_number = searched.number
  )`;

@Injectable()
export class PostingReadingQueries {
  constructor(private readonly database: Database) {}

  /**
   * State of the indexes, rows of segments and the passages that the filter lets pass, all of one snapshot. By
   * lexical_index_pkey, lexical_segment_index_number_idx, lexical_posting_pkey, passage_source_index_number_idx and
   * vector_index_pkey.
   *
   * Rows are looked up by two plain arrays: a join with the pairs would be planned as a scan of the whole table. The pairs
   * then leave out what nobody asked for, before its bytes are read; `is true` keeps the planner from making it a join.
   */
  async readPostings({ baseIds, knownVersions, rows, filter, withVectors }: PostingRequest): Promise<PostingAnswer> {
    const parameters: unknown[] = [baseIds, knownVersions];
    const parameter = (value: unknown) => `$${parameters.push(value)}`;
    const parts = [indexRows(withVectors)];
    if (rows.length > 0) {
      const segments = rows.map(({ segment }) => segment);
      const keys = rows.map(({ key }) => key);
      parts.push(`select 'posting', segment, key, data, null from lexical_posting
        where segment = any (${parameter([...new Set(segments)])}::bigint[])
          and key = any (${parameter([...new Set(keys)])}::bigint[])
          and ((segment, key) in (
            select * from unnest(${parameter(segments)}::bigint[], ${parameter(keys)}::bigint[])
          )) is true`);
    }
    if (filter !== undefined) {
      parts.push(`select 'allowed', number, null, ranges, null from searched cross join lateral (
          select ${PACKED_RANGES} as ranges from (${allowedRanges(filter, parameter)}) ranges
        ) allowed`);
    }
    const answer = await this.database.query<PostingAnswerRow>(`${SEARCHED} ${parts.join(' union all ')}`, parameters);
    return answerOf(answer, filter !== undefined);
  }
}

function indexRows(withVectors: boolean): string {
  return `select 'index' as kind, null::bigint as segment, null::bigint as key, null::bytea as data,
    json_build_object(
      'baseId', base_id, 'number', number, 'version', version::text, 'state', ${INDEX_STATE},
      'deletedPassages', deleted_passages,
      'segments', case when version is distinct from known_version then (
        select coalesce(json_agg(${SEGMENT_JSON} order by s.segment), '[]')
        from lexical_segment s where s.index_number = searched.number
      ) end,
      'hidden', hidden_seqs, 'hasVectors', has_vectors ${withVectors ? `, 'vectors', ${VECTORS}` : ''}
    ) as info
    from searched`;
}

/**
 * Documents as a whole, but where passages have metadata of their own those one by one. By passage_metadata_idx and
 * passage_document_id_idx.
 */
function allowedRanges(filter: PassageFilter, add: AddParameter): string {
  const where = (conditions: string[]) => ['s.index_number = number', ...conditions].join(' and ');
  if (!filter.condition) {
    return `select first_seq, passage_count from passage_source s where ${where(sourceConditions(filter, add))}`;
  }
  const hasOwn = 'exists (select from passage o where o.document_id = s.document_id and o.metadata is not null)';
  return `select first_seq, passage_count from passage_source s
      where ${where(sourceConditions(filter, add, { withMetadata: true }))} and not ${hasOwn}
    union all
    select p.seq, 1 from passage_source s join passage p on p.document_id = s.document_id
      where ${where(passageConditions(filter, add))} and ${hasOwn}
        and p.seq >= s.first_seq and p.seq < s.first_seq + s.passage_count`;
}

function answerOf(rows: readonly PostingAnswerRow[], isFiltered: boolean): PostingAnswer {
  const allowed = new Map<number, SeqSet>();
  const found: PostingAnswer['rows'] = new Map();
  const indexes: IndexInfo[] = [];
  for (const row of rows) {
    const number = Number(row.segment);
    if (row.kind === 'index') indexes.push(row.info as IndexInfo);
    else if (row.kind === 'allowed') allowed.set(number, seqSetOf(row.data));
    else if (found.has(number)) found.get(number)?.set(Number(row.key), row.data as Buffer);
    else found.set(number, new Map([[Number(row.key), row.data as Buffer]]));
  }
  return {
    rows: found,
    indexes: indexes.map((index) => ({
      ...index,
      segments: index.segments?.map(segmentOf),
      vectors: index.hasVectors ? index.vectors : null,
      allowed: isFiltered ? (allowed.get(index.number) ?? seqSetOf(null)) : undefined,
      hidden: hiddenRanges(index),
    })),
  };
}

function hiddenRanges({ number, hidden }: IndexInfo): HiddenRange[] {
  return Object.entries(hidden ?? {}).map(([first, count]) => ({
    indexNumber: number,
    firstSeq: Number(first),
    count,
  }));
}
