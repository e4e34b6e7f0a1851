export * from './health.module';
export * from './health-components';
export { type HealthReport, HealthStatus } from './health-status';
export { Liveness } from './liveness';
