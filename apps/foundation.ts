import type { DynamicModule, Type } from '@nestjs/common';
import { MIGRATIONS } from '#domain/migrations';
import { type Config, ConfigModule } from '#infra/config';
import { DatabaseModule } from '#infra/database';
import { EventsModule } from '#infra/events';
import { LoggingModule } from '#infra/logging';
import { QueueModule } from '#infra/queue';

/** The machinery that every process of Parley stands on. */
export function foundation(config: Config): Array<DynamicModule | Type> {
  return [
    ConfigModule.forRoot(config),
    LoggingModule,
    DatabaseModule.forRoot({ migrations: MIGRATIONS }),
    QueueModule.forRoot(),
    EventsModule,
  ];
}
