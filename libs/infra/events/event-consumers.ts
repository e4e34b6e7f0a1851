import { Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { declaredEvents } from './domain-event';
import {
  type BatchEventConsumer,
  CONSUMES_EVENTS,
  type ConsumerDescription,
  type EventConsumer,
} from './event-consumer';

export interface RegisteredConsumer extends Required<ConsumerDescription> {
  consumer: EventConsumer | BatchEventConsumer;
}

/** Finds the event consumers among the providers of the app. */
@Injectable()
export class EventConsumers {
  constructor(private readonly discovery: DiscoveryService) {}

  /** @throws Error naming each consumer whose name is taken, and each event that nobody declares. */
  all(): RegisteredConsumer[] {
    const consumers = this.discovery.getProviders().flatMap(({ metatype, instance }) => {
      const description: ConsumerDescription | undefined = metatype
        ? Reflect.getMetadata(CONSUMES_EVENTS, metatype)
        : undefined;
      if (!description) return [];
      const consumer = instance as RegisteredConsumer['consumer'];
      return [{ name: description.name, events: description.events ?? consumer.events ?? [], consumer }];
    });
    const faults = [...takenNames(consumers), ...unknownEvents(consumers)];
    if (faults.length > 0) throw new Error(faults.join(' '));
    return consumers;
  }
}

function takenNames(consumers: readonly RegisteredConsumer[]): string[] {
  const names = consumers.map(({ name }) => name);
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))].map(
    (name) => `Two event consumers are called ${name}.`,
  );
}

function unknownEvents(consumers: readonly RegisteredConsumer[]): string[] {
  return consumers.flatMap(({ name, events }) =>
    events
      .filter((event) => !declaredEvents().has(event))
      .map((event) => `The event consumer ${name} asks for ${event}, which nobody declares.`),
  );
}
