export { idempotencyErrors } from './idempotency.errors';
export * from './idempotency.module';
export * from './idempotent-requests';
export * from './idempotent-requests.types';
export * from './jobs/idempotency.jobs.module';
