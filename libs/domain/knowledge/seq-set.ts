/**
 * A set of sequence numbers, given as ranges: the passages that a filter allows, or that are alive. A bitmap in pages, so
 * that asking is cheap (it is asked for every posting) and a sparse set over a wide range stays small.
 */
const SEQS_PER_PAGE = 65_536;
/** Two integers of four bytes, big endian, as PostgreSQL's int4send writes them. */
const BYTES_PER_RANGE = 8;

export class SeqSet {
  private readonly pages = new Map<number, Uint32Array>();
  private lastNumber = -1;
  private lastPage: Uint32Array | undefined;
  private readonly ranges: { first: number; count: number }[] = [];

  /** `packed`: per range the first seq and the number of seqs. */
  static fromPackedRanges(packed: Buffer): SeqSet {
    const set = new SeqSet();
    for (let offset = 0; offset < packed.length; offset += BYTES_PER_RANGE) {
      set.addRange(packed.readInt32BE(offset), packed.readInt32BE(offset + 4));
    }
    return set;
  }

  /** Of seqs that no other range has. */
  addRange(first: number, count: number): void {
    this.ranges.push({ first, count });
    for (let seq = first; seq < first + count; seq++) {
      const page = this.pageOf(seq) ?? this.newPage(seq);
      page[(seq % SEQS_PER_PAGE) >>> 5] = (page[(seq % SEQS_PER_PAGE) >>> 5] as number) | (1 << (seq & 31));
    }
  }

  has(seq: number): boolean {
    const page = this.pageOf(seq);
    return page !== undefined && (((page[(seq % SEQS_PER_PAGE) >>> 5] as number) >>> (seq & 31)) & 1) === 1;
  }

  get size(): number {
    return this.ranges.reduce((sum, { count }) => sum + count, 0);
  }

  seqs(): number[] {
    return this.ranges.flatMap(({ first, count }) => Array.from({ length: count }, (_, at) => first + at));
  }

  /** Neighbours are asked for one after another, so the page of the last question is kept at hand. */
  private pageOf(seq: number): Uint32Array | undefined {
    const number = Math.floor(seq / SEQS_PER_PAGE);
    if (number !== this.lastNumber) {
      this.lastNumber = number;
      this.lastPage = this.pages.get(number);
    }
    return this.lastPage;
  }

  private newPage(seq: number): Uint32Array {
    const page = new Uint32Array(SEQS_PER_PAGE / 32);
    this.pages.set(Math.floor(seq / SEQS_PER_PAGE), page);
    this.lastPage = page;
    return page;
  }
}
