import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Retention } from '#domain/retention';
import { SchedulesQueries } from './schedules.queries';

/** Executions that a team no longer keeps, with their steps; those that go on stay. */
@Injectable()
export class OldExecutions implements OnModuleInit {
  constructor(
    private readonly retention: Retention,
    private readonly queries: SchedulesQueries,
  ) {}

  onModuleInit(): void {
    this.retention.register({
      kind: 'agentExecutions',
      name: 'agent executions',
      removeOld: (old) => this.queries.deleteEnded(old),
    });
  }
}
