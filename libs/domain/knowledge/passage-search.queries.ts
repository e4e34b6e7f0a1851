import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type { LanguageCode } from './lexical/languages';
import type { StoredSegment } from './segment-catalog';
import type { SeqSet } from './seq-set';
import { type AnswerRow, PACKED_RANGES, SEGMENT_JSON, segmentOf, seqSetOf } from './stored-segments';

export interface PostingRequest {
  baseIds: readonly string[];
  /** What the caller knows, in the order of `baseIds`; segments come back only where it is out of date. */
  knownVersions: readonly (string | null)[];
  rows: readonly RowAddress[];
  tags: readonly string[] | undefined;
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

export interface SearchedIndex {
  baseId: string;
  number: number;
  version: string;
  deletedPassages: number;
  /** Undefined when the known version is the current one. */
  segments: StoredSegment[] | undefined;
  /** The passages with one of the tags; undefined when no tags are asked for. */
  allowed: SeqSet | undefined;
}

export interface PassageRow {
  indexNumber: number;
  seq: number;
  documentId: string;
  position: number;
  title: string;
  section: string | null;
  body: string;
  language: LanguageCode;
  tags: string[];
  sourceType: string;
}

export interface PassageAddress {
  indexNumber: number;
  seq: number;
}

export interface FoundRows {
  rows: PassageRow[];
  /** Sum of the versions of the indexes in the same snapshot. */
  versionSum: string;
}

export interface PatternRequest {
  addresses: readonly PassageAddress[];
  indexNumbers: readonly number[];
  /** For LIKE, in lower case. */
  patterns: readonly string[];
  tags: readonly string[] | undefined;
  /** Newest passages of each index to look at. */
  scanned: number;
  /** Of the passages found so. */
  limit: number;
}

interface IndexInfo extends Omit<SearchedIndex, 'segments' | 'allowed'> {
  segments: unknown[] | null;
}

const IS_ASCII = /^[\x20-\x7e]*$/;

type PostingAnswerRow = AnswerRow<'index' | 'posting' | 'allowed'>;

const SEARCHED = `with searched as (
  select *, ($2::bigint[])[array_position($1::uuid[], base_id)] as known_version
  from lexical_index where base_id = any ($1::uuid[])
)`;

const INDEX_ROWS = `select 'index' as kind, null::bigint as segment, null::bigint as key, null::bytea as data,
  json_build_object(
    'baseId', base_id, 'number', number, 'version', version::text, 'deletedPassages', deleted_passages,
    'segments', case when version is distinct from known_version then (
      select coalesce(json_agg(${SEGMENT_JSON} order by s.segment), '[]')
      from lexical_segment s where s.index_number = searched.number
    ) end
  ) as info
  from searched`;

const PASSAGE_COLUMNS = `p.index_number as "indexNumber", p.seq, p.document_id as "documentId", p.position, p.title, p.section,
  p.body, p.language, s.tags, s.source_type as "sourceType"`;

/** `offset 0` keeps it a look-up by passage_source_pkey for each passage, whatever the planner thinks of the table. */
const SOURCE_OF_PASSAGE =
  'lateral (select tags, source_type from passage_source where document_id = p.document_id offset 0) s';

@Injectable()
export class PassageSearchQueries {
  constructor(private readonly database: Database) {}

  /**
   * State of the indexes, rows of segments and the passages that the tags allow, all of one snapshot. By
   * lexical_index_pkey, lexical_segment_index_number_idx, lexical_posting_pkey and passage_source_index_number_idx.
   *
   * Rows are looked up by two plain arrays: a join with the pairs would be planned as a scan of the whole table. The pairs
   * then leave out what nobody asked for, before its bytes are read; `is true` keeps the planner from making it a join.
   */
  async readPostings({ baseIds, knownVersions, rows, tags }: PostingRequest): Promise<PostingAnswer> {
    const parameters: unknown[] = [baseIds, knownVersions];
    const parameter = (value: unknown) => `$${parameters.push(value)}`;
    const parts = [INDEX_ROWS];
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
    if (tags !== undefined) {
      parts.push(`select 'allowed', number, null, ranges, null from searched cross join lateral (
          select ${PACKED_RANGES} as ranges from passage_source
          where index_number = number and tags && ${parameter(tags)}::text[]
        ) allowed`);
    }
    const answer = await this.database.query<PostingAnswerRow>(`${SEARCHED} ${parts.join(' union all ')}`, parameters);
    return answerOf(answer, tags !== undefined);
  }

  /** Keeps writers of these bases away until the open transaction ends. By lexical_index_pkey. */
  async holdStill(baseIds: readonly string[]): Promise<void> {
    await this.database.query(
      'select 1 from lexical_index where base_id = any ($1::uuid[]) order by number for share',
      [baseIds],
    );
  }

  /** Passages that are gone are missing. By passage_pkey and lexical_index_number_key. */
  async findPassages(addresses: readonly PassageAddress[]): Promise<FoundRows> {
    const { numbers, seqs, distinct } = columnsOf(addresses);
    const rows = await this.database.query<{ versionSum: string } & (PassageRow | { seq: null })>(
      `select "versionSum", found.*
       from (select sum(version)::text as "versionSum" from lexical_index where number = any ($1::int[])) versions
       left join (
         select ${PASSAGE_COLUMNS} from passage p, ${SOURCE_OF_PASSAGE} where ${isAtAddress(1)}
       ) found on true`,
      [distinct.numbers, distinct.seqs, numbers, seqs],
    );
    return { rows: rows.filter((row) => row.seq !== null), versionSum: rows[0]?.versionSum ?? '' };
  }

  /**
   * Passages whose title, heading or text matches all patterns: those at the addresses, and of each index up to
   * `scanned` newest ones until `limit` are found. By passage_pkey.
   *
   * Lower case of ASCII letters alone, which is all that an ASCII pattern needs, takes a third of the time.
   */
  findMatching({ addresses, indexNumbers, patterns, tags, scanned, limit }: PatternRequest): Promise<PassageRow[]> {
    const { numbers, seqs, distinct } = columnsOf(addresses);
    const collation = patterns.every((pattern) => IS_ASCII.test(pattern)) ? 'collate "C"' : '';
    const matches = `lower(concat_ws(E'\\n', p.title, p.section, p.body) ${collation}) like all ($5::text[])
      and ($6::text[] is null or s.tags && $6::text[])`;
    return this.database.query<PassageRow>(
      `(select ${PASSAGE_COLUMNS} from passage p, ${SOURCE_OF_PASSAGE} where ${isAtAddress(1)} and ${matches})
       union
       (select ${PASSAGE_COLUMNS} from unnest($7::int[]) number
        cross join lateral (
          select * from passage where index_number = number order by seq desc limit $8
        ) p, ${SOURCE_OF_PASSAGE} where ${matches} limit $9)`,
      [distinct.numbers, distinct.seqs, numbers, seqs, patterns, tags ?? null, indexNumbers, scanned, limit],
    );
  }
}

/** Distinct values for plain arrays, which indexes like best, beside the exact pairs. */
function columnsOf(addresses: readonly PassageAddress[]) {
  const all = { numbers: addresses.map(({ indexNumber }) => indexNumber), seqs: addresses.map(({ seq }) => seq) };
  return { ...all, distinct: { numbers: [...new Set(all.numbers)], seqs: [...new Set(all.seqs)] } };
}

/** `is true` for the reason given at `readPostings`. */
function isAtAddress(first: number): string {
  return `p.index_number = any ($${first}::int[]) and p.seq = any ($${first + 1}::int[])
    and ((p.index_number, p.seq) in (select * from unnest($${first + 2}::int[], $${first + 3}::int[]))) is true`;
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
      allowed: isFiltered ? (allowed.get(index.number) ?? seqSetOf(null)) : undefined,
    })),
  };
}
