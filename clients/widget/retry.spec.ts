import { waitBeforeMs } from './retry';

test('waits double up to half a minute, and are shortened by chance to no less than their half', () => {
  expect([0, 1, 2, 3].map((attempt) => waitBeforeMs(attempt, 0))).toEqual([500, 1_000, 2_000, 4_000]);
  expect(waitBeforeMs(50, 0)).toBe(30_000);
  expect(waitBeforeMs(1, 1)).toBe(500);
});
