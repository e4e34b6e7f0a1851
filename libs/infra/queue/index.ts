export * from './job';
export * from './job-handler';
export * from './job-queue';
export * from './queue.module';
export { QueueDriver } from './queue-driver';
export * from './worker-runner.module';
