import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Retention } from '#domain/retention';
import { EndUserQueries } from './end-users.queries';

/** Words that end users have said, beside the lessons that were found in them. */
@Injectable()
export class OldWords implements OnModuleInit {
  constructor(
    private readonly retention: Retention,
    private readonly queries: EndUserQueries,
  ) {}

  onModuleInit(): void {
    this.retention.register({
      kind: 'learning',
      name: 'words of end users',
      removeOld: (old) => this.queries.deleteOldExamples(old),
    });
  }
}
