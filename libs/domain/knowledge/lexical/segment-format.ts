/**
 * The packed form of a lexical index. A segment holds some passages of one base and never changes; several segments are
 * merged into a new one. It is a set of rows (key, data), so that a query reads a few rows by key. All numbers little
 * endian; v = varint (see byte-writer).
 *
 *   key                          data
 *   term hash (signed 32 bits)   one posting record: a term whose postings exceed `ownRowBytes`
 *   2^40 + bucket                posting records of all other terms with (hash & (bucketCount - 1)) = bucket
 *   2^41 + bucket                vocabulary entries with (hash of first letter and length & (vocabularyBucketCount - 1)) = bucket
 *   2^42                         passage lengths
 *
 *   posting record    int32 term hash, v document frequency, v byte length of what follows, then per passage in the order
 *                     of seq: v seq - previous seq (the first: seq - lowSeq of the segment), byte impact
 *   vocabulary entry  byte n: code units kept from the entry before; byte m: bytes that follow; m bytes UTF-8. Entries are
 *                     the folded words of 4 to 24 letters in the order of their UTF-16 units
 *   passage lengths   per passage in the order of seq: v seq - previous seq (as above), v length in terms
 *
 * impact = round(255 * tf / (tf + k1 * (1 - b + b * length / referenceLength))), at least 1: the saturated term frequency
 * of BM25 (Robertson and Zaragoza 2009). The reference length is a constant instead of the base's mean, so that impacts of
 * different segments compare and a merge copies them. Rescoring uses the true mean.
 */
import type { LanguageCode } from '#domain/language';

export interface PassageText {
  /** Position of the passage in its base: a counter, never used twice, from 0 to 2^31 - 1. */
  seq: number;
  /** Title and headings; counts twice. May be empty. */
  title: string;
  body: string;
  language: LanguageCode;
}

/** What a reader has to know of a segment. */
export interface SegmentRef {
  bucketCount: number;
  /** 0 when the segment has no vocabulary. */
  vocabularyBucketCount: number;
  lowSeq: number;
  highSeq: number;
}

export interface SegmentInfo extends SegmentRef {
  passageCount: number;
  /** Sum of the passage lengths in terms, titles counted twice. */
  totalLength: number;
  languages: LanguageCode[];
}

export interface SegmentRow {
  key: number;
  data: Buffer;
}

export interface PackedSegment extends SegmentInfo {
  rows: SegmentRow[];
}

/** Postings of one term in one segment: `data[start .. end)`. */
export interface PostingList {
  data: Buffer;
  start: number;
  end: number;
  documentFrequency: number;
  /** Added to the first delta. */
  lowSeq: number;
}

export const titleWeight = 2;
export const bm25 = { k1: 1.2, b: 0.75 } as const;
/** About the terms of a passage of 1,000 characters. */
export const referenceLength = 90;

/**
 * PostgreSQL keeps a row of up to 2 KB in its page and cuts a larger one into pieces in another table. With buckets of 12 KB a
 * search over 32 segments took twice the time, most of it for records of other terms; the size of the index is the same.
 */
export const ownRowBytes = 1_000;
/** Buckets hold this much at most, on average. */
const bucketBytes = 1_500;
const bucketKey = 2 ** 40;
const vocabularyKey = 2 ** 41;
export const lengthsKey = 2 ** 42;

/** Numbers and codes must not be "corrected"; letters above the basic plane would need care for no gain. */
export function isVocabularyWord(word: string): boolean {
  return /^\p{L}{4,24}$/u.test(word) && !/[\ud800-\udfff]/.test(word);
}

export function keyOfBucket(term: number, bucketCount: number): number {
  return bucketKey + (term & (bucketCount - 1));
}

export function keyOfVocabulary(firstCode: number, length: number, vocabularyBucketCount: number): number {
  const mixed = Math.imul((firstCode << 5) ^ length, 0x9e3779b1) >>> 12;
  return vocabularyKey + (mixed & (vocabularyBucketCount - 1));
}

export function isVocabularyKey(key: number): boolean {
  return key >= vocabularyKey && key < lengthsKey;
}

export function isPostingKey(key: number): boolean {
  return key < vocabularyKey;
}

/** The smallest power of two of buckets that keeps them at `bucketBytes` on average. */
export function bucketsFor(totalBytes: number): number {
  let buckets = 1;
  while (buckets * bucketBytes < totalBytes) buckets *= 2;
  return buckets;
}

export function impactOf(termFrequency: number, passageLength: number): number {
  const norm = bm25.k1 * (1 - bm25.b + (bm25.b * passageLength) / referenceLength);
  return Math.max(1, Math.round((255 * termFrequency) / (termFrequency + norm)));
}
