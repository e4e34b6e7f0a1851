import { type BeforeApplicationShutdown, type DynamicModule, Global, Injectable, Module } from '@nestjs/common';
import { Config } from '#infra/config';
import { Database, pgBossDatabase } from '#infra/database';
import { RedisConnections } from '#infra/redis';
import { BullDriver } from './bull/bull-driver';
import { declaredJobs } from './job';
import { JobQueue } from './job-queue';
import { PgBossDriver } from './pg-boss/pg-boss-driver';
import { QueueDepths } from './queue-depths';
import { QueueDriver } from './queue-driver';
import { TransactionalJobQueue } from './transactional-job-queue';

/** Stops the driver after the worker, if there is one, has drained in the hook before. */
@Injectable()
class QueueShutdown implements BeforeApplicationShutdown {
  constructor(private readonly driver: QueueDriver) {}

  async beforeApplicationShutdown(): Promise<void> {
    await this.driver.stop();
  }
}

/** Makes JobQueue injectable everywhere. */
@Global()
@Module({})
export class QueueModule {
  static forRoot(): DynamicModule {
    return {
      module: QueueModule,
      providers: [
        {
          provide: QueueDriver,
          inject: [Database, Config, { token: RedisConnections, optional: true }],
          useFactory: startedDriver,
        },
        { provide: JobQueue, useClass: TransactionalJobQueue },
        QueueShutdown,
        QueueDepths,
      ],
      exports: [JobQueue, QueueDriver, QueueDepths],
    };
  }
}

/** Started before anything can be injected, so that jobs may be put from every start hook. */
async function startedDriver(database: Database, config: Config, redis?: RedisConnections): Promise<QueueDriver> {
  const driver = redis ? new BullDriver(redis) : pgBossDriver(database, config);
  await driver.start(declaredJobs());
  return driver;
}

function pgBossDriver({ dataSource }: Database, { database }: Config): QueueDriver {
  return new PgBossDriver({ database: pgBossDatabase(dataSource), isEmbedded: database.url === undefined });
}
