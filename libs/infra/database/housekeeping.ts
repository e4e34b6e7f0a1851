import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { TransactionalDataSource } from './data-source';
import { Database } from './database';
import { checkpointIfDue, tableToMaintain } from './housekeeping.queries';

/** PostgreSQL's own launcher looks once a minute, but then at every table. */
const INTERVAL_MS = 20_000;

/**
 * Does for the embedded engine what PostgreSQL's background processes do, because PGlite has none: without it the
 * write-ahead log grows until the engine is closed (and a crash must replay all of it), dead rows stay for ever, and
 * the planner knows nothing about the tables. One step a time, because each keeps everyone waiting.
 */
@Injectable()
export class Housekeeping implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Housekeeping.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly database: Database) {}

  onApplicationBootstrap(): void {
    const { dataSource } = this.database;
    if (!(dataSource instanceof TransactionalDataSource) || !dataSource.engine) return;
    this.timer = setInterval(() => {
      this.running = this.running.then(() => this.step());
    }, INTERVAL_MS);
    this.timer.unref();
  }

  /** Waits for the step that is under way. */
  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** One checkpoint and one table at most, if they are due. */
  async step(): Promise<void> {
    try {
      await checkpointIfDue(this.database);
      const table = await tableToMaintain(this.database);
      if (table) await this.database.query(`${table.needsVacuum ? 'VACUUM (ANALYZE)' : 'ANALYZE'} ${table.name}`);
    } catch (error) {
      this.logger.warn(`Housekeeping of the database failed: ${(error as Error).message}`);
    }
  }
}
