import { Module } from '@nestjs/common';
import { CountingModule } from '../counting/counting.module';
import { CountBacklogHandler } from './count-backlog.handler';
import { CountEvents } from './count-events.consumer';
import { KeepEventsHandler } from './keep-events.handler';

@Module({ imports: [CountingModule], providers: [CountEvents, CountBacklogHandler, KeepEventsHandler] })
export class AnalyticsJobsModule {}
