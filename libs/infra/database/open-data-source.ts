import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { isUnavailable } from './database.errors';
import { type Migration, migrate } from './migrations/migrate';

/** A PostgreSQL that is being started beside Parley gets half a minute. */
const CONNECT_ATTEMPTS = 15;
const RETRY_MS = 2_000;

/** Connects and migrates; after a failure nothing stays open. */
export async function openDataSource(
  dataSource: DataSource,
  migrations: readonly Migration[],
  logger: Logger,
): Promise<DataSource> {
  try {
    await connect(dataSource, logger);
    await migrate(dataSource, {
      migrations,
      onProgress: ({ number, total, name }) => logger.log(`Migration ${number} of ${total}: ${name}`),
    });
    return dataSource;
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
}

async function connect(dataSource: DataSource, logger: Logger): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await dataSource.initialize();
      return;
    } catch (error) {
      if (attempt === CONNECT_ATTEMPTS || !isUnavailable(error)) throw error;
      logger.warn(`The database cannot be reached yet (${(error as NodeJS.ErrnoException).code}).`);
      await delay(RETRY_MS);
    }
  }
}
