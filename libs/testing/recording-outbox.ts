import { type EventDefinition, type EventEntry, Outbox } from '#infra/events';

/** Remembers what would have been told; of a transaction that rolls back, too. */
export class RecordingOutbox extends Outbox {
  readonly events: Array<{ name: string; teamId: string; data: object }> = [];

  get names(): string[] {
    return this.events.map(({ name }) => name);
  }

  add<Name extends string, Data extends object>(
    event: EventDefinition<Name, Data>,
    entry: EventEntry<Data>,
  ): Promise<void> {
    return this.addAll(event, [entry]);
  }

  async addAll<Name extends string, Data extends object>(
    { name }: EventDefinition<Name, Data>,
    entries: readonly EventEntry<Data>[],
  ): Promise<void> {
    this.events.push(...entries.map((entry) => ({ name, ...entry })));
  }

  wake(): void {}
}
