/**
 * What this process knows of the segments of bases that it has searched. An entry is good for one version of the
 * index: every search reads the version with its postings, or with its texts, and learns the segments anew when it differs.
 */
import type { SegmentInfo } from './lexical/segment-format';

export interface StoredSegment extends SegmentInfo {
  /** Number of the segment, unique over all bases. */
  segment: number;
}

/** What changes more often than the segments. */
export interface IndexState {
  /** Compared for equality only: all that a search goes by, the version among it. */
  state: string;
  deletedPassages: number;
  /** Named by segments, but not found (`hidden-seqs`); a filter leaves them out anyway. */
  hidden: readonly HiddenRange[];
}

/** Passages that searches do not find yet. */
export interface HiddenRange {
  indexNumber: number;
  firstSeq: number;
  count: number;
}

export interface KnownIndex extends IndexState {
  baseId: string;
  /** Short key of the index in the database. */
  number: number;
  /** Compared for equality only. */
  version: string;
  /** Whether a search has to ask for its vectors. */
  hasVectors: boolean;
  segments: readonly StoredSegment[];
}

/** About 3 KB each, with some twenty segments. */
const MAX_INDEXES = 2_000;

export class SegmentCatalog {
  private readonly indexes = new Map<string, KnownIndex>();

  get(baseId: string): KnownIndex | undefined {
    return this.indexes.get(baseId);
  }

  set(index: KnownIndex): void {
    this.indexes.delete(index.baseId);
    this.indexes.set(index.baseId, index);
    if (this.indexes.size <= MAX_INDEXES) return;
    for (const oldest of this.indexes.keys()) {
      this.indexes.delete(oldest);
      return;
    }
  }

  forget(baseId: string): void {
    this.indexes.delete(baseId);
  }
}
