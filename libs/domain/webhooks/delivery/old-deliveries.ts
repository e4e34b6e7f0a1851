import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Retention } from '#domain/retention';
import { Config } from '#infra/config';
import { DAY_MS } from '#kernel';
import { lowestIdSince } from '../log/delivery-ids';
import { UpkeepQueries } from './upkeep.queries';

/** Teams may keep less of the log of deliveries than the installation does. */
@Injectable()
export class OldDeliveries implements OnModuleInit {
  constructor(
    private readonly retention: Retention,
    private readonly queries: UpkeepQueries,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.retention.register({
      kind: 'webhookDeliveries',
      name: 'webhook deliveries',
      atMostDays: this.config.webhooks.logRetentionMs / DAY_MS,
      removeOld: (old) => this.queries.deleteOfTeam(old, lowestIdSince(old.before)),
    });
  }
}
