import type { ThrottlerStorage } from '@nestjs/throttler';

export interface WindowsUnderTest {
  storage: ThrottlerStorage;
  /** Lets time pass. */
  pass(ms: number): Promise<void>;
}

/**
 * What every storage of fixed windows does; to be called within the `describe` of one.
 *
 * @param options.countsBeyondLimit false for one that need not count what it refuses
 */
export function describeWindows(make: () => Promise<WindowsUnderTest>, { countsBeyondLimit = true } = {}): void {
  const WINDOW_MS = 60_000;
  let windows: WindowsUnderTest;
  const hit = (key: string, limit = 2) => windows.storage.increment(key, WINDOW_MS, limit, 0, 'all');

  beforeEach(async () => {
    windows = await make();
  });

  test('blocks what is over the limit until the window ends, which does not move', async () => {
    const first = await hit('a');
    expect(first).toEqual({ totalHits: 1, timeToExpire: 60, isBlocked: false, timeToBlockExpire: 0 });
    await windows.pass(20_000);
    const second = await hit('a');
    expect(second).toMatchObject({ totalHits: 2, isBlocked: false });
    expect(second.timeToExpire).toBeGreaterThan(0);
    expect(second.timeToExpire).toBeLessThanOrEqual(40);
    const third = await hit('a');
    expect(third).toMatchObject({ totalHits: 3, isBlocked: true, timeToBlockExpire: third.timeToExpire });
    await windows.pass(third.timeToExpire * 1_000);
    expect(await hit('a')).toMatchObject({ totalHits: 1, timeToExpire: 60, isBlocked: false });
  });

  test('counts keys apart', async () => {
    await hit('a', 1);
    expect(await hit('b', 1)).toMatchObject({ totalHits: 1, isBlocked: false });
  });

  test('counts every hit of many at the same time', async () => {
    const records = await Promise.all(Array.from({ length: 50 }, () => hit('a', 20)));
    const hits = records.map(({ totalHits }) => totalHits).sort((a, b) => a - b);
    const counted = countsBeyondLimit ? hits : hits.slice(0, 21);
    expect(counted).toEqual(Array.from({ length: counted.length }, (_, index) => index + 1));
    expect(records.filter(({ isBlocked }) => isBlocked)).toHaveLength(30);
  });
}
