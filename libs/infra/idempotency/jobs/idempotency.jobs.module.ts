import { Module } from '@nestjs/common';
import { IdempotentRequestQueries } from '../idempotent-requests.queries';
import { PruneIdempotentRequestsHandler } from './prune-idempotent-requests.handler';

@Module({ providers: [IdempotentRequestQueries, PruneIdempotentRequestsHandler] })
export class IdempotencyJobsModule {}
