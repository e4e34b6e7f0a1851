import pg from 'pg';
import { DataSource, type DataSourceOptions, type QueryRunner, type ReplicationMode } from 'typeorm';
import { translateDatabaseError } from './database.errors';
import type { ServingEngine } from './embedded/embedded-database';
import { embeddedPool } from './embedded/embedded-pool';
import { observeStatement } from './statement-observation';
import { TransactionScope } from './transaction-scope';

/** The embedded engine serves one statement at a time; more connections would only wait in another line. */
const EMBEDDED_POOL_SIZE = 8;

/** By it commands see that servers run. */
const SERVER_NAME = 'parley';

export interface PostgresSettings {
  url: string;
  poolSize: number;
  connectTimeoutMs: number;
  statementTimeoutMs: number;
  /** False behind a pooler that may give each statement another session, where a prepared one is not known. */
  preparesStatements: boolean;
  /** What the server shows of its connections; `parley` unless given. */
  applicationName?: string;
}

/** Options of TypeORM, which ignores what it does not know, and of our data source. */
export type TransactionalOptions = DataSourceOptions & {
  /** Shared with the pool. */
  readonly transactions: TransactionScope;
  /** The data source ends it. */
  readonly engine?: ServingEngine;
  readonly preparesStatements: boolean;
};

type RunQuery = (sql: string, parameters?: unknown[], structured?: boolean) => Promise<unknown>;

/**
 * TypeORM's data source with what all queries share, whoever makes them: connection losses become
 * `database.unavailable`, and the open transaction is known. With its end the embedded engine ends.
 */
export class TransactionalDataSource extends DataSource {
  readonly transactions: TransactionScope;
  /** Undefined on a PostgreSQL of its own. */
  readonly engine: ServingEngine | undefined;
  /** Whether statements may be prepared under a name. */
  readonly mayPrepare: boolean;

  constructor(options: TransactionalOptions) {
    super(options);
    this.transactions = options.transactions;
    this.engine = options.engine;
    this.mayPrepare = options.preparesStatements;
  }

  override async destroy(): Promise<void> {
    if (this.isInitialized) await super.destroy();
    await this.engine?.stop();
  }

  override createQueryRunner(mode?: ReplicationMode): QueryRunner {
    const runner = super.createQueryRunner(mode);
    const query: RunQuery = runner.query.bind(runner);
    const translated: RunQuery = (...call) =>
      observeStatement(call[0], () => translateDatabaseError(() => query(...call)));
    return Object.assign(runner, { query: translated as QueryRunner['query'] });
  }
}

/** Of both kinds: the schema is made by our migrations only. */
const COMMON = { type: 'postgres', installExtensions: false, synchronize: false, logging: false } as const;

export function embeddedOptions(engine: ServingEngine): TransactionalOptions {
  const transactions = new TransactionScope();
  return {
    ...COMMON,
    transactions,
    engine,
    preparesStatements: true,
    username: 'postgres',
    database: 'postgres',
    driver: { ...pg, Pool: embeddedPool(engine, transactions) },
    // Connections are lost only with the engine, which tells it once for all of them.
    poolErrorHandler: () => undefined,
    // A connection costs the engine nothing, so none is closed for being idle.
    extra: { max: EMBEDDED_POOL_SIZE, idleTimeoutMillis: 0 },
  };
}

export function postgresOptions(
  settings: PostgresSettings,
  onConnectionLost: (error: Error) => void,
): TransactionalOptions {
  return {
    ...COMMON,
    transactions: new TransactionScope(),
    url: settings.url,
    applicationName: settings.applicationName ?? SERVER_NAME,
    poolSize: settings.poolSize,
    preparesStatements: settings.preparesStatements,
    connectTimeoutMS: settings.connectTimeoutMs,
    poolErrorHandler: onConnectionLost,
    extra: { statement_timeout: settings.statementTimeoutMs, keepAlive: true },
  };
}
