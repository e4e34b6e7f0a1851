/** Posting records in the order of terms -> the rows they stand in: large ones by themselves, the others in buckets. */
import { ByteWriter, varintBytes } from './byte-writer';
import { bucketsFor, keyOfBucket, ownRowBytes, type SegmentRow } from './segment-format';

/** The postings of a term are `from .. to` of the arrays, in the order of seq. */
export type AddPostings = (term: number, seqs: Int32Array, impacts: Uint8Array, from: number, to: number) => void;

export class PostingRows {
  /** All records, one after another; where each ends, and its term. */
  private readonly records = new ByteWriter(1 << 14);
  private readonly ends: number[] = [];
  private readonly terms: number[] = [];
  private readonly large = new Set<number>();
  private smallBytes = 0;

  constructor(private readonly lowSeq: number) {}

  add(...[term, seqs, impacts, from, to]: Parameters<AddPostings>): void {
    if (from === to) return;
    const { records, lowSeq } = this;
    const start = records.length;
    let bytes = to - from;
    let previous = lowSeq;
    for (let i = from; i < to; i++) {
      const seq = seqs[i] as number;
      bytes += varintBytes(seq - previous);
      previous = seq;
    }
    records.int32(term);
    records.varint(to - from);
    records.varint(bytes);
    previous = lowSeq;
    for (let i = from; i < to; i++) {
      const seq = seqs[i] as number;
      records.varint(seq - previous);
      records.byte(impacts[i] as number);
      previous = seq;
    }
    if (bytes > ownRowBytes) this.large.add(this.terms.length);
    else this.smallBytes += records.length - start;
    this.terms.push(term);
    this.ends.push(records.length);
  }

  /** In the order of their keys. */
  rows(): { rows: SegmentRow[]; bucketCount: number } {
    const bucketCount = bucketsFor(this.smallBytes);
    const bytes = this.records.view();
    const own = [...this.large].map((record) => ({
      key: this.terms[record] as number,
      data: Buffer.from(bytes.subarray(this.startOf(record), this.ends[record])),
    }));
    return { rows: [...own, ...this.buckets(bytes, bucketCount)], bucketCount };
  }

  /** Cut out of one buffer: where each bucket ends is known before the first record is copied. */
  private buckets(bytes: Buffer, bucketCount: number): SegmentRow[] {
    const ends = this.bucketSizes(bucketCount);
    for (let bucket = 1; bucket < bucketCount; bucket++) ends[bucket]! += ends[bucket - 1]!;
    const starts = Int32Array.from(ends, (_, bucket) => (bucket === 0 ? 0 : (ends[bucket - 1] as number)));
    const data = Buffer.allocUnsafeSlow(this.smallBytes);
    const next = starts.slice();
    for (let record = 0; record < this.terms.length; record++) {
      if (this.large.has(record)) continue;
      const bucket = (this.terms[record] as number) & (bucketCount - 1);
      next[bucket] = copyInto(data, next[bucket] as number, bytes, this.startOf(record), this.ends[record] as number);
    }
    const rows: SegmentRow[] = [];
    for (let bucket = 0; bucket < bucketCount; bucket++) {
      const [start, end] = [starts[bucket] as number, ends[bucket] as number];
      if (end > start) rows.push({ key: keyOfBucket(bucket, bucketCount), data: data.subarray(start, end) });
    }
    return rows;
  }

  private bucketSizes(bucketCount: number): Int32Array {
    const sizes = new Int32Array(bucketCount);
    for (let record = 0; record < this.terms.length; record++) {
      if (this.large.has(record)) continue;
      const bucket = (this.terms[record] as number) & (bucketCount - 1);
      sizes[bucket]! += (this.ends[record] as number) - this.startOf(record);
    }
    return sizes;
  }

  private startOf(record: number): number {
    return record === 0 ? 0 : (this.ends[record - 1] as number);
  }
}

/** Byte by byte: most records have some ten, and a view of each would cost more. Returns where it ends. */
function copyInto(target: Buffer, at: number, source: Buffer, start: number, end: number): number {
  let to = at;
  for (let from = start; from < end; from++) target[to++] = source[from] as number;
  return to;
}
