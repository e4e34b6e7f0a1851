/** Writes the rows of a segment from postings in memory. Used by packing and by merging; the format is in `segment-format`. */
import type { LanguageCode } from '#domain/language';
import { ByteWriter } from './byte-writer';
import { type AddPostings, PostingRows } from './posting-rows';
import { lengthsKey, type PackedSegment } from './segment-format';
import { vocabularyRows } from './vocabulary-rows';

export interface SegmentContent {
  /** Adds each term once, in the order of terms. */
  eachTerm(add: AddPostings): void;
  /** Asked for after the postings. Words by which misspelt words are corrected. */
  vocabulary(): ReadonlySet<string>;
  /** Flat pairs: seq, length, in the order of seq. */
  lengths: readonly number[];
  languages: Iterable<LanguageCode>;
}

export function writeSegment(content: SegmentContent): PackedSegment {
  const { lengths } = content;
  if (lengths.length === 0) return emptySegment();
  const lowSeq = lengths[0] as number;
  const records = new PostingRows(lowSeq);
  content.eachTerm((term, seqs, impacts, from, to) => records.add(term, seqs, impacts, from, to));
  const postings = records.rows();
  const vocabulary = vocabularyRows(content.vocabulary());
  return {
    passageCount: lengths.length / 2,
    totalLength: lengths.reduce((sum, value, at) => (at % 2 === 1 ? sum + value : sum), 0),
    bucketCount: postings.bucketCount,
    vocabularyBucketCount: vocabulary.bucketCount,
    lowSeq,
    highSeq: lengths[lengths.length - 2] as number,
    languages: [...new Set(content.languages)].sort(),
    rows: [...postings.rows, ...vocabulary.rows, { key: lengthsKey, data: writeLengths(lengths, lowSeq) }],
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
