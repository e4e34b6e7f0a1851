import { Global, Module } from '@nestjs/common';
import { HeldExecutions } from './held-executions';
import { IdempotentRequests } from './idempotent-requests';
import { IdempotentRequestQueries } from './idempotent-requests.queries';

/** For processes that answer requests. Needs the database and the sealer. */
@Global()
@Module({
  providers: [IdempotentRequestQueries, HeldExecutions, IdempotentRequests],
  exports: [IdempotentRequests],
})
export class IdempotencyModule {}
