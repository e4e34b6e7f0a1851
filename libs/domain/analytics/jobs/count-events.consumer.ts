import { type BatchEventConsumer, ConsumesEvents, type DomainEvent } from '#infra/events';
import { Counting } from '../counting/counting.service';
import { COUNTED_EVENTS } from '../counting/facts';

/** Counts what happens. */
@ConsumesEvents({ name: 'analytics', events: COUNTED_EVENTS })
export class CountEvents implements BatchEventConsumer {
  constructor(private readonly counting: Counting) {}

  consumeAll(events: readonly DomainEvent[]): Promise<void> {
    return this.counting.countEvents(events);
  }
}
