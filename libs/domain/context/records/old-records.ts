import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type OldRows, Retention } from '#domain/retention';
import { OldRecordsQueries } from './old-records.queries';

/** What is known of end users who have not been heard of for longer than their team keeps it. */
@Injectable()
export class OldRecords implements OnModuleInit {
  constructor(
    private readonly retention: Retention,
    private readonly queries: OldRecordsQueries,
  ) {}

  onModuleInit(): void {
    this.retention.register({
      kind: 'endUsers',
      name: 'what is known of end users',
      removeOld: (old) => this.removeSome(old),
    });
  }

  private async removeSome(old: OldRows): Promise<number> {
    const contexts = await this.queries.deleteContexts(old);
    return contexts + (await this.queries.deleteEntities(old)) + (await this.queries.deleteTopics(old));
  }
}
