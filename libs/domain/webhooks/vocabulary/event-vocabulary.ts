/**
 * How a dialect tells what happened. A dialect lists its event names once (`readonly [...] as const`) and gives a
 * `NamedEvent` for each in an `EventVocabulary<Name>`, so that a name without a mapping does not compile:
 *
 *   const events: EventVocabulary<typeof NAMES[number]> = {
 *     dialect: 'platform',
 *     events: {
 *       'message.received': namedEvent({ ..., causes: [on(messageReceived, ({ data }) => ({ chatbotId: data.botId, ... }))] }),
 */
import type { Type } from '@nestjs/common';
import type { DomainEvent, EventDefinition } from '#infra/events';

export interface NamedEvent<Data extends object = object> {
  /** When it is sent, a sentence. */
  readonly description: string;
  /** Its fields describe `data` in the OpenAPI document. */
  readonly payload: Type<Data>;
  /** In the documentation, and what a test of this event sends. */
  readonly example: Data;
  /** Empty while nothing in this release causes it. */
  readonly causes: ReadonlyArray<Cause<Data>>;
}

/** A domain event that a dialect tells under one of its names. */
export interface Cause<Data extends object = object> {
  /** Of the domain event. */
  readonly event: string;
  /** `team`: webhooks of its team hear it; `installation`: those of the administrators' teams too. */
  readonly reach: 'team' | 'installation';
  /** The `data` of the dialect; undefined when this one is not to be told. */
  readonly present: (event: DomainEvent) => Data | undefined;
}

export interface EventVocabulary<Name extends string = string> {
  /** Name of the dialect, as webhooks of it are stored. */
  readonly dialect: string;
  readonly events: Readonly<Record<Name, NamedEvent>>;
}

/** Checks that payload, example and causes agree. */
export function namedEvent<Data extends object>(event: NamedEvent<Data>): NamedEvent<Data> {
  return event;
}

/** That `definition` is told, and how. */
export function on<Name extends string, From extends object, Data extends object>(
  definition: EventDefinition<Name, From>,
  present: (event: DomainEvent<Name, From>) => Data | undefined,
  { reach = 'team' }: Partial<Pick<Cause, 'reach'>> = {},
): Cause<Data> {
  // The fan-out hands over events of this name only.
  return { event: definition.name, reach, present: present as Cause<Data>['present'] };
}
