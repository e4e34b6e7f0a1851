import type { ThrottlerStorage } from '@nestjs/throttler';
import type { Clock } from '#kernel';

type ThrottlerRecord = Awaited<ReturnType<ThrottlerStorage['increment']>>;

interface Exceeded {
  hits: number;
  endsAtMs: number;
}

/** About 2 MB. */
const MAX_KNOWN = 10_000;

/**
 * Remembers which windows of a storage that others share were exceeded, until they end: hits never become fewer within one, so
 * nobody need be asked again, and who is refused costs a look into memory. What is within its limit is always asked about, so
 * that counting stays exact. A remembered window ends no later than the true one, because its time counts from before the storage
 * was asked.
 */
export class ExceededWindows implements ThrottlerStorage {
  private readonly known = new Map<string, Exceeded>();

  constructor(
    private readonly storage: ThrottlerStorage,
    private readonly clock: Clock,
    private readonly maxKnown = MAX_KNOWN,
  ) {}

  get size(): number {
    return this.known.size;
  }

  async increment(
    key: string,
    windowMs: number,
    limit: number,
    blockMs: number,
    name: string,
  ): Promise<ThrottlerRecord> {
    const askedAtMs = this.clock.nowMs();
    const known = this.known.get(key);
    // A limit that was raised meanwhile is another question.
    if (known && known.endsAtMs > askedAtMs && known.hits > limit) return blocked(known, askedAtMs);
    const record = await this.storage.increment(key, windowMs, limit, blockMs, name);
    if (record.isBlocked) this.remember(key, record, askedAtMs);
    return record;
  }

  private remember(key: string, { totalHits, timeToExpire }: ThrottlerRecord, askedAtMs: number): void {
    this.known.delete(key);
    this.makeRoom(askedAtMs);
    this.known.set(key, { hits: totalHits, endsAtMs: askedAtMs + timeToExpire * 1_000 });
  }

  private makeRoom(nowMs: number): void {
    if (this.known.size < this.maxKnown) return;
    for (const [key, { endsAtMs }] of this.known) if (endsAtMs <= nowMs) this.known.delete(key);
    const oldest = this.known.size < this.maxKnown ? undefined : this.known.keys().next().value;
    if (oldest !== undefined) this.known.delete(oldest);
  }
}

function blocked({ hits, endsAtMs }: Exceeded, nowMs: number): ThrottlerRecord {
  const timeToExpire = (endsAtMs - nowMs) / 1_000;
  return { totalHits: hits, timeToExpire, isBlocked: true, timeToBlockExpire: timeToExpire };
}
