import 'reflect-metadata';
import { type DynamicModule, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Config } from '#infra/config';
import { createLogger, NestPinoLogger } from '#infra/logging';
import { collectProcessMetrics } from '#infra/metrics';
import { startTracing } from '#infra/tracing';
import { foundation } from '../foundation';
import { OperatorPages } from './operator-pages';
import { WorkerModule } from './worker.module';

/** A worker as a process of its own. */
@Module({})
export class WorkerProcessModule {
  static forRoot(config: Config): DynamicModule {
    return {
      module: WorkerProcessModule,
      imports: [...foundation(config), WorkerModule],
      providers: [OperatorPages],
    };
  }
}

/** Runs jobs until the process is asked to stop (SIGTERM, SIGINT); those that run then may come to their end. */
export async function work(config: Config): Promise<void> {
  startTracing(config.tracing);
  collectProcessMetrics();
  const app = await NestFactory.createApplicationContext(WorkerProcessModule.forRoot(config), {
    logger: new NestPinoLogger(createLogger(config.logging.level)),
    abortOnError: false,
  });
  // By itself: as process 1 of a container it would not die of the signal that Nest would send it otherwise.
  app.enableShutdownHooks([], { useProcessExit: true });
}
