import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { EventConsumers } from '../event-consumers';
import { FanOut } from '../fan-out';
import { FanOutHandler } from './fan-out.handler';
import { PruneOutboxHandler } from './prune-outbox.handler';

/** The fan-out and the pruning of the outbox, for the process that runs the jobs. Needs the EventsModule. */
@Module({ imports: [DiscoveryModule], providers: [EventConsumers, FanOut, FanOutHandler, PruneOutboxHandler] })
export class EventsJobsModule {}
