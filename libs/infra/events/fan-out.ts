/**
 * Hands the rows of the outbox to their consumers. A batch is claimed for a time by one statement, told to all consumers
 * side by side without any transaction being open, and marked by another; if the process dies in between, the claim
 * lapses and the batch is told again.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { defineDeadline } from '#infra/deadlines';
import { Clock, MINUTE_MS, SECOND_MS } from '#kernel';
import type { DomainEvent } from './domain-event';
import { EventConsumers, type RegisteredConsumer } from './event-consumers';
import { FanOutSignal } from './fan-out-signal';
import { type ClaimedRow, OutboxQueries } from './outbox.queries';
import { within } from './within';

const BATCH = 100;
/** Time that a consumer has for a batch; what it then has not heard, it hears another time. */
const CONSUMER_LIMIT_MS = 30 * SECOND_MS;
const LEASE_MS = 2 * CONSUMER_LIMIT_MS;
/** The net under the signals, and the grain of the waits below. A queue message each time would cost more than the look. */
const SWEEP_MS = 5 * SECOND_MS;
const FIRST_BACKOFF_MS = 5 * SECOND_MS;
const MAX_BACKOFF_MS = 15 * MINUTE_MS;

/** Pauses of the attempts up to this one are shorter than a claim. */
const SHORT_ATTEMPTS = 4;
const waiting = { table: 'outbox', column: 'next_attempt_at' };
const isEarly = `attempts <= ${SHORT_ATTEMPTS}`;
defineDeadline({ ...waiting, where: `dispatched_at is null and ${isEarly}`, longestMs: LEASE_MS });
defineDeadline({ ...waiting, where: 'dispatched_at is null', longestMs: MAX_BACKOFF_MS });

@Injectable()
export class FanOut implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(FanOut.name);
  private consumers: readonly RegisteredConsumer[] = [];
  private names: readonly string[] = [];
  private sweep: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private isMore = false;
  private isStopped = false;

  constructor(
    private readonly registry: EventConsumers,
    private readonly queries: OutboxQueries,
    private readonly signal: FanOutSignal,
    private readonly clock: Clock,
  ) {}

  /** @throws Error when two consumers share a name or one asks for an event that nobody declares. */
  onApplicationBootstrap(): void {
    this.consumers = this.registry.all();
    this.names = [...new Set(this.consumers.flatMap(({ events }) => events))];
    // The signal comes in the context of some request, which the events of others have nothing to do with.
    const inOwnContext = AsyncLocalStorage.snapshot();
    this.signal.bind(() => inOwnContext(() => void this.run()));
    this.sweep = setInterval(() => void this.run(), SWEEP_MS);
    void this.run();
  }

  async onModuleDestroy(): Promise<void> {
    this.isStopped = true;
    this.signal.bind(undefined);
    clearInterval(this.sweep);
    await this.running;
  }

  /** Tells all that is due, and resolves when it has; what comes meanwhile is told too. Never rejects. */
  run(): Promise<void> {
    this.isMore = true;
    this.running ??= this.tellAll();
    return this.running;
  }

  private async tellAll(): Promise<void> {
    while (this.isMore && !this.isStopped) {
      this.isMore = false;
      try {
        if ((await this.tellBatch()) === BATCH) this.isMore = true;
      } catch (error) {
        this.logger.warn({ message: 'The outbox could not be read; it is looked at again soon.', err: error });
      }
    }
    this.running = undefined;
  }

  /** Returns how many rows it took. */
  private async tellBatch(): Promise<number> {
    const now = this.clock.now();
    const leaseUntil = new Date(now.getTime() + LEASE_MS);
    const { taken, rows } = await this.queries.claim({ now, names: this.names, leaseUntil, limit: BATCH });
    if (rows.length > 0) await this.settle(rows, await this.tellConsumers(rows));
    return taken;
  }

  /** For each row the consumers that have not heard it. */
  private async tellConsumers(rows: readonly ClaimedRow[]): Promise<Map<string, string[]>> {
    const missed = new Map<string, string[]>();
    await Promise.all(
      this.consumers.map(async (consumer) => {
        for (const id of await this.tellOne(consumer, rows)) missed.set(id, [...(missed.get(id) ?? []), consumer.name]);
      }),
    );
    return missed;
  }

  /** Returns the ids of the rows that it has not heard. */
  private async tellOne(consumer: RegisteredConsumer, rows: readonly ClaimedRow[]): Promise<string[]> {
    const wanted = rows.filter((row) => mustHear(consumer, row));
    const deadlineMs = performance.now() + CONSUMER_LIMIT_MS;
    if (wanted.length > 1 && (await this.tellTogether(consumer, wanted, deadlineMs))) return [];
    return this.tellEach(consumer, wanted, deadlineMs);
  }

  /** False when it takes no batches, or could not bear this one. */
  private async tellTogether(
    { name, consumer }: RegisteredConsumer,
    rows: readonly ClaimedRow[],
    deadlineMs: number,
  ): Promise<boolean> {
    if (!('consumeAll' in consumer)) return false;
    try {
      await within(deadlineMs - performance.now(), () => consumer.consumeAll(rows.map(eventOf)));
      return true;
    } catch (error) {
      this.logger.warn({ message: 'A batch of events was not heard.', consumer: name, size: rows.length, err: error });
      return false;
    }
  }

  /** In order, one after the other. */
  private async tellEach(
    { name, consumer }: RegisteredConsumer,
    rows: readonly ClaimedRow[],
    deadlineMs: number,
  ): Promise<string[]> {
    const missed: string[] = [];
    const tell = (event: DomainEvent) =>
      'consumeAll' in consumer ? consumer.consumeAll([event]) : consumer.consume(event);
    for (const row of rows) {
      try {
        await within(deadlineMs - performance.now(), () => tell(eventOf(row)));
      } catch (error) {
        missed.push(row.id);
        const { id: eventId, name: event, attempts } = row;
        this.logger.error({ message: 'Event not heard.', consumer: name, event, eventId, attempts, err: error });
      }
    }
    return missed;
  }

  private async settle(rows: readonly ClaimedRow[], missed: ReadonlyMap<string, readonly string[]>): Promise<void> {
    const now = this.clock.now();
    const heard = rows.filter(({ id }) => !missed.has(id));
    await this.queries.markDispatched(
      heard.map(({ id }) => id),
      now,
    );
    const unheard = rows.filter(({ id }) => missed.has(id));
    await this.queries.postpone(
      unheard.map((row) => ({
        id: row.id,
        heardBy: [...row.heardBy, ...this.hearers(row).filter((name) => !missed.get(row.id)!.includes(name))],
        nextAttemptAt: new Date(now.getTime() + backoffMs(row.attempts)),
      })),
    );
  }

  private hearers(row: ClaimedRow): string[] {
    return this.consumers.filter((consumer) => mustHear(consumer, row)).map(({ name }) => name);
  }
}

function mustHear({ name, events }: RegisteredConsumer, row: ClaimedRow): boolean {
  return events.includes(row.name) && !row.heardBy.includes(name);
}

function eventOf({ id, name, teamId, occurredAt, data }: ClaimedRow): DomainEvent {
  return { id, name, teamId, occurredAt, data };
}

function backoffMs(attempts: number): number {
  return Math.min(FIRST_BACKOFF_MS * 2 ** (attempts - 1), MAX_BACKOFF_MS);
}
