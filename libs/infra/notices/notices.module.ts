import { type BeforeApplicationShutdown, type DynamicModule, Global, Injectable, Module } from '@nestjs/common';
import { Config } from '#infra/config';
import { Database, isJoined } from '#infra/database';
import { RedisConnections } from '#infra/redis';
import { EmbeddedCarrier } from './embedded-carrier';
import type { NoticeCarrier } from './notice-carrier';
import { Notices } from './notices';
import { PostgresCarrier } from './postgres-carrier';
import { RedisCarrier } from './redis-carrier';

@Injectable()
class NoticesShutdown implements BeforeApplicationShutdown {
  constructor(private readonly notices: Notices) {}

  beforeApplicationShutdown(): Promise<void> {
    return this.notices.stop();
  }
}

/** Makes Notices injectable everywhere. */
@Global()
@Module({})
export class NoticesModule {
  static forRoot(): DynamicModule {
    return {
      module: NoticesModule,
      providers: [
        {
          provide: Notices,
          inject: [Config, Database, { token: RedisConnections, optional: true }],
          useFactory: startedNotices,
        },
        NoticesShutdown,
      ],
      exports: [Notices],
    };
  }
}

async function startedNotices(config: Config, database: Database, redis?: RedisConnections): Promise<Notices> {
  const notices = new Notices(carrierOf(config, database, redis), database);
  await notices.start();
  return notices;
}

function carrierOf(config: Config, database: Database, redis?: RedisConnections): NoticeCarrier {
  if (redis) return new RedisCarrier(redis);
  const isServer = config.database.url === undefined && !isJoined(database.dataSource);
  return isServer ? new EmbeddedCarrier(database) : new PostgresCarrier(database);
}
