import type { ThrottlerStorage } from '@nestjs/throttler';
import type { Callback, Redis, Result } from 'ioredis';
import { RedisConnections } from '#infra/redis';
import type { FixedWindowStorage } from './fixed-window-storage';

type ThrottlerRecord = Awaited<ReturnType<ThrottlerStorage['increment']>>;

declare module 'ioredis' {
  interface RedisCommander<Context> {
    hitWindow(key: string, windowMs: number, callback?: Callback<[number, number]>): Result<[number, number], Context>;
  }
}

/**
 * Counts a hit and tells how long the window lasts; the first hit begins it. Redis's own clock ends it, so processes need
 * not agree on the time. A counter without an end can only come from outside; it is given one.
 */
const HIT = `
local hits = redis.call('INCR', KEYS[1])
if hits == 1 then
  redis.call('PEXPIRE', KEYS[1], ARGV[1])
  return { 1, tonumber(ARGV[1]) }
end
local left = redis.call('PTTL', KEYS[1])
if left < 0 then
  redis.call('PEXPIRE', KEYS[1], ARGV[1])
  left = tonumber(ARGV[1])
end
return { hits, left }`;

/** While Redis is away, it is asked so often whether it is back; no request asks it meanwhile. */
const PROBE_MS = 1_000;

/**
 * Counts hits in fixed windows over all processes, exactly, in one round trip. While Redis does not answer, each process
 * counts for itself: limits are then as many times wider as there are processes, and nobody is turned away. Only the
 * requests that met the failure have waited, half a second at most (the time of a command).
 */
export class RedisWindowStorage implements ThrottlerStorage {
  private readonly redis: Redis;
  private readonly prefix: string;
  private isAway = false;

  constructor(
    private readonly connections: RedisConnections,
    private readonly own: FixedWindowStorage,
  ) {
    this.redis = connections.commands;
    this.prefix = `${connections.key('limit')}:`;
    this.redis.defineCommand('hitWindow', { numberOfKeys: 1, lua: HIT });
  }

  async increment(key: string, windowMs: number, limit: number): Promise<ThrottlerRecord> {
    if (this.isAway || this.redis.status !== 'ready') return this.own.increment(key, windowMs, limit);
    try {
      const [totalHits, leftMs] = await this.redis.hitWindow(this.prefix + key, windowMs);
      const timeToExpire = leftMs / 1000;
      const isBlocked = totalHits > limit;
      return { totalHits, timeToExpire, isBlocked, timeToBlockExpire: isBlocked ? timeToExpire : 0 };
    } catch {
      this.stepAside();
      return this.own.increment(key, windowMs, limit);
    }
  }

  private stepAside(): void {
    if (this.isAway) return;
    this.isAway = true;
    this.probeSoon();
  }

  private probeSoon(): void {
    setTimeout(() => {
      this.connections.ping().then(
        () => {
          this.isAway = false;
        },
        () => this.probeSoon(),
      );
    }, PROBE_MS).unref();
  }
}
