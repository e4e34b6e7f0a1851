/**
 * Term hashes are stored in the index: FNV-1a over UTF-16 units (Fowler, Noll, Vo) with the final mix of MurmurHash3,
 * as a signed 32-bit integer. Changing anything here needs a rebuild of every index. 0 never is a term; it means "none".
 * With 100,000 distinct terms in a base about one pair collides, which costs a wrong candidate at worst.
 */
const fnvOffset = 0x811c9dc5;
export const fnvPrime = 0x01000193;

export function mixBits(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) | 0;
}

export function hashTerm(term: string): number {
  let hash = fnvOffset;
  for (let i = 0; i < term.length; i++) hash = Math.imul(hash ^ term.charCodeAt(i), fnvPrime);
  return mixBits(hash) || 1;
}
