import { ManualClock } from '#testing';
import { FixedWindowStorage } from './fixed-window-storage';

describe('counting in fixed windows', () => {
  const clock = new ManualClock();

  test('blocks what is over the limit until the window ends, which does not move', async () => {
    const storage = new FixedWindowStorage(clock);
    const hit = () => storage.increment('a', 10_000, 2);
    expect(await hit()).toEqual({ totalHits: 1, timeToExpire: 10, isBlocked: false, timeToBlockExpire: 0 });
    clock.advance(4_000);
    expect(await hit()).toMatchObject({ totalHits: 2, timeToExpire: 6, isBlocked: false });
    expect(await hit()).toEqual({ totalHits: 3, timeToExpire: 6, isBlocked: true, timeToBlockExpire: 6 });
    clock.advance(6_000);
    expect(await hit()).toMatchObject({ totalHits: 1, timeToExpire: 10, isBlocked: false });
  });

  test('counts keys apart', async () => {
    const storage = new FixedWindowStorage(clock);
    await storage.increment('a', 1_000, 1);
    expect(await storage.increment('b', 1_000, 1)).toMatchObject({ totalHits: 1 });
  });

  test('forgets windows that have ended', async () => {
    const storage = new FixedWindowStorage(clock);
    for (let caller = 0; caller < 50; caller += 1) await storage.increment(`ip:${caller}`, 1_000, 1);
    clock.advance(60_000);
    await storage.increment('late', 1_000, 1);
    expect(storage.size).toBe(1);
  });

  test('never grows beyond its bound; the oldest counter goes first', async () => {
    const storage = new FixedWindowStorage(clock, 3);
    for (const key of ['a', 'b', 'c', 'd']) await storage.increment(key, 1_000, 1);
    expect(storage.size).toBe(3);
    expect(await storage.increment('d', 1_000, 5)).toMatchObject({ totalHits: 2 });
    expect(await storage.increment('a', 1_000, 5)).toMatchObject({ totalHits: 1 });
  });
});
