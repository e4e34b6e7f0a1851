import { newId } from '#kernel';
import type { EventDefinition } from './domain-event';

export interface EventEntry<Data extends object> {
  teamId: string;
  data: Data;
}

/** Where domains put what happened. Also the injection token. */
export abstract class Outbox {
  /** Writes the event in the open transaction; it is heard after the commit, at least once. */
  abstract add<Name extends string, Data extends object>(
    event: EventDefinition<Name, Data>,
    entry: EventEntry<Data>,
  ): Promise<void>;

  /** Writes many events of one name in one statement; none costs nothing. */
  abstract addAll<Name extends string, Data extends object>(
    event: EventDefinition<Name, Data>,
    entries: readonly EventEntry<Data>[],
  ): Promise<void>;

  /** For a domain that wrote its rows in a statement of its own: has them heard once the open transaction has committed. */
  abstract wake(): void;
}

/** A row of `outbox`; its other columns have defaults. */
export interface OutboxRow<Data extends object = object> {
  id: string;
  team_id: string;
  name: string;
  data: Data;
  occurred_at: Date;
}

/** The row of an event, for a domain that writes it within a statement of its own; it calls `Outbox.wake()` afterwards. */
export function outboxRow<Name extends string, Data extends object>(
  event: EventDefinition<Name, Data>,
  { teamId, data }: EventEntry<Data>,
  now: Date,
): OutboxRow<Data> {
  return { id: newId(), team_id: teamId, name: event.name, data, occurred_at: now };
}
