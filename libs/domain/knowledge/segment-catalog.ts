/**
 * What this process knows of the segments of bases that it has searched. An entry is good for one version of the
 * index: every search reads the version with its postings and learns the segments anew when it differs.
 */
import type { SegmentInfo } from './lexical/segment-format';

export interface StoredSegment extends SegmentInfo {
  /** Number of the segment, unique over all bases. */
  segment: number;
}

export interface KnownIndex {
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
