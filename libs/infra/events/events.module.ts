import { Global, Module } from '@nestjs/common';
import { DatabaseOutbox } from './database-outbox';
import { FanOutSignal } from './fan-out-signal';
import { Outbox } from './outbox';
import { OutboxQueries } from './outbox.queries';
import { OutboxMetrics } from './outbox-metrics';

/** Makes the Outbox injectable everywhere. */
@Global()
@Module({
  providers: [OutboxQueries, OutboxMetrics, FanOutSignal, { provide: Outbox, useClass: DatabaseOutbox }],
  exports: [Outbox, OutboxQueries, FanOutSignal],
})
export class EventsModule {}
