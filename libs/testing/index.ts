/** All migrations, for database specs of rooms that may not import a domain. */
export { MIGRATIONS } from '#domain/migrations';
export * from './eventually';
export * from './growth';
export * from './held-time';
export * from './linked-notices';
export * from './manual-clock';
export * from './proportional-time';
export * from './recording-outbox';
