export * from './arrival';
export * from './integrations.events';
export * from './integrations.module';
export { Integrations } from './integrations.service';
export * from './integrations.types';
export * from './running/back-end.types';
export { BackEnds } from './running/back-ends.service';
