export { type ChannelListening, type ChannelSubscription, listenToChannel } from './channel-listener';
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
export { mayHaveOwnConnection, type OwnConnection, onOwnConnection } from './own-connection';
export { type PgBossDatabase, pgBossDatabase } from './pg-boss-database';
export { buildTemplate, compareTemplate, type TemplateDifference } from './template';
export { OutsideTransactionError } from './transaction-scope';
