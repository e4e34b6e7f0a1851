import { Injectable } from '@nestjs/common';
import { Clock, DAY_MS } from '#kernel';
import { Counting } from './counting.service';
import { MissedEventQueries } from './missed-events.queries';

/** Bounds the time that one statement takes, which in embedded mode is everybody's. */
const BATCH = 1_000;
/** No event is gone from the outbox earlier. */
const LEAST_AGE_MS = 6 * DAY_MS;

@Injectable()
export class EventUpkeep {
  constructor(
    private readonly queries: MissedEventQueries,
    private readonly counting: Counting,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts events that all consumers of an older release had heard while this release was there already, as when workers are
   * replaced one by one. The outbox keeps them for long enough.
   */
  async countMissed(signal?: AbortSignal): Promise<void> {
    let place: Awaited<ReturnType<MissedEventQueries['next']>>['end'];
    do {
      const { events, end } = await this.queries.next(place, BATCH);
      if (events.length > 0) await this.counting.countEvents(events);
      place = end;
    } while (place && !signal?.aborted);
  }

  /** Forgets events that cannot come again. */
  async forgetOld(signal?: AbortSignal): Promise<void> {
    const beforeId = leastIdAt(this.clock.nowMs() - LEAST_AGE_MS);
    let forgotten: number;
    do {
      forgotten = await this.queries.forget(beforeId, BATCH);
    } while (forgotten === BATCH && !signal?.aborted);
  }
}

/** A UUIDv7 begins with the milliseconds of its making (RFC 9562, 5.7). */
function leastIdAt(atMs: number): string {
  const hex = Math.max(0, Math.floor(atMs)).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
