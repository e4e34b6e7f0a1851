import { applyDecorators, Injectable, SetMetadata } from '@nestjs/common';
import type { DomainEvent } from './domain-event';

export const CONSUMES_EVENTS = Symbol('consumes events');

export interface ConsumerDescription {
  /** Stable: deliveries are remembered under it. */
  name: string;
  /** Names of the events it hears. */
  events: readonly string[];
}

/**
 * A class that hears events in the worker, at least once and in no promised order: it must be idempotent by `id`. It
 * notes what is to do, as a row or a job, and returns soon.
 */
export interface EventConsumer {
  consume(event: DomainEvent): Promise<void>;
}

/** Marks an EventConsumer. The worker refuses to start when a name is taken twice or an event is not declared. */
export function ConsumesEvents(consumer: ConsumerDescription): ClassDecorator {
  return applyDecorators(Injectable(), SetMetadata(CONSUMES_EVENTS, consumer));
}
