/** Where the postings of each term stand in the segments of a merge. Numbers in arrays, because there may be a million records. */
import { ByteReader } from './byte-writer';
import type { AddPostings } from './posting-rows';
import { isPostingKey, type PackedSegment } from './segment-format';
import { TermNumbers } from './term-numbers';

export type IsDeleted = (seq: number) => boolean;

export class RecordChains {
  private readonly numbers = new TermNumbers();
  /** By number of the term, the record in the first part that has it; the others follow by `next`. -1: none. */
  private readonly heads: number[] = [];
  private readonly next: number[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private readonly rowOf: number[] = [];
  private readonly rows: { data: Buffer; lowSeq: number }[] = [];
  /** Postings of the term that is unpacked; room for as many as there are passages. */
  private readonly seqs: Int32Array;
  private readonly impacts: Uint8Array;

  /** @param parts in the order of their lowest seq */
  constructor(parts: readonly PackedSegment[]) {
    for (const { rows, lowSeq } of parts.toReversed()) {
      for (const { key, data } of rows) if (isPostingKey(key)) this.add(data, lowSeq);
    }
    const passages = parts.reduce((sum, { passageCount }) => sum + passageCount, 0);
    this.seqs = new Int32Array(passages);
    this.impacts = new Uint8Array(passages);
  }

  /** The live postings of each term, in the order of terms; the terms that have some go into `used`. */
  eachTerm(isDeleted: IsDeleted, used: Set<number> | undefined, add: AddPostings): void {
    const { numbers, seqs, impacts } = this;
    for (const number of numbers.inOrder()) {
      const size = this.inSeqOrder(this.unpack(this.heads[number] as number, isDeleted));
      if (size === 0) continue;
      const term = numbers.terms[number] as number;
      used?.add(term);
      add(term, seqs, impacts, 0, size);
    }
  }

  /** Part by part; returns how many there are. */
  private unpack(head: number, isDeleted: IsDeleted): number {
    const { seqs, impacts } = this;
    let size = 0;
    for (let record = head; record >= 0; record = this.next[record] as number) {
      const { data, lowSeq } = this.rows[this.rowOf[record] as number] as { data: Buffer; lowSeq: number };
      const end = this.ends[record] as number;
      let seq = lowSeq;
      for (let at = this.starts[record] as number; at < end; ) {
        let byte = data[at++] as number;
        let delta = byte & 0x7f;
        for (let shift = 7; byte >= 0x80; shift += 7) {
          byte = data[at++] as number;
          delta |= (byte & 0x7f) << shift;
        }
        seq += delta;
        const impact = data[at++] as number;
        if (isDeleted(seq)) continue;
        seqs[size] = seq;
        impacts[size++] = impact;
      }
    }
    return size;
  }

  /** Segments rarely overlap, so sorting is the exception. A repeated seq counts once. */
  private inSeqOrder(size: number): number {
    const { seqs, impacts } = this;
    let isSorted = true;
    for (let i = 1; i < size; i++) isSorted &&= (seqs[i - 1] as number) < (seqs[i] as number);
    if (isSorted) return size;
    const bySeq = new Map<number, number>();
    for (let i = 0; i < size; i++) bySeq.set(seqs[i] as number, impacts[i] as number);
    [...bySeq]
      .sort((a, b) => a[0] - b[0])
      .forEach(([seq, impact], at) => {
        seqs[at] = seq;
        impacts[at] = impact;
      });
    return bySeq.size;
  }

  private add(data: Buffer, lowSeq: number): void {
    this.rows.push({ data, lowSeq });
    const reader = new ByteReader(data);
    while (!reader.isAtEnd) {
      const number = this.numbers.numberOf(reader.int32());
      reader.varint();
      const bytes = reader.varint();
      this.next.push(number < this.heads.length ? (this.heads[number] as number) : -1);
      this.heads[number] = this.starts.length;
      this.rowOf.push(this.rows.length - 1);
      this.starts.push(reader.offset);
      reader.offset += bytes;
      this.ends.push(reader.offset);
    }
  }
}
