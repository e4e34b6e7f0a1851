export { type ChannelListening, type ChannelSubscription, listenToChannel } from './channel-listener';
export { consistentView } from './copying/consistent-view';
export { bringSchemaTo } from './copying/copied-schema';
export { type CopyConnection, readingTransaction, writingTransaction } from './copying/copy-connection';
export { beginFilling, endFilling, otherProcesses } from './copying/filling.queries';
export {
  type CopiedSequence,
  type CopiedTable,
  guessRows,
  hasUsers,
  readMigrations,
  readSequences,
  readTables,
  writeSequences,
} from './copying/layout.queries';
export { RowDigest, type TextRow } from './copying/row-digest';
export { readRows } from './copying/table-reader';
export { writeRows } from './copying/table-writer';
export {
  embeddedOptions,
  type PostgresSettings,
  postgresOptions,
  TransactionalDataSource,
  type TransactionalOptions,
} from './data-source';
export { Database } from './database';
export {
  databaseUnavailable,
  isForeignKeyViolation,
  isUniqueViolation,
  translateDatabaseError,
} from './database.errors';
export { DatabaseModule, type DatabaseModuleOptions } from './database.module';
export { DatabaseHealth, type HealthReport } from './database-health';
export { DataFolderInUseError } from './embedded/data-folder-in-use.error';
export { EmbeddedDatabase, type EmbeddedDatabaseOptions, type ServingEngine } from './embedded/embedded-database';
export { startEmbedded } from './embedded/start-embedded';
export { usableTemplate } from './embedded/template-manifest';
export { type MigrateOptions, type Migration, MigrationError, migrate } from './migrations/migrate';
export { type DatabasePlace, isEmbedded, isJoined, type OpenOptions, openDatabase } from './open-database';
export { mayHaveOwnConnection, type OwnConnection, onOwnConnection } from './own-connection';
export { type PgBossDatabase, pgBossDatabase } from './pg-boss-database';
export { PoolQueue } from './pool-queue';
export { inShortSteps, MAX_STEP_ROWS } from './short-steps';
export { buildTemplate, compareTemplate, type TemplateDifference } from './template';
export { OutsideTransactionError } from './transaction-scope';
