/** Finds postings and vocabulary in fetched rows. Which rows to fetch: `postingKeys` and `vocabularyKeys`. */
import { ByteReader } from './byte-writer';
import {
  keyOfBucket,
  keyOfVocabulary,
  lengthsKey,
  type PostingList,
  type SegmentRef,
  type SegmentRow,
} from './segment-format';

export interface FetchedRow extends SegmentRow {
  segment: SegmentRef;
}

/** All there is of one term, over the segments of a base. */
export interface TermPostings {
  term: number;
  /** In passages; deleted ones still count until their segment is merged. */
  documentFrequency: number;
  lists: PostingList[];
}

/** A term lies under its own key or in its bucket: both are asked for. Distinct, for `key = any(...)`. */
export function postingKeys(terms: readonly number[], segments: readonly SegmentRef[]): number[] {
  const keys = new Set<number>(terms);
  for (const { bucketCount } of segments) {
    for (const term of terms) keys.add(keyOfBucket(term, bucketCount));
  }
  return [...keys];
}

/** Terms that no row holds are missing from the result. */
export function readPostings(terms: readonly number[], rows: readonly FetchedRow[]): Map<number, TermPostings> {
  const found = new Map<number, TermPostings>();
  for (const [segment, data] of bySegment(rows)) {
    for (const term of terms) {
      const list = findPostings(term, segment, data);
      if (list === undefined) continue;
      const known = found.get(term) ?? { term, documentFrequency: 0, lists: [] };
      known.documentFrequency += list.documentFrequency;
      known.lists.push(list);
      found.set(term, known);
    }
  }
  return found;
}

function bySegment(rows: readonly FetchedRow[]): Map<SegmentRef, Map<number, Buffer>> {
  const segments = new Map<SegmentRef, Map<number, Buffer>>();
  for (const { segment, key, data } of rows) {
    const known = segments.get(segment);
    if (known === undefined) segments.set(segment, new Map([[key, data]]));
    else known.set(key, data);
  }
  return segments;
}

export function findPostings(
  term: number,
  segment: SegmentRef,
  rows: ReadonlyMap<number, Buffer>,
): PostingList | undefined {
  for (const key of [term, keyOfBucket(term, segment.bucketCount)]) {
    const data = rows.get(key);
    const list = data === undefined ? undefined : scanRecords(data, term, segment.lowSeq);
    if (list !== undefined) return list;
  }
  return undefined;
}

function scanRecords(data: Buffer, term: number, lowSeq: number): PostingList | undefined {
  const reader = new ByteReader(data);
  while (!reader.isAtEnd) {
    const record = readRecord(reader, lowSeq);
    if (record.term === term) return record;
  }
  return undefined;
}

/** Leaves the reader at the next record. */
export function readRecord(reader: ByteReader, lowSeq: number): PostingList & { term: number } {
  const term = reader.int32();
  const documentFrequency = reader.varint();
  const bytes = reader.varint();
  const start = reader.offset;
  reader.offset += bytes;
  return { term, data: reader.data, start, end: reader.offset, documentFrequency, lowSeq };
}

/** Letters that words near to another one may lack and have more: misspelt ones two, longer forms and compounds some. */
const lettersFewer = 2;
const lettersMore = 6;

/** The rows that may hold misspelt and longer forms of these words. */
export function vocabularyKeys(words: readonly string[], segments: readonly SegmentRef[]): number[] {
  const keys = new Set<number>();
  for (const { vocabularyBucketCount } of segments) {
    if (vocabularyBucketCount === 0) continue;
    for (const word of words) {
      for (let length = word.length - lettersFewer; length <= word.length + lettersMore; length++) {
        keys.add(keyOfVocabulary(word.charCodeAt(0), length, vocabularyBucketCount));
      }
    }
  }
  return [...keys];
}

export function readVocabulary(data: Buffer): string[] {
  const words: string[] = [];
  const reader = new ByteReader(data);
  let last = '';
  while (!reader.isAtEnd) {
    const kept = reader.byte();
    const bytes = reader.byte();
    last = last.slice(0, kept) + data.toString('utf8', reader.offset, reader.offset + bytes);
    reader.offset += bytes;
    words.push(last);
  }
  return words;
}

/** Flat pairs: seq, length in terms. */
export function readLengths(rows: readonly SegmentRow[], lowSeq: number): number[] {
  const row = rows.find(({ key }) => key === lengthsKey);
  if (row === undefined) return [];
  const pairs: number[] = [];
  const reader = new ByteReader(row.data);
  let seq = lowSeq;
  while (!reader.isAtEnd) {
    seq += reader.varint();
    pairs.push(seq, reader.varint());
  }
  return pairs;
}
