import { Global, Module } from '@nestjs/common';
import { DatabaseOutbox } from './database-outbox';
import { FanOutSignal } from './fan-out-signal';
import { Outbox } from './outbox';
import { OutboxQueries } from './outbox.queries';

/** Makes the Outbox injectable everywhere. */
@Global()
@Module({
  providers: [OutboxQueries, FanOutSignal, { provide: Outbox, useClass: DatabaseOutbox }],
  exports: [Outbox, OutboxQueries, FanOutSignal],
})
export class EventsModule {}
