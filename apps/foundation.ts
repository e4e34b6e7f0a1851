import type { DynamicModule, Type } from '@nestjs/common';
import { MIGRATIONS } from '#domain/migrations';
import { type Config, ConfigModule } from '#infra/config';
import { DatabaseModule } from '#infra/database';
import { EventsModule } from '#infra/events';
import { HealthModule } from '#infra/health';
import { HttpClientModule } from '#infra/http-client';
import { LoggingModule } from '#infra/logging';
import { NoticesModule } from '#infra/notices';
import { QueueModule } from '#infra/queue';
import { RedisModule } from '#infra/redis';
import { SecretsModule } from '#infra/secrets';
import { TracingModule } from '#infra/tracing';

/** The machinery that every process of Parley stands on. */
export function foundation(config: Config): Array<DynamicModule | Type> {
  return [
    ConfigModule.forRoot(config),
    LoggingModule,
    SecretsModule,
    HttpClientModule,
    DatabaseModule.forRoot({ migrations: MIGRATIONS }),
    RedisModule.forRoot(config),
    NoticesModule.forRoot(),
    QueueModule.forRoot(),
    EventsModule,
    HealthModule,
    TracingModule,
  ];
}
