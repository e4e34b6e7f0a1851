import { applyDecorators, Injectable, SetMetadata } from '@nestjs/common';
import type { DomainEvent } from './domain-event';

export const CONSUMES_EVENTS = Symbol('consumes events');

export interface ConsumerDescription {
  /** Stable: deliveries are remembered under it. */
  name: string;
  /** Names of the events it hears; absent when the consumer tells them by its own `events`. */
  events?: readonly string[];
}

/**
 * A class that hears events in the worker, at least once and in no promised order: it must be idempotent by `id`. It
 * notes what is to do, as a row or a job, and returns soon.
 */
export interface EventConsumer {
  /** For one that learns what it wants when the app is put together. */
  readonly events?: readonly string[];
  consume(event: DomainEvent): Promise<void>;
}

/**
 * As an EventConsumer, for one whose work costs less for many events at once. It hears all or none: when it throws, each
 * event of the batch is told it by itself, so that one which it cannot bear does not hold up the others.
 */
export interface BatchEventConsumer {
  readonly events?: readonly string[];
  consumeAll(events: readonly DomainEvent[]): Promise<void>;
}

/** Marks an EventConsumer or BatchEventConsumer. The worker refuses to start when a name is taken twice or an event is not declared. */
export function ConsumesEvents(consumer: ConsumerDescription): ClassDecorator {
  return applyDecorators(Injectable(), SetMetadata(CONSUMES_EVENTS, consumer));
}
