import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { WAITING_SEQS } from './hidden-seqs';
import type { PackedSegment, SegmentRow } from './lexical/segment-format';
import { packRows } from './packed-rows';
import type { StoredSegment } from './segment-catalog';
import type { SeqSet } from './seq-set';
import {
  insertSegment,
  LIVE_RANGES,
  PACKED_RANGES,
  SEGMENT_JSON,
  segmentOf,
  segmentParameter,
  segmentRowOf,
  seqSetOf,
} from './stored-segments';

export interface MergeableIndex {
  number: number;
  version: string;
  deletedPassages: number;
  segments: StoredSegment[];
}

@Injectable()
export class SegmentMergingQueries {
  constructor(private readonly database: Database) {}

  /** By lexical_index_pkey and lexical_segment_index_number_idx. */
  async findIndex(baseId: string): Promise<MergeableIndex | undefined> {
    const [row] = await this.database.query<Omit<MergeableIndex, 'segments'> & { segments: unknown[] }>(
      `select number, version::text, deleted_passages as "deletedPassages", (
         select coalesce(json_agg(${SEGMENT_JSON}), '[]') from lexical_segment s where s.index_number = number
       ) as segments
       from lexical_index where base_id = $1`,
      [baseId],
    );
    return row && { ...row, segments: row.segments.map(segmentOf) };
  }

  /** By lexical_posting_pkey. */
  async readRows(segment: number): Promise<SegmentRow[]> {
    const rows = await this.database.query<{ key: string; data: Buffer }>(
      'select key, data from lexical_posting where segment = $1',
      [segment],
    );
    return rows.map(segmentRowOf);
  }

  /** The passages within these segments that are not deleted. By lexical_segment_pkey and passage_source_index_number_idx. */
  async livePassages(segments: readonly number[]): Promise<SeqSet> {
    const [row] = await this.database.query<{ ranges: Buffer | null }>(
      `select ${PACKED_RANGES} as ranges from (
         select live.* from lexical_segment s ${LIVE_RANGES} where s.segment = any ($1::bigint[])
       ) ranges`,
      [segments],
    );
    return seqSetOf(row?.ranges ?? null);
  }

  /** Returns the number of the new segment, which nobody sees before the commit. */
  async insertSegment(indexNumber: number, segment: PackedSegment): Promise<string> {
    const [row] = await this.database.query<{ segment: string }>(
      `${insertSegment('$1::int', '$2::json')} returning segment`,
      [indexNumber, segmentParameter(segment)],
    );
    return row!.segment;
  }

  async insertRows(segment: string, rows: readonly SegmentRow[]): Promise<void> {
    const { data, keys, starts, lengths } = packRows(rows);
    await this.database.query(
      `insert into lexical_posting (segment, key, data)
       select $1, key, substring($2::bytea from start for length)
       from unnest($3::bigint[], $4::int[], $5::int[]) as r (key, start, length)`,
      [segment, data, keys, starts, lengths],
    );
  }

  /** Keeps other writers of the index away until the open transaction ends. By lexical_index_number_key. */
  async lock(indexNumber: number): Promise<void> {
    await this.database.query('select 1 from lexical_index where number = $1 for no key update', [indexNumber]);
  }

  /** Removes segments whose passages are elsewhere by now; returns how many of them were still there. */
  async replaceSegments(indexNumber: number, segments: readonly number[], droppedPassages: number): Promise<number> {
    const [row] = await this.database.query<{ removed: number }>(
      `with removed as (
         delete from lexical_segment where segment = any ($2::bigint[]) returning segment
       ), state as (
         update lexical_index set version = nextval('lexical_number'),
           deleted_passages = greatest(0, deleted_passages - $3),
           hidden_seqs = case when deleted_passages > $3 then hidden_seqs else ${WAITING_SEQS} end
         where number = $1
       )
       select count(*)::int as removed from removed`,
      [indexNumber, segments, droppedPassages],
    );
    return row!.removed;
  }

  /** Notes that nothing is left to merge, unless the index has changed since it was read. By lexical_index_number_key. */
  async settle({ number, version, deletedPassages }: MergeableIndex): Promise<boolean> {
    const rows = await this.database.query(
      `with settled as (
         update lexical_index set merge_wanted = false
         where number = $1 and version = $2 and deleted_passages = $3 returning number
       )
       select number from settled`,
      [number, version, deletedPassages],
    );
    return rows.length > 0;
  }

  /** Segments that name passages which are gone; not told of some that others have written into meanwhile. */
  async findDirty(indexNumber: number): Promise<StoredSegment[]> {
    const rows = await this.database.query<{ segment: unknown }>(
      `with clean as (
         select s.segment from lexical_segment s ${LIVE_RANGES} where s.index_number = $1
         group by s.segment, s.passage_count
         having sum(greatest(
           0, least(live.first_seq + live.passage_count, s.high_seq + 1) - greatest(live.first_seq, s.low_seq)
         )) >= s.passage_count
       )
       select ${SEGMENT_JSON} as segment from lexical_segment s
       where s.index_number = $1 and s.segment not in (select segment from clean)`,
      [indexNumber],
    );
    return rows.map(({ segment }) => segmentOf(segment));
  }

  /** Nothing is deleted any more, unless the index has changed since it was read. By lexical_index_number_key. */
  async settlePurge({ number, version, deletedPassages }: MergeableIndex): Promise<void> {
    await this.database.query(
      `update lexical_index set deleted_passages = 0, hidden_seqs = ${WAITING_SEQS}
       where number = $1 and version = $2 and deleted_passages = $3`,
      [number, version, deletedPassages],
    );
  }

  /** Bases whose segments name passages that are gone. */
  async findSparse(): Promise<string[]> {
    const rows = await this.database.query<{ baseId: string }>(
      'select base_id as "baseId" from lexical_index where deleted_passages > 0 order by number',
    );
    return rows.map(({ baseId }) => baseId);
  }

  /** Bases whose segments wait to be merged. By lexical_index_merge_wanted_idx. */
  async findWaiting(limit: number): Promise<string[]> {
    const rows = await this.database.query<{ baseId: string }>(
      'select base_id as "baseId" from lexical_index where merge_wanted order by number limit $1',
      [limit],
    );
    return rows.map(({ baseId }) => baseId);
  }
}
