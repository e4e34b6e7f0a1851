import { ManualClock } from '#testing';
import { ExceededWindows } from './exceeded-windows';
import { FixedWindowStorage } from './fixed-window-storage';
import { describeWindows } from './window-storage.contract-suite';

describe('windows whose excess is remembered', () => {
  let clock: ManualClock;
  let shared: FixedWindowStorage;
  let windows: ExceededWindows;
  const make = async () => {
    clock = new ManualClock();
    shared = new FixedWindowStorage(clock);
    windows = new ExceededWindows(shared, clock, 2);
    return { storage: windows, pass: async (ms: number) => clock.advance(ms) };
  };
  const hit = (key: string, limit = 1) => windows.increment(key, 60_000, limit, 0, 'all');

  describe('are windows like all others, but that hits beyond the limit count for nothing', () => {
    describeWindows(make, { countsBeyondLimit: false });
  });

  beforeEach(make);

  test('the storage is asked no more until the window ends', async () => {
    await hit('a');
    await hit('a');
    const increment = jest.spyOn(shared, 'increment');
    clock.advance(59_999);
    expect(await hit('a')).toMatchObject({ isBlocked: true, timeToExpire: 0.001 });
    expect(increment).not.toHaveBeenCalled();
    clock.advance(1);
    expect(await hit('a')).toMatchObject({ totalHits: 1, isBlocked: false });
  });

  test('a limit that was raised is asked about', async () => {
    await hit('a');
    await hit('a');
    expect(await hit('a', 5)).toMatchObject({ totalHits: 3, isBlocked: false });
  });

  test('no more are remembered than there is room for', async () => {
    for (const key of ['a', 'b', 'c']) {
      await hit(key);
      await hit(key);
    }
    expect(windows.size).toBe(2);
    expect(await hit('a')).toMatchObject({ totalHits: 3, isBlocked: true });
  });
});
