import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { JobHandlers } from './job-handlers';
import { JobWorker } from './job-worker';

/** Makes this process a worker: it runs the jobs whose handlers are among the providers of the app. */
@Module({ imports: [DiscoveryModule], providers: [JobHandlers, JobWorker] })
export class WorkerRunnerModule {}
