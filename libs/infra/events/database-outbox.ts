import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { Clock } from '#kernel';
import type { EventDefinition } from './domain-event';
import { FanOutSignal } from './fan-out-signal';
import { type EventEntry, Outbox, outboxRow } from './outbox';
import { OutboxQueries } from './outbox.queries';

@Injectable()
export class DatabaseOutbox extends Outbox {
  constructor(
    private readonly queries: OutboxQueries,
    private readonly database: Database,
    private readonly signal: FanOutSignal,
    private readonly clock: Clock,
  ) {
    super();
  }

  add<Name extends string, Data extends object>(
    event: EventDefinition<Name, Data>,
    entry: EventEntry<Data>,
  ): Promise<void> {
    return this.addAll(event, [entry]);
  }

  async addAll<Name extends string, Data extends object>(
    event: EventDefinition<Name, Data>,
    entries: readonly EventEntry<Data>[],
  ): Promise<void> {
    if (entries.length === 0) return;
    const now = this.clock.now();
    await this.queries.insert(entries.map((entry) => outboxRow(event, entry, now)));
    this.wake();
  }

  wake(): void {
    this.database.afterCommit(() => this.signal.send());
  }
}
