/** Brings the database up to date and ends; the api and the worker do the same when they start. */
import 'reflect-metadata';
import { type DynamicModule, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { MIGRATIONS } from '#domain/migrations';
import { type Config, ConfigError, ConfigModule, loadConfig } from '#infra/config';
import { DatabaseModule, DataFolderInUseError, MigrationError } from '#infra/database';

@Module({})
class MigrateModule {
  static forRoot(config: Config): DynamicModule {
    return {
      module: MigrateModule,
      imports: [ConfigModule.forRoot(config), DatabaseModule.forRoot({ migrations: MIGRATIONS })],
    };
  }
}

async function main(): Promise<void> {
  const app = await NestFactory.createApplicationContext(MigrateModule.forRoot(loadConfig()), { abortOnError: false });
  await app.close();
  console.log('The database is up to date.');
}

main().catch((error: unknown) => {
  // What the operator can mend is told in its own words; everything else with its stack.
  const isExpected = [ConfigError, DataFolderInUseError, MigrationError].some((kind) => error instanceof kind);
  console.error(isExpected ? (error as Error).message : error);
  process.exit(1);
});
