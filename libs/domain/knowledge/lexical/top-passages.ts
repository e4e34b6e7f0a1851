/**
 * First stage: the best passages by BM25, from packed postings alone. Every posting of every term is added up (dropping
 * common terms costs five points of recall), in windows of the seq range so that memory stays at 8 MB however large the
 * base is. The best are taken by a histogram over the sums, ties by the smaller seq.
 *
 * Rare terms come first. When all the terms that are left could not lift a passage to the best any more (MaxScore: Turtle
 * and Flood, 1995), they are added only to passages that have a sum already: the result is the same, and of common terms,
 * which are most of the postings, little more than reading is left.
 *
 * Work is linear in postings. The module keeps one set of buffers; it never yields while using it.
 */
import { ByteReader } from './byte-writer';
import type { PostingList } from './segment-format';

/** Seqs a window: 2^20 sums of four bytes, and as many places to remember which were touched. */
const windowSize = 1 << 20;
/** Weights are rounded to thousandths; 2^31 / (255 * 1000) leaves room for a weight sum of 8,400. */
const weightScale = 1_000;
const histogramBars = 1_024;
/** Impacts are bytes. */
const maxImpact = 255;

export interface WeightedPostings {
  /** Inverse document frequency, times what the query makes of the term. */
  weight: number;
  lists: readonly PostingList[];
}

export interface SeqFilter {
  has(seq: number): boolean;
}

export interface Candidate {
  seq: number;
  /** Sum of weight * impact: BM25 up to a constant. */
  impact: number;
}

export interface TopOptions {
  limit: number;
  allowed?: SeqFilter | undefined;
  /** Passages below this sum are not wanted. */
  leastImpact?: number;
}

type WindowOptions = TopOptions & { leastImpact: number };

interface Cursor {
  list: PostingList;
  term: number;
  weight: number;
  /** Of the impact byte of the posting at `seq`. */
  offset: number;
  /** The next posting's seq, not yet counted; infinity at the end. */
  seq: number;
}

/** Pages of these that a base does not reach are never touched, so a small base costs a small part of the 8 MB. */
let sums: Int32Array | undefined;
let touched: Int32Array | undefined;

export function topPassages(terms: readonly WeightedPostings[], options: TopOptions): Candidate[] {
  // Terms that promise most for the fewest postings come first.
  const byWeight = [...terms].sort((a, b) => b.weight - a.weight);
  const cursors = byWeight.flatMap(({ weight, lists }, term) => lists.map((list) => openCursor(list, term, weight)));
  let best: Candidate[] = [];
  for (;;) {
    const low = cursors.reduce((least, { seq }) => Math.min(least, seq), Number.POSITIVE_INFINITY);
    if (low === Number.POSITIVE_INFINITY) return best;
    const last = best.length === options.limit ? (best.at(-1)?.impact ?? 0) : 0;
    const leastImpact = Math.max(options.leastImpact ?? 0, last);
    best = bestOf([...best, ...bestOfWindow(cursors, low, { ...options, leastImpact })], options.limit);
  }
}

function openCursor(list: PostingList, term: number, weight: number): Cursor {
  const reader = new ByteReader(list.data, list.start);
  const seq = list.start < list.end ? list.lowSeq + reader.varint() : Number.POSITIVE_INFINITY;
  return { list, term, weight: Math.max(1, Math.round(weight * weightScale)), offset: reader.offset, seq };
}

function bestOfWindow(cursors: readonly Cursor[], low: number, options: WindowOptions): Candidate[] {
  sums ??= new Int32Array(windowSize);
  touched ??= new Int32Array(windowSize);
  const window = new Window(low, sums, touched, options);
  try {
    for (const [at, cursor] of cursors.entries()) {
      if (cursor.seq < low + windowSize) window.add(cursor, highestSum(cursors, at, low));
    }
    return window.best();
  } finally {
    window.clear();
  }
}

/** What the cursors at `from` and after can add to one passage: a passage is in one of the lists of a term only. */
function highestSum(cursors: readonly Cursor[], from: number, low: number): number {
  let sum = 0;
  let counted = -1;
  for (let at = from; at < cursors.length; at++) {
    const { seq, term, weight } = cursors[at] as Cursor;
    if (term === counted || seq >= low + windowSize) continue;
    counted = term;
    sum += weight * maxImpact;
  }
  return sum;
}

/** The sums of one range of seqs. */
class Window {
  private count = 0;
  /** The lowest sum that may be among the best. */
  private least: number;

  constructor(
    private readonly low: number,
    private readonly sums: Int32Array,
    private readonly places: Int32Array,
    private readonly options: WindowOptions,
  ) {
    this.least = options.leastImpact;
  }

  /** @param highest what this cursor and all that come after it can add to one passage */
  add(cursor: Cursor, highest: number): void {
    const { documentFrequency } = cursor.list;
    if (highest >= this.least && documentFrequency > this.count) this.least = Math.max(this.least, this.leastOfBest());
    this.addPostings(cursor, highest >= this.least);
  }

  best(): Candidate[] {
    const least = Math.max(this.least, this.leastOfBest(), 1);
    const { low, sums, places } = this;
    const found: Candidate[] = [];
    for (let i = 0; i < this.count; i++) {
      const place = places[i] as number;
      const impact = sums[place] as number;
      if (impact >= least && this.isAllowed(place)) found.push({ seq: low + place, impact });
    }
    return bestOf(found, this.options.limit);
  }

  clear(): void {
    const { sums, places } = this;
    for (let i = 0; i < this.count; i++) sums[places[i] as number] = 0;
  }

  private isAllowed(place: number): boolean {
    const { allowed } = this.options;
    return allowed === undefined || allowed.has(this.low + place);
  }

  /** A sum that at least `limit` allowed passages have by now, 0 when there are fewer: the lower edge of a bar of a histogram. */
  private leastOfBest(): number {
    const { sums, places, count } = this;
    const { limit } = this.options;
    if (count < limit) return 0;
    let highest = 0;
    for (let i = 0; i < count; i++) {
      const sum = sums[places[i] as number] as number;
      if (sum > highest) highest = sum;
    }
    const bars = new Uint32Array(histogramBars);
    const width = Math.ceil((highest + 1) / histogramBars);
    for (let i = 0; i < count; i++) {
      const place = places[i] as number;
      const sum = sums[place] as number;
      if (sum < this.least || !this.isAllowed(place)) continue;
      const bar = Math.floor(sum / width);
      bars[bar] = (bars[bar] as number) + 1;
    }
    let bar = histogramBars;
    let held = 0;
    while (bar > 0 && held < limit) held += bars[--bar] as number;
    return held < limit ? 0 : bar * width;
  }

  /** @param takesNew whether passages without a sum get one */
  private addPostings(cursor: Cursor, takesNew: boolean): void {
    const { sums, places, low } = this;
    const { weight } = cursor;
    const { data, end } = cursor.list;
    const high = low + windowSize;
    let { seq, offset } = cursor;
    let { count } = this;
    while (seq < high) {
      const place = seq - low;
      const sum = sums[place] as number;
      const impact = data[offset++] as number;
      if (sum !== 0) sums[place] = sum + weight * impact;
      else if (takesNew) {
        places[count++] = place;
        sums[place] = weight * impact;
      }
      if (offset >= end) {
        seq = Number.POSITIVE_INFINITY;
        break;
      }
      let byte = data[offset++] as number;
      seq += byte & 0x7f;
      for (let shift = 7; byte >= 0x80; shift += 7) {
        byte = data[offset++] as number;
        seq += (byte & 0x7f) << shift;
      }
    }
    cursor.seq = seq;
    cursor.offset = offset;
    this.count = count;
  }
}

function bestOf(candidates: Candidate[], limit: number): Candidate[] {
  return candidates.sort((a, b) => b.impact - a.impact || a.seq - b.seq).slice(0, limit);
}
