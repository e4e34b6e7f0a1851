/**
 * How the nearest vectors of a channel are found. All that may be meant are compared as long as they are few, which is exact.
 * Among many, the index of their space is walked (HNSW), which looks at vectors of other bases and at those that the filter
 * does not let pass as well: the more of them there are, the sooner comparing is the lesser work.
 */
import type { SeqSet } from '../seq-set';

export type NearestWay =
  | { kind: 'compared' }
  /** Of all that are compared, those that a filter lets pass are known. */
  | { kind: 'chosen'; addresses: readonly { indexNumber: number; seqs: readonly number[] }[] }
  | { kind: 'walked'; dimensions: number };

/** A space of vectors, as far as it is known which of them the index finds. */
export interface SpaceExtent {
  dimensions: number | null;
  /** Passages of all bases whose vectors answer in it; about. */
  passages: number;
  isIndexed: boolean;
}

export interface SearchedPart {
  number: number;
  /** The deleted ones that its segments still name count. */
  passages: number;
  allowed: SeqSet | undefined;
}

/** Compared in some 15 ms: 384 dimensions on a PostgreSQL server. */
export const COMPARED_PASSAGES = 10_000;
/** What the index does for a vector that it comes by, in comparisons of the other way: it looks at the neighbours, too. */
const STEPS_OF_WALK = 20;

export function wayOf(space: SpaceExtent, parts: readonly SearchedPart[], limit: number): NearestWay {
  const meant = parts.reduce((sum, { allowed, passages }) => sum + (allowed?.size ?? passages), 0);
  const { dimensions, passages, isIndexed } = space;
  if (isIndexed && dimensions !== null && isWalkShorter(meant, passages, limit)) return { kind: 'walked', dimensions };
  if (meant > COMPARED_PASSAGES || parts.some(({ allowed }) => allowed === undefined)) return { kind: 'compared' };
  return {
    kind: 'chosen',
    addresses: parts.map(({ number, allowed }) => ({ indexNumber: number, seqs: allowed?.seqs() ?? [] })),
  };
}

/** The walk comes by `total / meant` vectors for each one that is meant. */
export function isWalkShorter(meant: number, total: number, limit: number): boolean {
  return meant > COMPARED_PASSAGES && (STEPS_OF_WALK * limit * Math.max(total, meant)) / meant < meant;
}
