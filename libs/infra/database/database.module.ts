import { type DynamicModule, Global, Logger, Module } from '@nestjs/common';
import { TypeOrmModule, type TypeOrmModuleOptions } from '@nestjs/typeorm';
import type { DataSourceOptions } from 'typeorm';
import { Config } from '#infra/config';
import { embeddedOptions, postgresOptions, TransactionalDataSource, type TransactionalOptions } from './data-source';
import { Database } from './database';
import { DatabaseHealth } from './database-health';
import { EmbeddedDatabase } from './embedded/embedded-database';
import { engineOf } from './embedded/start-embedded';
import { usableTemplate } from './embedded/template-manifest';
import { Housekeeping } from './housekeeping';
import type { Migration } from './migrations/migrate';
import { openDataSource } from './open-data-source';
import { PoolMetrics } from './pool-metrics';
import { PoolQueue } from './pool-queue';

export interface DatabaseModuleOptions {
  /** The one sequence of migrations; they are applied before anything can use the database. */
  migrations: readonly Migration[];
  /** Folder that `buildTemplate` made, for the first start of the embedded database. */
  template?: string;
}

const logger = new Logger('Database');

/** Gives everyone `Database`, `DatabaseHealth`, `PoolQueue` and the `DataSource`, also to `TypeOrmModule.forFeature`. */
@Global()
@Module({})
export class DatabaseModule {
  static forRoot(options: DatabaseModuleOptions): DynamicModule {
    const typeorm = TypeOrmModule.forRootAsync({
      inject: [Config],
      useFactory: async (config: Config): Promise<TypeOrmModuleOptions> => ({
        ...(await connectionOptions(config, options)),
        autoLoadEntities: true,
        // `openDataSource` knows better what is worth another try.
        toRetry: () => false,
      }),
      dataSourceFactory: (described?: DataSourceOptions) =>
        openDataSource(new TransactionalDataSource(described as TransactionalOptions), options.migrations, logger),
    });
    return {
      module: DatabaseModule,
      imports: [typeorm],
      providers: [Database, DatabaseHealth, Housekeeping, PoolMetrics, PoolQueue],
      exports: [Database, DatabaseHealth, PoolQueue, typeorm],
    };
  }
}

async function connectionOptions(
  { database }: Config,
  { migrations, template }: DatabaseModuleOptions,
): Promise<TransactionalOptions> {
  const { url, dataDir, maxQueryMs } = database;
  if (url !== undefined) {
    return postgresOptions({ ...database, url }, (error) => logger.warn(`A connection was lost: ${error.message}`));
  }
  const usable = template === undefined ? undefined : usableTemplate(template, migrations);
  const engine = engineOf({ dataDir, maxQueryMs, template: usable });
  if (engine instanceof EmbeddedDatabase) engine.warn = (text) => logger.warn(text);
  await engine.ready();
  return embeddedOptions(engine);
}
