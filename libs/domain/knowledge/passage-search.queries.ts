import { Injectable } from '@nestjs/common';
import type { LanguageCode } from '#domain/language';
import { Database } from '#infra/database';
import type { PassageMetadata } from './knowledge.types';
import { FOUND_METADATA, type PassageFilter, passageConditions } from './passage-filter';
import { INDEX_STATE } from './posting-reading.queries';
import type { HiddenRange } from './segment-catalog';
import { nearestStatement } from './vectors/nearest-vectors';
import type { NearestWay, SpaceExtent } from './vectors/nearest-way';

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
  metadata: PassageMetadata | null;
  /** Where the passages of its document stand in the index, it among them. */
  firstSeq: number;
  passageCount: number;
}

export interface PassageAddress {
  indexNumber: number;
  seq: number;
}

export interface FoundRows<Row = PassageRow> {
  rows: Row[];
  /** Of the indexes in the same snapshot, by number; one that is gone is missing. */
  states: Readonly<Record<number, SeenIndex>>;
}

export interface SeenIndex {
  version: string;
  /** As `IndexState.state`. */
  state: string;
}

/** Bases whose vectors are of one space, and the query in it. */
export interface VectorChannel {
  space: number;
  extent: SpaceExtent;
  indexNumbers: readonly number[];
  /** As pgvector reads it. */
  vector: string;
}

export interface NearestRequest {
  /** All that are searched. */
  indexNumbers: readonly number[];
  /** Passages that are found already. */
  addresses: readonly PassageAddress[];
  channels: readonly (VectorChannel & { way: NearestWay })[];
  filter: PassageFilter | undefined;
  /** Passages that are not found yet, so that they do not take the places of others. */
  hidden: readonly HiddenRange[];
  /** Nearest passages of each channel. */
  limit: number;
}

export interface ComparedRow extends PassageRow {
  /** Of query and passage, null when the passage has no vector of its base's space. */
  cosine: number | null;
}

export interface PatternRequest {
  addresses: readonly PassageAddress[];
  indexNumbers: readonly number[];
  /** For LIKE, in lower case. */
  patterns: readonly string[];
  filter: PassageFilter | undefined;
  /** Newest passages of each index to look at. */
  scanned: number;
  /** Of the passages found so. */
  limit: number;
}

interface FoundHead {
  states: FoundRows['states'] | null;
  /** How many nearest passages each space has given. */
  nearest: Readonly<Record<number, number>> | null;
}

const IS_ASCII = /^[\x20-\x7e]*$/;

const PASSAGE_COLUMNS = `p.index_number as "indexNumber", p.seq, p.document_id as "documentId", p.position, p.title, p.section,
  p.body, p.language, s.tags, s.source_type as "sourceType", ${FOUND_METADATA} as metadata,
  s.first_seq as "firstSeq", s.passage_count as "passageCount"`;

/** By lexical_index_number_key. */
const statesOf = (numbers: string) => `(
    select json_object_agg(number, json_build_object('version', version::text, 'state', ${INDEX_STATE}))
    from lexical_index where number = any (${numbers}::int[])
  ) as states`;

/** Nothing of a version that is not found yet. `offset 0` keeps it a look-up by passage_source_pkey for each passage, whatever the planner thinks of the table. */
const SOURCE_OF_PASSAGE = `lateral (
    select * from passage_source
    where document_id = p.document_id and p.seq >= first_seq and p.seq < first_seq + passage_count offset 0
  ) s`;

@Injectable()
export class PassageSearchQueries {
  constructor(private readonly database: Database) {}

  /** Keeps writers of these bases away until the open transaction ends. By lexical_index_pkey. */
  async holdStill(baseIds: readonly string[]): Promise<void> {
    await this.database.query(
      'select 1 from lexical_index where base_id = any ($1::uuid[]) order by number for share',
      [baseIds],
    );
  }

  /** Passages that are gone are missing. By passage_pkey. */
  async findPassages(indexNumbers: readonly number[], addresses: readonly PassageAddress[]): Promise<FoundRows> {
    const { numbers, seqs, distinct } = columnsOf(addresses);
    const rows = await this.database.query<Pick<FoundHead, 'states'> & (PassageRow | { seq: null })>(
      `select states, found.*
       from (select ${statesOf('$5')}) head
       left join (
         select ${PASSAGE_COLUMNS} from passage p, ${SOURCE_OF_PASSAGE} where ${isAtAddress(1)}
       ) found on true`,
      [distinct.numbers, distinct.seqs, numbers, seqs, indexNumbers],
    );
    return { rows: rows.filter((row) => row.seq !== null), states: rows[0]?.states ?? {} };
  }

  /**
   * As `findPassages`, together with the passages that are nearest to the query, all with their cosines. When the walk
   * through an index ends before it has found enough, all vectors are compared after all.
   */
  async findNearest(request: NearestRequest): Promise<FoundRows<ComparedRow>> {
    const { channels, limit } = request;
    const walked = channels.filter(({ way }) => way.kind === 'walked').map(({ space }) => space);
    const { rows, states, nearest } = await this.findBothKinds(request);
    const isShort = walked.some((space) => (nearest?.[space] ?? 0) < limit);
    if (!isShort) return { rows, states };
    return this.findBothKinds({ ...request, channels: channels.map((one) => ({ ...one, way: { kind: 'compared' } })) });
  }

  private async findBothKinds({ indexNumbers: searched, addresses, channels, filter, hidden, limit }: NearestRequest) {
    const { numbers, seqs } = columnsOf(addresses);
    const pairs = channels.flatMap(({ indexNumbers, space }) => indexNumbers.map((number) => ({ number, space })));
    const parameters: unknown[] = [searched, numbers, seqs, limit];
    const add = (value: unknown) => `$${parameters.push(value)}`;
    const asked = channels.map(({ space, way, indexNumbers, vector }) => ({
      ...{ space, way, limit: '$4', indexNumbers: `${add(indexNumbers)}::int[]`, vector: `${add(vector)}::text` },
    }));
    const isShown = hidden.length === 0 ? '' : `and not ${isWithin(hidden, add)}`;
    const nearest = asked.map(
      (one) => `select ${one.space} as space, n.* from (${nearestStatement(one, filter, isShown, add, limit)}) n`,
    );
    const cosine = asked
      .map(({ space, vector }) => `when ${space} then -(v.embedding <#> ${vector}::vector)`)
      .join(' ');
    const rows = await this.database.query<FoundHead & (ComparedRow | { seq: null })>(
      `with nearest as materialized (${nearest.join(' union all ')}), addresses as (
         select * from unnest($2::int[], $3::int[]) as a (index_number, seq) union select index_number, seq from nearest
       )
       select states, nearest, found.*
       from (
         select ${statesOf('$1')}, (
           select json_object_agg(space, found) from (select space, count(*) as found from nearest group by space) counts
         ) as nearest
       ) head
       left join (
         select ${PASSAGE_COLUMNS}, (
           select case v.space ${cosine} end from passage_vector v
           where v.index_number = p.index_number and v.seq = p.seq and (v.index_number, v.space) in (
             select * from unnest(${add(pairs.map(({ number }) => number))}::int[], ${add(pairs.map(({ space }) => space))}::int[])
           )
         ) as cosine
         from addresses a cross join lateral (
           select * from passage where index_number = a.index_number and seq = a.seq offset 0
         ) p, ${SOURCE_OF_PASSAGE}
       ) found on true`,
      parameters,
    );
    const [head] = rows;
    return { rows: rows.filter((row) => row.seq !== null), states: head?.states ?? {}, nearest: head?.nearest };
  }

  /**
   * Passages whose title, heading or text matches all patterns: those at the addresses, and of each index up to
   * `scanned` newest ones until `limit` are found. By passage_pkey.
   *
   * Lower case of ASCII letters alone, which is all that an ASCII pattern needs, takes a third of the time.
   */
  findMatching({ addresses, indexNumbers, patterns, filter, scanned, limit }: PatternRequest): Promise<PassageRow[]> {
    const { numbers, seqs, distinct } = columnsOf(addresses);
    const parameters: unknown[] = [
      distinct.numbers,
      distinct.seqs,
      numbers,
      seqs,
      patterns,
      indexNumbers,
      scanned,
      limit,
    ];
    const collation = patterns.every((pattern) => IS_ASCII.test(pattern)) ? 'collate "C"' : '';
    const matches = [
      `lower(concat_ws(E'\\n', p.title, p.section, p.body) ${collation}) like all ($5::text[])`,
      ...(filter ? passageConditions(filter, (value) => `$${parameters.push(value)}`) : []),
    ].join(' and ');
    return this.database.query<PassageRow>(
      `(select ${PASSAGE_COLUMNS} from passage p, ${SOURCE_OF_PASSAGE} where ${isAtAddress(1)} and ${matches})
       union
       (select ${PASSAGE_COLUMNS} from unnest($6::int[]) number
        cross join lateral (
          select * from passage where index_number = number order by seq desc limit $7
        ) p, ${SOURCE_OF_PASSAGE} where ${matches} limit $8)`,
      parameters,
    );
  }
}

/** Distinct values for plain arrays, which indexes like best, beside the exact pairs. */
function columnsOf(addresses: readonly PassageAddress[]) {
  const all = { numbers: addresses.map(({ indexNumber }) => indexNumber), seqs: addresses.map(({ seq }) => seq) };
  return { ...all, distinct: { numbers: [...new Set(all.numbers)], seqs: [...new Set(all.seqs)] } };
}

/** Whether vectors `v` are of passages in these ranges. */
function isWithin(ranges: readonly HiddenRange[], add: (value: unknown) => string): string {
  const numbers = add(ranges.map(({ indexNumber }) => indexNumber));
  const firsts = add(ranges.map(({ firstSeq }) => firstSeq));
  const counts = add(ranges.map(({ count }) => count));
  return `exists (
    select from unnest(${numbers}::int[], ${firsts}::int[], ${counts}::int[]) as h (index_number, first_seq, count)
    where h.index_number = v.index_number and v.seq >= h.first_seq and v.seq < h.first_seq + h.count
  )`;
}

/** `is true` for the reason given at `PostingReadingQueries`. */
function isAtAddress(first: number): string {
  return `p.index_number = any ($${first}::int[]) and p.seq = any ($${first + 1}::int[])
    and ((p.index_number, p.seq) in (select * from unnest($${first + 2}::int[], $${first + 3}::int[]))) is true`;
}
