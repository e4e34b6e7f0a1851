import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type EndUser, type EndUserRecordHolder, EndUserRecords } from '#domain/context';
import { Counting } from './counting.service';
import { Visits } from './visits.service';

/** What analytics hold of an end user: when they were there. Messages that they have written still count when they are erased. */
@Injectable()
export class CountedUsers implements EndUserRecordHolder, OnModuleInit {
  readonly name = 'analytics';

  constructor(
    private readonly counting: Counting,
    private readonly visits: Visits,
    private readonly records: EndUserRecords,
  ) {}

  onModuleInit(): void {
    this.records.register(this);
  }

  export({ teamId, botId, userRef }: EndUser): Promise<unknown[]> {
    return this.visits.export(teamId, botId, userRef);
  }

  erase({ teamId, botId, userRef }: EndUser): Promise<number> {
    return this.counting.forgetUser(teamId, botId, userRef);
  }
}
