/**
 * Which segments of a base to merge. A search reads a few rows of every segment, so there should be few; a merge writes
 * every posting again, so there should be few merges. By size the segments fall into levels, each eight times the one
 * below; eight of a level become one of the next. A passage is thus written about once a level, and a base keeps at most
 * seven segments a level beside the largest ones.
 */
export interface MergeableSegment {
  segment: number;
  passageCount: number;
}

/** While the newest segment holds fewer passages, new ones are written together with it instead of beside it. */
export const SMALL_SEGMENT_PASSAGES = 64;
const MERGE_FACTOR = 8;
/**
 * A merge holds its segments in memory, unpacked, and blocks the process for as long as it packs; both grow with this.
 * Segments of half this size and more are left as they are.
 */
export const MAX_SEGMENT_PASSAGES = 32_768;
/** Above this share of deleted passages the whole base is packed anew: candidates are lost to them. */
const MAX_DELETED_SHARE = 0.2;
/** A small base drops its deleted passages when its newest segment is written again. */
const MIN_DELETED = 64;

/** Groups of segments, each to become one; empty when all is well. A group of one only sheds deleted passages. */
export function planMerges<Segment extends MergeableSegment>(
  segments: readonly Segment[],
  deletedPassages: number,
): Segment[][] {
  const passages = segments.reduce((sum, { passageCount }) => sum + passageCount, 0);
  if (isTooSparse(passages, deletedPassages)) return boundedGroups(segments);
  const levels = Map.groupBy(segments.filter(isMergeable), levelOf);
  const full = [...levels.values()].filter((level) => level.length >= MERGE_FACTOR);
  return full.flatMap(boundedGroups).filter((group) => group.length > 1);
}

/** Whether so many of the indexed passages are deleted that the base should be packed anew. */
export function isTooSparse(indexedPassages: number, deletedPassages: number): boolean {
  return deletedPassages >= MIN_DELETED && deletedPassages > indexedPassages * MAX_DELETED_SHARE;
}

function isMergeable({ passageCount }: MergeableSegment): boolean {
  return passageCount < MAX_SEGMENT_PASSAGES / 2;
}

/** 0 below 512 passages, 1 below 4,096, ... */
function levelOf({ passageCount }: MergeableSegment): number {
  const smallest = SMALL_SEGMENT_PASSAGES * MERGE_FACTOR;
  return passageCount < smallest ? 0 : 1 + Math.floor(Math.log2(passageCount / smallest) / Math.log2(MERGE_FACTOR));
}

/** In the order of age, so that the seqs of a group lie close together. */
function boundedGroups<Segment extends MergeableSegment>(segments: readonly Segment[]): Segment[][] {
  const groups: Segment[][] = [];
  let room = 0;
  for (const segment of [...segments].sort((a, b) => a.segment - b.segment)) {
    if (segment.passageCount > room) {
      groups.push([]);
      room = Math.max(MAX_SEGMENT_PASSAGES, segment.passageCount);
    }
    groups.at(-1)?.push(segment);
    room -= segment.passageCount;
  }
  return groups;
}
