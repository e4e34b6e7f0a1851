import { retryAfterMs } from './retry-after';

const NOW_MS = Date.parse('Sun, 22 Nov 2026 10:00:00 GMT');

test.each([
  ['120', 120_000],
  ['0', 0],
  [' 7 ', 7_000],
  ['Sun, 22 Nov 2026 10:00:30 GMT', 30_000],
  ['Sun, 22 Nov 2026 09:00:00 GMT', 0],
  ['', undefined],
  ['-5', undefined],
  ['soon', undefined],
])('a server that says %j wants to be left alone for %j ms', (header, expected) => {
  expect(retryAfterMs(header, NOW_MS)).toEqual(expected);
});
