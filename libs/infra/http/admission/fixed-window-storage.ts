import type { ThrottlerStorage } from '@nestjs/throttler';
import type { Clock } from '#kernel';

/** Of a record in `ThrottlerStorage`; the library does not export it from its door. */
type ThrottlerRecord = Awaited<ReturnType<ThrottlerStorage['increment']>>;

interface Counter {
  hits: number;
  /** Milliseconds since 1970. */
  endsAt: number;
}

/** About 15 MB of counters. More callers than this within one window are an attack; the oldest counters go first. */
const MAX_COUNTERS = 100_000;
const SWEEP_INTERVAL_MS = 60_000;

/**
 * Counts hits in fixed windows that begin with the first hit. The library's own storage keeps a time stamp per hit and
 * frees them one by one, so `Reset` would move with every call; here a window has one end, and a hit costs one look-up.
 */
export class FixedWindowStorage implements ThrottlerStorage {
  private readonly counters = new Map<string, Counter>();
  private sweptAt: number;

  constructor(
    private readonly clock: Clock,
    private readonly maxCounters = MAX_COUNTERS,
  ) {
    this.sweptAt = clock.monotonicMs();
  }

  get size(): number {
    return this.counters.size;
  }

  /** `timeToExpire` is in seconds, with fractions, so that the end of the window does not move. */
  increment(key: string, windowMs: number, limit: number): Promise<ThrottlerRecord> {
    const now = this.clock.monotonicMs();
    const counter = this.counterOf(key, windowMs, now);
    counter.hits += 1;
    const timeToExpire = (counter.endsAt - now) / 1000;
    const isBlocked = counter.hits > limit;
    return Promise.resolve({
      totalHits: counter.hits,
      timeToExpire,
      isBlocked,
      timeToBlockExpire: isBlocked ? timeToExpire : 0,
    });
  }

  private counterOf(key: string, windowMs: number, now: number): Counter {
    const known = this.counters.get(key);
    if (known && known.endsAt > now) return known;
    const counter = { hits: 0, endsAt: now + windowMs };
    this.counters.delete(key);
    this.makeRoom(now);
    this.counters.set(key, counter);
    return counter;
  }

  private makeRoom(now: number): void {
    if (now - this.sweptAt >= SWEEP_INTERVAL_MS) {
      this.sweptAt = now;
      for (const [key, counter] of this.counters) if (counter.endsAt <= now) this.counters.delete(key);
    }
    if (this.counters.size < this.maxCounters) return;
    const oldest = this.counters.keys().next().value;
    if (oldest !== undefined) this.counters.delete(oldest);
  }
}
