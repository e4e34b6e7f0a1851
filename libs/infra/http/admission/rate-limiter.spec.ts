import { Logger } from '@nestjs/common';
import type { Config } from '#infra/config';
import type { Actor } from '#kernel';
import { ManualClock } from '#testing';
import type { Dialect, RateLimit } from '../dialect';
import { FixedWindowStorage } from './fixed-window-storage';
import { RateLimiter } from './rate-limiter';

const clock = new ManualClock('2026-01-01T00:00:00.500Z');
const HEAD = { method: 'GET', path: '/', headers: {}, query: {} };
const USER: Actor = {
  kind: 'user',
  userId: 'u',
  teamId: 't',
  plan: 'free',
  role: 'user',
  teamRole: 'owner',
  loginId: 'l',
};

function limiter(rateLimitMultiplier = 1, storage = new FixedWindowStorage(clock)) {
  return new RateLimiter(storage, clock, { http: { rateLimitMultiplier } } as Config);
}

function caller(rate: Partial<RateLimit> | undefined, actor?: Actor, ip = '203.0.113.7') {
  const dialect = {
    name: 'main',
    rateLimit: () => rate && { bucket: 'all', limit: 2, windowMs: 60_000, ...rate },
  } as unknown as Dialect;
  return { head: HEAD, dialect, actor, ip };
}

describe('the rate limit', () => {
  test('tells limit, rest and the end of the window in Unix seconds, rounded up', async () => {
    const limits = limiter();
    expect(await limits.take(caller({}))).toEqual({
      limit: 2,
      remaining: 1,
      resetAt: Math.ceil(clock.nowMs() / 1000 + 60),
      exceeded: undefined,
    });
  });

  test('is exceeded by the call after the last one, and says when to come back', async () => {
    const limits = limiter();
    await limits.take(caller({}));
    await limits.take(caller({}));
    const { remaining, exceeded } = (await limits.take(caller({}))) ?? {};
    expect(remaining).toBe(0);
    expect(exceeded).toMatchObject({ kind: 'rate_limited', retryAfterMs: 60_000 });
  });

  test('counts principals by themselves and everybody else by address', async () => {
    const limits = limiter();
    await limits.take(caller({}));
    expect(await limits.take(caller({}, USER))).toMatchObject({ remaining: 1 });
    expect(await limits.take(caller({}, undefined, '203.0.113.8'))).toMatchObject({ remaining: 1 });
    expect(await limits.take(caller({}))).toMatchObject({ remaining: 0 });
  });

  test('grows with the multiplier and never falls below one', async () => {
    expect(await limiter(10).take(caller({}))).toMatchObject({ limit: 20 });
    expect(await limiter(0.001).take(caller({}))).toMatchObject({ limit: 1, exceeded: undefined });
  });

  test('does not count exempt paths, and has no figures for those without a counter', async () => {
    const limits = limiter();
    for (let hit = 0; hit < 5; hit += 1) {
      expect(await limits.take(caller({ exempt: true }))).toMatchObject({ remaining: 2, exceeded: undefined });
    }
    expect(await limits.take(caller(undefined))).toBeUndefined();
  });

  test('lets calls pass when the counter is out of reach', async () => {
    const storage = new FixedWindowStorage(clock);
    jest.spyOn(storage, 'increment').mockRejectedValue(new Error('away'));
    const warned = jest.spyOn(Logger.prototype, 'warn').mockImplementation();
    expect(await limiter(1, storage).take(caller({}))).toMatchObject({ remaining: 2, exceeded: undefined });
    expect(warned).toHaveBeenCalledTimes(1);
  });
});
