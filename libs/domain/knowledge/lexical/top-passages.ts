/**
 * First stage: the best passages by BM25, from packed postings alone. Every posting of every term is added up (dropping
 * common terms costs five points of recall), in windows of the seq range so that memory stays at 8 MB however large the
 * base is. The best are taken by a histogram over the sums, ties by the smaller seq.
 *
 * Work is linear in postings: 4 ms for 263,000 of them. The module keeps one set of buffers; it never yields while using it.
 */
import type { PostingList } from './segment-format';

/** Seqs a window: 2^20 sums of four bytes, and as many places to remember which were touched. */
const windowSize = 1 << 20;
/** Weights are rounded to thousandths; 2^31 / (255 * 1000) leaves room for a weight sum of 8,400. */
const weightScale = 1_000;
const histogramBars = 1_024;

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
}

interface Cursor {
  list: PostingList;
  weight: number;
  offset: number;
  /** The next posting's seq, not yet counted. */
  seq: number;
}

/** Pages of these that a base does not reach are never touched, so a small base costs a small part of the 8 MB. */
let sums: Int32Array | undefined;
let touched: Int32Array | undefined;

export function topPassages(terms: readonly WeightedPostings[], { limit, allowed }: TopOptions): Candidate[] {
  const cursors = terms.flatMap(({ weight, lists }) => lists.map((list) => openCursor(list, weight)));
  let best: Candidate[] = [];
  for (;;) {
    const low = cursors.reduce((least, { seq }) => Math.min(least, seq), Number.POSITIVE_INFINITY);
    if (low === Number.POSITIVE_INFINITY) return best;
    best = bestOf([...best, ...bestOfWindow(cursors, low, limit, allowed)], limit);
  }
}

function openCursor(list: PostingList, weight: number): Cursor {
  const cursor = { list, weight: Math.max(1, Math.round(weight * weightScale)), offset: list.start, seq: list.lowSeq };
  advance(cursor);
  return cursor;
}

/** Moves to the next posting and leaves the offset at its impact byte; infinity at the end. */
function advance(cursor: Cursor): void {
  const { data, end } = cursor.list;
  let { offset } = cursor;
  if (offset >= end) {
    cursor.seq = Number.POSITIVE_INFINITY;
    return;
  }
  let byte = data[offset++] as number;
  let delta = byte & 0x7f;
  for (let shift = 7; byte >= 0x80; shift += 7) {
    byte = data[offset++] as number;
    delta |= (byte & 0x7f) << shift;
  }
  cursor.seq += delta;
  cursor.offset = offset;
}

function bestOfWindow(
  cursors: readonly Cursor[],
  low: number,
  limit: number,
  allowed: SeqFilter | undefined,
): Candidate[] {
  sums ??= new Int32Array(windowSize);
  touched ??= new Int32Array(windowSize);
  let count = 0;
  try {
    for (const cursor of cursors) count = addWindow(cursor, low, count, sums, touched);
    return takeBest(low, count, limit, allowed, sums, touched);
  } finally {
    for (let i = 0; i < count; i++) sums[touched[i] as number] = 0;
  }
}

/** Adds the cursor's postings below `low + windowSize`; returns how many places are touched by now. */
function addWindow(cursor: Cursor, low: number, count: number, into: Int32Array, places: Int32Array): number {
  const { weight } = cursor;
  const { data } = cursor.list;
  const high = low + windowSize;
  let next = count;
  while (cursor.seq < high) {
    const place = cursor.seq - low;
    const sum = into[place] as number;
    if (sum === 0) places[next++] = place;
    into[place] = sum + weight * (data[cursor.offset] as number);
    cursor.offset++;
    advance(cursor);
  }
  return next;
}

/** The bar of the histogram that holds the `limit`-th best is found first, so that only few candidates are sorted. */
function takeBest(
  low: number,
  count: number,
  limit: number,
  allowed: SeqFilter | undefined,
  from: Int32Array,
  places: Int32Array,
): Candidate[] {
  const isAllowed = (place: number) => allowed === undefined || allowed.has(low + place);
  let highest = 0;
  for (let i = 0; i < count; i++) highest = Math.max(highest, from[places[i] as number] as number);
  const bars = new Uint32Array(histogramBars);
  const scale = histogramBars / (highest + 1);
  const barOf = (place: number) => Math.floor((from[place] as number) * scale);
  for (let i = 0; i < count; i++) {
    const place = places[i] as number;
    if (isAllowed(place)) bars[barOf(place)] = (bars[barOf(place)] as number) + 1;
  }
  let least = histogramBars;
  for (let held = 0; least > 0 && held < limit; ) held += bars[--least] as number;
  const found: Candidate[] = [];
  for (let i = 0; i < count; i++) {
    const place = places[i] as number;
    if (barOf(place) >= least && isAllowed(place)) found.push({ seq: low + place, impact: from[place] as number });
  }
  return bestOf(found, limit);
}

function bestOf(candidates: Candidate[], limit: number): Candidate[] {
  return candidates.sort((a, b) => b.impact - a.impact || a.seq - b.seq).slice(0, limit);
}
