export * from './domain-event';
export * from './event-consumer';
export * from './events.module';
export * from './jobs/events.jobs.module';
export * from './outbox';
