import { retryAfterMs } from './retry-after';

const NOW_MS = Date.parse('2026-03-01T12:00:00.000Z');

describe('Retry-After', () => {
  test.each([
    ['120', 120_000],
    ['0', 0],
    [' 7 ', 7_000],
    ['Sun, 01 Mar 2026 12:05:00 GMT', 300_000],
    ['Sun, 01 Mar 2026 11:00:00 GMT', 0],
  ])('%j is a wait', (value, waitMs) => expect(retryAfterMs(value, NOW_MS)).toBe(waitMs));

  test.each(['', 'soon', '-5', '1.5', '2026-03-01', 'Sun, 99 Mar 2026 12:05:00 GMT'])('%j is none', (value) =>
    expect(retryAfterMs(value, NOW_MS)).toBeNull(),
  );

  test('of several the first counts, and none is none', () => {
    expect(retryAfterMs(['3', '9'], NOW_MS)).toBe(3_000);
    expect(retryAfterMs(undefined, NOW_MS)).toBeNull();
  });
});
