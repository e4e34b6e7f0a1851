import 'reflect-metadata';
import { flushCompileCache } from 'node:module';
import type { AddressInfo } from 'node:net';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '#infra/config';
import { configureHttp, createFastifyAdapter } from '#infra/http';
import { createLogger, NestPinoLogger, registerAccessLog } from '#infra/logging';
import { collectProcessMetrics } from '#infra/metrics';
import { startTracing } from '#infra/tracing';
import { ApiModule } from './api.module';
import { FirstStart } from './first-start';
import { mountOpenApi } from './openapi';
import { mountQueueBoard } from './queue-board/mount-queue-board';
import { tellFirstStart, tellReady } from './terminal';

/** Runs the api until the process is asked to stop. */
export async function serve(config: Config): Promise<void> {
  startTracing(config.tracing);
  collectProcessMetrics();
  const logger = createLogger(config.logging.level);
  const app = await NestFactory.create<NestFastifyApplication>(
    ApiModule.forRoot(config),
    createFastifyAdapter(config),
    {
      logger: new NestPinoLogger(logger),
      abortOnError: false,
    },
  );
  for (const warning of config.warnings) logger.warn(warning);
  // Before the hooks of the http room, so that they run within the log context of their request.
  registerAccessLog(app.getHttpAdapter().getInstance(), logger);
  configureHttp(app);
  mountOpenApi(app);
  await mountQueueBoard(app);
  // By itself: as process 1 of a container it would not die of the signal that Nest would send it otherwise.
  app.enableShutdownHooks([], { useProcessExit: true });
  await app.init();
  const firstStart = await app.get(FirstStart).run();
  await app.listen(config.http.port, config.http.host);
  const baseUrl = config.http.publicUrl ?? addressOf(app, config);
  tellReady(baseUrl, process.uptime() * 1_000, config.queue.workerInApi);
  if (firstStart) tellFirstStart(baseUrl, firstStart);
  // Else only an orderly end would keep what was compiled.
  flushCompileCache();
}

function addressOf(app: NestFastifyApplication, { http }: Config): string {
  const { port } = app.getHttpServer().address() as AddressInfo;
  const host = ['0.0.0.0', '::'].includes(http.host) ? 'localhost' : http.host;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
