/** How segments, their rows and sets of passages come out of the database; shared by the statements of this folder. */

import type { LanguageCode } from '#domain/language';
import type { PackedSegment, SegmentRow } from './lexical/segment-format';
import type { StoredSegment } from './segment-catalog';
import { SeqSet } from './seq-set';

/** One row of statements that answer several questions in one round trip; `kind` tells which. */
export interface AnswerRow<Kind extends string> {
  kind: Kind;
  /** bigint */
  segment: string | null;
  /** bigint */
  key: string | null;
  data: Buffer | null;
  info: unknown;
}

/** A segment of `lexical_segment s` as JSON; read with `segmentOf`. */
export const SEGMENT_JSON = `json_build_array(s.segment, s.passage_count, s.total_length, s.bucket_count,
  s.vocabulary_bucket_count, s.low_seq, s.high_seq, s.languages)`;

type SegmentJson = [number, number, number, number, number, number, number, LanguageCode[]];

export function segmentOf(json: unknown): StoredSegment {
  const [segment, passageCount, totalLength, bucketCount, vocabularyBucketCount, lowSeq, highSeq, languages] =
    json as SegmentJson;
  return { segment, passageCount, totalLength, bucketCount, vocabularyBucketCount, lowSeq, highSeq, languages };
}

/** An insert of the segment that the JSON parameter describes (see `segmentParameter`); of none if it is null. */
export function insertSegment(indexNumber: string, json: string): string {
  return `insert into lexical_segment (index_number, passage_count, total_length, bucket_count,
      vocabulary_bucket_count, low_seq, high_seq, languages)
    select ${indexNumber}, "passageCount", "totalLength", "bucketCount", "vocabularyBucketCount", "lowSeq", "highSeq", languages
    from json_to_record(${json}) as s ("passageCount" int, "totalLength" bigint, "bucketCount" int,
      "vocabularyBucketCount" int, "lowSeq" int, "highSeq" int, languages text[])
    where ${json} is not null`;
}

export function segmentParameter({ rows: _, ...info }: PackedSegment): string {
  return JSON.stringify(info);
}

/**
 * The ranges of live passages within the segments `s`, for `SeqSet.fromPackedRanges`. Sources do not overlap, so at most one
 * begins below a segment and reaches into it. By passage_source_index_number_idx. Versions that wait to be revealed live,
 * too; by passage_source_next_idx.
 */
export const LIVE_RANGES = `cross join lateral (
    select coalesce(max(first_seq), s.low_seq) as low from passage_source
    where index_number = s.index_number and first_seq <= s.low_seq
  ) reach cross join lateral (
    select document_id, first_seq, passage_count from passage_source
    where index_number = s.index_number and first_seq between reach.low and s.high_seq
    union all
    select document_id, next_first_seq, next_passage_count from passage_source
    where index_number = s.index_number and next_first_seq <= s.high_seq
      and next_first_seq + next_passage_count > s.low_seq
  ) live`;

/** Packs rows with first_seq and passage_count; null without rows. */
export const PACKED_RANGES = `string_agg(int4send(first_seq) || int4send(passage_count), '')`;

export function seqSetOf(ranges: Buffer | null): SeqSet {
  return SeqSet.fromPackedRanges(ranges ?? Buffer.alloc(0));
}

export function segmentRowOf({ key, data }: { key: string | null; data: Buffer | null }): SegmentRow {
  return { key: Number(key), data: data ?? Buffer.alloc(0) };
}
