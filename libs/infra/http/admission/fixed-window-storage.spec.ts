import { ManualClock } from '#testing';
import { FixedWindowStorage } from './fixed-window-storage';
import { describeWindows } from './window-storage.contract-suite';

describe('counting in fixed windows', () => {
  const clock = new ManualClock();

  describeWindows(async () => ({
    storage: new FixedWindowStorage(clock),
    pass: async (ms) => clock.advance(ms),
  }));

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
