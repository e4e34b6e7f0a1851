/**
 * Several segments -> one, without the passages that were deleted since. Impacts are copied, not computed again, so
 * merging is exact and needs no texts. All rows of the inputs must be present. Only one term is unpacked at a time, so memory is
 * that of the inputs and the result.
 */
import { analyzerFor } from './analyzer';
import { ByteReader } from './byte-writer';
import type { LanguageCode } from './languages';
import { isPostingKey, isVocabularyKey, type PackedSegment } from './segment-format';
import { readLengths, readVocabulary } from './segment-reader';
import { type Postings, writeSegment } from './segment-writer';

export function mergeSegments(segments: readonly PackedSegment[], isDeleted: (seq: number) => boolean): PackedSegment {
  const parts = [...segments].filter(({ passageCount }) => passageCount > 0).sort((a, b) => a.lowSeq - b.lowSeq);
  const lengths = inSeqOrder(
    parts.flatMap(({ rows, lowSeq }) => readLengths(rows, lowSeq)).filter(livePairs(isDeleted)),
  );
  const vocabulary = new Set<string>();
  for (const { key, data } of parts.flatMap(({ rows }) => rows)) {
    if (isVocabularyKey(key)) for (const word of readVocabulary(data)) vocabulary.add(word);
  }
  const languages = [...new Set(parts.flatMap((part) => part.languages))];
  const hasLost = lengths.length / 2 < parts.reduce((sum, { passageCount }) => sum + passageCount, 0);
  const records = new RecordChains(parts);
  const used = new Set<number>();
  return writeSegment({
    postings: mergedPostings(records, isDeleted, used),
    vocabulary: hasLost ? usedWords(vocabulary, languages, used) : vocabulary,
    lengths,
    languages,
  });
}

/** Where the postings of each term stand in the parts. Numbers in arrays, because there may be a million records. */
class RecordChains {
  /** By term, the record in the first part that has it; the others follow by `next`. */
  private readonly heads = new Map<number, number>();
  private readonly next: number[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private readonly rowOf: number[] = [];
  private readonly rows: { data: Buffer; lowSeq: number }[] = [];

  constructor(parts: readonly PackedSegment[]) {
    for (const { rows, lowSeq } of parts.toReversed()) {
      for (const { key, data } of rows) if (isPostingKey(key)) this.add(data, lowSeq);
    }
  }

  get terms(): Int32Array {
    return Int32Array.from(this.heads.keys()).sort();
  }

  /** The live postings of a term, part by part. */
  postings(term: number, isDeleted: (seq: number) => boolean): Postings {
    const pairs: Postings = [];
    for (let record = this.heads.get(term) ?? -1; record >= 0; record = this.next[record] as number) {
      const { data, lowSeq } = this.rows[this.rowOf[record] as number] as { data: Buffer; lowSeq: number };
      const reader = new ByteReader(data, this.starts[record]);
      const end = this.ends[record] as number;
      let seq = lowSeq;
      while (reader.offset < end) {
        seq += reader.varint();
        const impact = reader.byte();
        if (!isDeleted(seq)) pairs.push(seq, impact);
      }
    }
    return pairs;
  }

  private add(data: Buffer, lowSeq: number): void {
    this.rows.push({ data, lowSeq });
    const reader = new ByteReader(data);
    while (!reader.isAtEnd) {
      const term = reader.int32();
      reader.varint();
      const bytes = reader.varint();
      this.next.push(this.heads.get(term) ?? -1);
      this.heads.set(term, this.starts.length);
      this.rowOf.push(this.rows.length - 1);
      this.starts.push(reader.offset);
      reader.offset += bytes;
      this.ends.push(reader.offset);
    }
  }
}

/** In the order of terms; those that are left go into `used`. */
function* mergedPostings(
  records: RecordChains,
  isDeleted: (seq: number) => boolean,
  used: Set<number>,
): Generator<[number, Postings]> {
  for (const term of records.terms) {
    const pairs = records.postings(term, isDeleted);
    if (pairs.length === 0) continue;
    used.add(term);
    yield [term, inSeqOrder(pairs)];
  }
}

/** Words that still have postings in one of the languages. Stop words never had any, but cost a lookup at most. */
function* usedWords(
  words: Iterable<string>,
  languages: readonly LanguageCode[],
  used: ReadonlySet<number>,
): Generator<string> {
  for (const word of words) {
    if (languages.some((language) => used.has(analyzerFor(language).termOfWord(word)))) yield word;
  }
}

/** For a filter over flat pairs of seq and value. */
function livePairs(isDeleted: (seq: number) => boolean) {
  return (_: number, at: number, pairs: readonly number[]) => !isDeleted(pairs[at - (at % 2)] as number);
}

/** Segments rarely overlap, so sorting is the exception. A repeated seq counts once. */
function inSeqOrder(pairs: Postings): Postings {
  let isSorted = true;
  for (let i = 2; i < pairs.length; i += 2) isSorted &&= (pairs[i - 2] as number) < (pairs[i] as number);
  if (isSorted) return pairs;
  const bySeq = new Map<number, number>();
  for (let i = 0; i < pairs.length; i += 2) bySeq.set(pairs[i] as number, pairs[i + 1] as number);
  return [...bySeq].sort((a, b) => a[0] - b[0]).flat();
}
