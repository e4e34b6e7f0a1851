/**
 * The posting lists that were read last, in this process, bounded by bytes. Nothing in it is ever stale: a segment never
 * changes and its number is never given again, so a list is kept by (segment, term) and simply falls out when its segment
 * is no longer asked for. A term that a segment does not hold is worth remembering too.
 */
import type { PostingList } from './lexical/segment-format';

/** Key, map entry, list object and the head of a Buffer: about this much for each entry, measured on Node 24. */
const ENTRY_BYTES = 350;
/** One list may take this part of the cache, so that one common term of a huge base does not empty it. */
const LARGEST_SHARE = 1 / 8;

export type CachedList = PostingList | null;

export class PostingCache {
  private readonly lists = new Map<string, CachedList>();
  private bytes = 0;

  constructor(private readonly maxBytes: number) {}

  /** `null` when the segment is known not to hold the term, undefined when nothing is known. */
  get(segment: number, term: number): CachedList | undefined {
    const key = keyOf(segment, term);
    const list = this.lists.get(key);
    if (list === undefined) return undefined;
    this.lists.delete(key);
    this.lists.set(key, list);
    return list;
  }

  /** Keeps a copy of the bytes of the list alone, so that it does not hold the whole row that it was read from. */
  add(segment: number, term: number, list: CachedList): void {
    const key = keyOf(segment, term);
    const size = sizeOf(list);
    if (size > this.maxBytes * LARGEST_SHARE || this.lists.has(key)) return;
    this.lists.set(key, list === null ? null : ownCopy(list));
    this.bytes += size;
    for (const [oldest, dropped] of this.lists) {
      if (this.bytes <= this.maxBytes) break;
      this.lists.delete(oldest);
      this.bytes -= sizeOf(dropped);
    }
  }

  get usedBytes(): number {
    return this.bytes;
  }
}

function keyOf(segment: number, term: number): string {
  return `${segment} ${term}`;
}

function sizeOf(list: CachedList): number {
  return ENTRY_BYTES + (list === null ? 0 : list.end - list.start);
}

/** Buffer.from(buffer) may take a slice of Node's shared pool, which would be held as a whole. */
function ownCopy(list: PostingList): PostingList {
  const data = Buffer.allocUnsafeSlow(list.end - list.start);
  list.data.copy(data, 0, list.start, list.end);
  return { ...list, data, start: 0, end: data.length };
}
