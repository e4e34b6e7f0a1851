import type { Config } from './config';
import { ShutdownGrace } from './shutdown-grace';

const graceOf = (graceMs: number) => new ShutdownGrace({ shutdown: { graceMs } } as Config);

describe('the time of an orderly end', () => {
  test('begins once, and everybody who asks shares what is left', () => {
    const grace = graceOf(1_000);
    expect(grace.hasBegun).toBe(false);
    grace.begin();
    const first = grace.remainingMs();
    grace.begin();
    expect(grace.hasBegun).toBe(true);
    expect(grace.remainingMs()).toBeLessThanOrEqual(first);
  });

  test('begins with the first question and is never less than nothing', () => {
    const grace = graceOf(0);
    expect(grace.remainingMs()).toBe(0);
    expect(grace.hasBegun).toBe(true);
  });
});
