import type { DynamicModule, Type } from '@nestjs/common';
import { DIALECTS } from '#dialects';
import { MIGRATIONS } from '#domain/migrations';
import { VocabulariesModule } from '#domain/webhooks';
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

/** What every process of Parley stands on: the machinery, and the words in which webhooks are told. */
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
    VocabulariesModule.forRoot(DIALECTS.flatMap(({ events = [] }) => events)),
  ];
}
