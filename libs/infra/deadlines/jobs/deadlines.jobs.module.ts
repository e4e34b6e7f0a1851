import { Module } from '@nestjs/common';
import { DeadlinesQueries } from '../deadlines.queries';
import { MendDeadlinesHandler } from './mend-deadlines.handler';

@Module({ providers: [DeadlinesQueries, MendDeadlinesHandler] })
export class DeadlinesJobsModule {}
