import { isTooSparse, MAX_SEGMENT_PASSAGES, planMerges } from './merge-plan';

const segments = (...sizes: number[]) => sizes.map((passageCount, i) => ({ segment: i + 1, passageCount }));
const sizesOf = (groups: readonly { passageCount: number }[][]) =>
  groups.map((group) => group.map(({ passageCount }) => passageCount));
const times = (count: number, size: number) => Array.from({ length: count }, () => size);

it('merges a level of eight, and no other', () => {
  expect(planMerges(segments(...times(7, 100)), 0)).toEqual([]);
  expect(sizesOf(planMerges(segments(1_000, ...times(8, 100), 5_000), 0))).toEqual([times(8, 100)]);
  expect(sizesOf(planMerges(segments(...times(8, 512), ...times(7, 511)), 0))).toEqual([times(8, 512)]);
});

it('leaves large segments as they are', () => {
  expect(planMerges(segments(...times(20, MAX_SEGMENT_PASSAGES / 2)), 0)).toEqual([]);
});

it('makes no segment larger than the largest', () => {
  const groups = planMerges(segments(...times(9, 15_000)), 0);
  expect(sizesOf(groups)).toEqual(times(4, 0).map(() => [15_000, 15_000]));
});

it('packs all segments anew, also single ones, when too much is deleted', () => {
  const groups = planMerges(segments(40_000, 1_000, 10, 31_000), 9_000);
  expect(groups).toEqual([]);
  expect(sizesOf(planMerges(segments(40_000, 1_000, 10, 31_000), 20_000))).toEqual([[40_000], [1_000, 10, 31_000]]);
});

it('calls a base sparse from a fifth and 64 deleted passages on', () => {
  expect(isTooSparse(1_000, 200)).toBe(false);
  expect(isTooSparse(1_000, 201)).toBe(true);
  expect(isTooSparse(100, 63)).toBe(false);
});

it('keeps segments few and writes each passage a few times, whatever the order of sizes', () => {
  let state = 7;
  const random = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  let all: { segment: number; passageCount: number }[] = [];
  let next = 1;
  let added = 0;
  let written = 0;
  for (let i = 0; i < 3_000; i++) {
    const passageCount = random(20) === 0 ? 1 + random(4_000) : 1 + random(200);
    added += passageCount;
    all.push({ segment: next++, passageCount });
    for (let groups = planMerges(all, 0); groups.length > 0; groups = planMerges(all, 0)) {
      for (const group of groups) {
        const merged = group.reduce((sum, one) => sum + one.passageCount, 0);
        written += merged;
        all = [...all.filter((one) => !group.includes(one)), { segment: next++, passageCount: merged }];
      }
    }
  }
  expect(all.length).toBeLessThan(3 * 7 + added / (MAX_SEGMENT_PASSAGES / 2) + 8);
  expect(written / added).toBeLessThan(4);
});
