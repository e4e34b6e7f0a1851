import type { PostingList } from './lexical/segment-format';
import { PostingCache } from './posting-cache';

function listOf(bytes: number, within = bytes): PostingList {
  const data = Buffer.alloc(within, 7);
  return { data, start: within - bytes, end: within, documentFrequency: 3, lowSeq: 9 };
}

it('tells a term that is not in the segment from one it knows nothing of', () => {
  const cache = new PostingCache(1_000_000);
  expect(cache.get(1, 5)).toBeUndefined();
  cache.add(1, 5, null);
  expect(cache.get(1, 5)).toBeNull();
  expect(cache.get(2, 5)).toBeUndefined();
});

it('gives back the list, without the row that it was cut from', () => {
  const cache = new PostingCache(1_000_000);
  cache.add(1, -5, listOf(100, 12_000));
  const list = cache.get(1, -5);
  expect(list).toMatchObject({ start: 0, end: 100, documentFrequency: 3, lowSeq: 9 });
  expect(list?.data.buffer.byteLength).toBe(100);
});

it('stays within its bytes and drops what was not asked for longest', () => {
  const cache = new PostingCache(100_000);
  for (let term = 0; term < 500; term++) {
    cache.add(1, term, listOf(1_000));
    cache.get(1, 0);
    expect(cache.usedBytes).toBeLessThanOrEqual(100_000);
  }
  expect(cache.get(1, 0)).toBeDefined();
  expect(cache.get(1, 1)).toBeUndefined();
  expect(cache.get(1, 499)).toBeDefined();
});

it('does not keep a list that would take much of it', () => {
  const cache = new PostingCache(100_000);
  cache.add(1, 1, listOf(20_000));
  expect(cache.get(1, 1)).toBeUndefined();
  expect(cache.usedBytes).toBe(0);
});
