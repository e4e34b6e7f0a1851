import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type { PassageMetadata } from './knowledge.types';
import type { LanguageCode } from './lexical/languages';
import { FOUND_METADATA, type PassageFilter, passageConditions } from './passage-filter';

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
}

export interface PassageAddress {
  indexNumber: number;
  seq: number;
}

export interface FoundRows<Row = PassageRow> {
  rows: Row[];
  /** Sum of the versions of the indexes in the same snapshot. */
  versionSum: string;
}

/** Bases whose vectors are of one space, and the query in it. */
export interface VectorChannel {
  space: number;
  indexNumbers: readonly number[];
  /** As pgvector reads it. */
  vector: string;
}

export interface NearestRequest {
  /** Passages that are found already. */
  addresses: readonly PassageAddress[];
  channels: readonly VectorChannel[];
  filter: PassageFilter | undefined;
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

const IS_ASCII = /^[\x20-\x7e]*$/;

const PASSAGE_COLUMNS = `p.index_number as "indexNumber", p.seq, p.document_id as "documentId", p.position, p.title, p.section,
  p.body, p.language, s.tags, s.source_type as "sourceType", ${FOUND_METADATA} as metadata`;

/** `offset 0` keeps it a look-up by passage_source_pkey for each passage, whatever the planner thinks of the table. */
const SOURCE_OF_PASSAGE = 'lateral (select * from passage_source where document_id = p.document_id offset 0) s';

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
   * As `findPassages`, together with the passages that are nearest to the query, all with their cosines. Every vector of
   * the bases is looked at, by passage_vector_pkey: from some 7,000 of 384 dimensions on (5,000 of 1,536) that takes 20 ms
   * on the embedded database, and on a server from 17,000 (5,000). An index of the space (`hnsw ((embedding::vector(384))
   * vector_ip_ops) where space = 1`) would serve the order of each channel, which therefore stands by itself.
   */
  async findNearest({ addresses, channels, filter, limit }: NearestRequest): Promise<FoundRows<ComparedRow>> {
    const { numbers, seqs, distinct } = columnsOf(addresses);
    const pairs = channels.flatMap(({ indexNumbers, space }) => indexNumbers.map((number) => ({ number, space })));
    const parameters: unknown[] = [distinct.numbers, numbers, seqs, limit];
    const add = (value: unknown) => `$${parameters.push(value)}`;
    const asked = channels.map(({ space, indexNumbers, vector }) => ({
      space: `${add(space)}::int`,
      indexNumbers: `${add(indexNumbers)}::int[]`,
      vector: `${add(vector)}::vector`,
    }));
    const nearest = asked.map(
      ({ space, indexNumbers, vector }) => `(select v.index_number, v.seq from passage_vector v ${
        filter ? 'join passage p using (index_number, seq) join passage_source s using (document_id)' : ''
      } where v.index_number = any (${indexNumbers}) and v.space = ${space}
        ${
          filter
            ? passageConditions(filter, add)
                .map((condition) => `and ${condition}`)
                .join(' ')
            : ''
        }
        order by v.embedding <#> ${vector} limit $4)`,
    );
    const cosine = asked.map(({ space, vector }) => `when ${space} then -(v.embedding <#> ${vector})`).join(' ');
    const rows = await this.database.query<{ versionSum: string } & (ComparedRow | { seq: null })>(
      `with addresses as (
         select * from unnest($2::int[], $3::int[]) as a (index_number, seq) union ${nearest.join(' union ')}
       )
       select "versionSum", found.*
       from (select sum(version)::text as "versionSum" from lexical_index where number = any ($1::int[])) versions
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
    return { rows: rows.filter((row) => row.seq !== null), versionSum: rows[0]?.versionSum ?? '' };
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

/** `is true` for the reason given at `PostingReadingQueries`. */
function isAtAddress(first: number): string {
  return `p.index_number = any ($${first}::int[]) and p.seq = any ($${first + 1}::int[])
    and ((p.index_number, p.seq) in (select * from unnest($${first + 2}::int[], $${first + 3}::int[]))) is true`;
}
