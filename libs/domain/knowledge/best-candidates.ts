/**
 * First stage of a search: the best passages by their postings. Their sums are computed on the event loop, 4 ms for 263,000
 * postings, so a search of large bases does it in slices and lets others have their turn in between. A passage is in one
 * segment only: the best of some segments and the best of the others have the best of all among them.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { WeightedQuery } from './lexical/query-weights';
import type { PostingList } from './lexical/segment-format';
import { type Candidate, type SeqFilter, topPassages, type WeightedPostings } from './lexical/top-passages';
import type { PassageAddress } from './passage-search.queries';
import type { FoundIndex, FoundPostings } from './posting-reading';
import type { HiddenRange } from './segment-catalog';
import { SeqSet } from './seq-set';

export type AddressedCandidate = Candidate & PassageAddress;

/** Deleted passages take the places of others until they are merged away; more than this is not made up for. */
const MAX_DELETED_SHARE = 0.75;
/** Added up without a pause: about 1 ms. */
export const POSTINGS_PER_SLICE = 65_536;

export interface CandidateOptions {
  perSlice?: number;
  /** Passages that are not wanted. */
  passedOver?: readonly HiddenRange[];
}

/** Candidates of all bases compete with the same weights. Seqs are unique in their base only, so each is searched alone. */
export async function bestCandidates(
  found: FoundPostings,
  weighted: WeightedQuery,
  wanted: number,
  { perSlice = POSTINGS_PER_SLICE, passedOver = [] }: CandidateOptions = {},
): Promise<AddressedCandidate[]> {
  const limits = found.indexes.map((index) => Math.ceil(wanted / (1 - lostShare(index))));
  const most = Math.max(0, ...limits);
  let best: AddressedCandidate[] = [];
  let room = perSlice;
  for (const [at, index] of found.indexes.entries()) {
    const options = { limit: limits[at] as number, allowed: allowedIn(index, passedOver) };
    for (const slice of slicesOf(postingsOf(index, weighted), perSlice)) {
      if (room <= 0) {
        await nextTurn();
        room = perSlice;
      }
      room -= slice.postings;
      const leastImpact = best.length === most ? (best.at(-1)?.impact ?? 0) : 0;
      const more = topPassages(slice.terms, { ...options, leastImpact });
      // Equal sums in the order of seqs, however they were sliced.
      best = [...best, ...more.map((one) => ({ ...one, indexNumber: index.number }))]
        .sort((a, b) => b.impact - a.impact || a.seq - b.seq)
        .slice(0, most);
    }
  }
  return best;
}

interface Slice {
  terms: WeightedPostings[];
  postings: number;
}

/** All postings of a segment stay together. Segments differ in their lowest seq. */
function slicesOf(terms: readonly WeightedPostings[], perSlice: number): Slice[] {
  const sizes = new Map<number, number>();
  let total = 0;
  for (const { lists } of terms) {
    for (const { lowSeq, documentFrequency } of lists) {
      sizes.set(lowSeq, (sizes.get(lowSeq) ?? 0) + documentFrequency);
      total += documentFrequency;
    }
  }
  if (total <= perSlice) return [{ terms: [...terms], postings: total }];
  const sliceOfSegment = new Map<number, number>();
  const postings: number[] = [];
  for (const [lowSeq, size] of [...sizes].sort(([one], [other]) => one - other)) {
    const last = postings.length - 1;
    if (last < 0 || (postings[last] as number) + size > perSlice) postings.push(size);
    else postings[last] = (postings[last] as number) + size;
    sliceOfSegment.set(lowSeq, postings.length - 1);
  }
  return postings.map((count, slice) => {
    const isOfSlice = ({ lowSeq }: PostingList) => sliceOfSegment.get(lowSeq) === slice;
    return { postings: count, terms: terms.map(({ weight, lists }) => ({ weight, lists: lists.filter(isOfSlice) })) };
  });
}

/** Share of the candidates that will turn out to be deleted. A filter knows only passages that are there. */
function lostShare({ allowed, deletedShare }: FoundIndex): number {
  return allowed === undefined ? Math.min(deletedShare, MAX_DELETED_SHARE) : 0;
}

/** Undefined when all passages are. */
function allowedIn({ number, allowed, hidden }: FoundIndex, passedOver: readonly HiddenRange[]): SeqFilter | undefined {
  const ranges = passedOver.filter(({ indexNumber }) => indexNumber === number);
  if (allowed === undefined) ranges.push(...hidden);
  if (ranges.length === 0) return allowed;
  const left = new SeqSet();
  for (const { firstSeq, count } of ranges) left.addRange(firstSeq, count);
  return { has: (seq) => !left.has(seq) && (allowed?.has(seq) ?? true) };
}

function postingsOf(index: FoundIndex, { postings }: WeightedQuery): WeightedQuery['postings'] {
  return postings.map(({ weight, lists }) => ({ weight, lists: lists.filter((list) => index.lists.has(list)) }));
}
