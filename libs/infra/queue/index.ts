export { isHarmless } from './bull/queue-board';
export * from './failed-work';
export * from './job';
export * from './job-handler';
export * from './job-queue';
export * from './queue.module';
export { QueueDepths } from './queue-depths';
export { QueueDriver } from './queue-driver';
export * from './worker-runner.module';
