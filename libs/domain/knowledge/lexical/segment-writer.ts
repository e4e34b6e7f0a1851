/** Writes the rows of a segment from postings in memory. Used by packing and by merging; the format is in `segment-format`. */
import { ByteWriter } from './byte-writer';
import type { LanguageCode } from './languages';
import {
  bucketsFor,
  keyOfBucket,
  keyOfVocabulary,
  lengthsKey,
  ownRowBytes,
  type PackedSegment,
  type SegmentRow,
} from './segment-format';

/** Flat pairs: seq, impact, seq, impact ... in the order of seq. */
export type Postings = number[];

export interface SegmentContent {
  /** In the order of terms; each is written before the next is taken. */
  postings: Iterable<readonly [term: number, postings: Postings]>;
  /** Taken after the postings. Words by which misspelt words are corrected. */
  vocabulary: Iterable<string>;
  /** Flat pairs: seq, length, in the order of seq. */
  lengths: readonly number[];
  languages: Iterable<LanguageCode>;
}

export function writeSegment(content: SegmentContent): PackedSegment {
  const { lengths } = content;
  if (lengths.length === 0) return emptySegment();
  const lowSeq = lengths[0] as number;
  const { rows, bucketCount } = writePostings(content.postings, lowSeq);
  const words = [...new Set(content.vocabulary)].sort();
  const vocabularyBucketCount = words.length === 0 ? 0 : bucketsFor(words.length * 7);
  const vocabularyRows = writeVocabulary(words, vocabularyBucketCount);
  return {
    passageCount: lengths.length / 2,
    totalLength: lengths.reduce((sum, value, at) => (at % 2 === 1 ? sum + value : sum), 0),
    bucketCount,
    vocabularyBucketCount,
    lowSeq,
    highSeq: lengths[lengths.length - 2] as number,
    languages: [...new Set(content.languages)].sort(),
    rows: [...rows, ...vocabularyRows, { key: lengthsKey, data: writeLengths(lengths, lowSeq) }],
  };
}

function emptySegment(): PackedSegment {
  return {
    passageCount: 0,
    totalLength: 0,
    bucketCount: 1,
    vocabularyBucketCount: 0,
    lowSeq: 0,
    highSeq: 0,
    languages: [],
    rows: [],
  };
}

function writePostings(postings: SegmentContent['postings'], lowSeq: number) {
  const list = new ByteWriter();
  const all = new ByteWriter();
  const records: { term: number; start: number; end: number; isLarge: boolean }[] = [];
  let smallBytes = 0;
  for (const [term, pairs] of postings) {
    if (pairs.length === 0) continue;
    const start = all.length;
    writeRecord(all, list, term, pairs, lowSeq);
    const isLarge = list.length > ownRowBytes;
    if (!isLarge) smallBytes += all.length - start;
    records.push({ term, start, end: all.length, isLarge });
  }
  const bucketCount = bucketsFor(smallBytes);
  const bytes = all.view();
  const buckets = new Map<number, Buffer[]>();
  for (const { term, start, end, isLarge } of records) {
    const key = isLarge ? term : keyOfBucket(term, bucketCount);
    const bucket = buckets.get(key);
    if (bucket === undefined) buckets.set(key, [bytes.subarray(start, end)]);
    else bucket.push(bytes.subarray(start, end));
  }
  const rows: SegmentRow[] = [...buckets].map(([key, parts]) => ({ key, data: Buffer.concat(parts) }));
  return { rows, bucketCount };
}

function writeRecord(into: ByteWriter, list: ByteWriter, term: number, pairs: Postings, lowSeq: number): void {
  list.clear();
  let previous = lowSeq;
  for (let i = 0; i < pairs.length; i += 2) {
    const seq = pairs[i] as number;
    list.varint(seq - previous);
    list.byte(pairs[i + 1] as number);
    previous = seq;
  }
  into.int32(term);
  into.varint(pairs.length / 2);
  into.varint(list.length);
  into.append(list.view());
}

function writeLengths(lengths: readonly number[], lowSeq: number): Buffer {
  const writer = new ByteWriter(lengths.length * 2);
  let previous = lowSeq;
  for (let i = 0; i < lengths.length; i += 2) {
    const seq = lengths[i] as number;
    writer.varint(seq - previous);
    writer.varint(lengths[i + 1] as number);
    previous = seq;
  }
  return writer.toBuffer();
}

/** `words` sorted and distinct; within a bucket they stay sorted, so that neighbours share their beginnings. */
function writeVocabulary(words: readonly string[], bucketCount: number): SegmentRow[] {
  const buckets = new Map<number, { writer: ByteWriter; last: string }>();
  for (const word of words) {
    const key = keyOfVocabulary(word.charCodeAt(0), word.length, bucketCount);
    const bucket = buckets.get(key) ?? { writer: new ByteWriter(), last: '' };
    let kept = 0;
    while (kept < word.length && word[kept] === bucket.last[kept]) kept++;
    const rest = Buffer.from(word.slice(kept), 'utf8');
    bucket.writer.byte(kept);
    bucket.writer.byte(rest.length);
    bucket.writer.append(rest);
    bucket.last = word;
    buckets.set(key, bucket);
  }
  return [...buckets].map(([key, { writer }]) => ({ key, data: writer.toBuffer() }));
}
