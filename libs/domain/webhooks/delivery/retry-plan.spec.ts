import { askedWaitMs, nextWaitMs } from './retry-plan';

const SCHEDULE_MS = [0, 5_000, 300_000];

describe('the wait after a failed attempt', () => {
  const wait = (failures: number, { random = 0, retryAfterMs = null as number | null } = {}) =>
    nextWaitMs({ failures, retryAfterMs }, SCHEDULE_MS, random);

  test('is that of the schedule before the next attempt', () => {
    expect([wait(1), wait(2)]).toEqual([5_000, 300_000]);
  });

  test('is none after the last attempt', () => {
    expect(wait(3)).toBeUndefined();
    expect(wait(3, { retryAfterMs: 5_000 })).toBeUndefined();
  });

  test('is never shorter, and up to a fifth longer', () => {
    expect([0, 0.5, 1].map((random) => wait(1, { random }))).toEqual([5_000, 5_500, 6_000]);
  });

  test('is what the receiver asks for, within a second and a day', () => {
    expect(wait(1, { retryAfterMs: 60_000 })).toBe(60_000);
    expect(wait(2, { retryAfterMs: 60_000, random: 1 })).toBe(72_000);
    expect(wait(1, { retryAfterMs: 0 })).toBe(1_000);
    expect(wait(1, { retryAfterMs: Number.POSITIVE_INFINITY })).toBe(86_400_000);
  });

  test('holds the webhook back for what was asked for, without more', () => {
    expect([askedWaitMs(10), askedWaitMs(7_000), askedWaitMs(1e12)]).toEqual([1_000, 7_000, 86_400_000]);
  });
});
