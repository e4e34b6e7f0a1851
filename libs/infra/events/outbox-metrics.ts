import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { defineGauge } from '#infra/metrics';
import { Clock, SECOND_MS } from '#kernel';
import { type OutboxBacklog, OutboxQueries } from './outbox.queries';

/** Every process with every scraper asks for the same. */
const FRESH_MS = 5 * SECOND_MS;

const waiting = defineGauge({
  name: 'outbox_waiting_events',
  help: 'Events that not everybody who is told of them has heard, over all processes; counted up to 10,000.',
});
const lag = defineGauge({
  name: 'outbox_lag_seconds',
  help: 'Age of the oldest event that not everybody has heard; 0 when there is none.',
});

/** How far those who hear of events are behind, told to whoever reads the metrics. */
@Injectable()
export class OutboxMetrics implements BeforeApplicationShutdown {
  private readonly ends: ReadonlyArray<() => void>;
  private known: { backlog: Promise<OutboxBacklog>; atMs: number } | undefined;

  constructor(
    private readonly queries: OutboxQueries,
    private readonly clock: Clock,
  ) {
    this.ends = [
      waiting.readFrom(async () => [[(await this.read()).count]]),
      lag.readFrom(async () => [[this.ageOf((await this.read()).oldestAt)]]),
    ];
  }

  beforeApplicationShutdown(): void {
    for (const end of this.ends) end();
  }

  /** At most a few seconds old. */
  private read(): Promise<OutboxBacklog> {
    const nowMs = performance.now();
    if (!this.known || nowMs - this.known.atMs > FRESH_MS)
      this.known = { backlog: this.queries.backlog(), atMs: nowMs };
    return this.known.backlog;
  }

  private ageOf(oldestAt: Date | null): number {
    return oldestAt === null ? 0 : Math.max(0, this.clock.nowMs() - oldestAt.getTime()) / SECOND_MS;
  }
}
