/**
 * The pages of a worker, for operators: `/health` (200, or 503 when the database or the queue does not answer, or the
 * worker stops) and `/metrics`. Two pages need no framework. They are open to whoever reaches the port, but for the
 * metrics when METRICS_TOKEN is set.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Config, ShutdownGrace } from '#infra/config';
import { HealthStatus } from '#infra/health';
import { isMetricsBearer, METRICS_CONTENT_TYPE, renderMetrics } from '#infra/metrics';

interface Page {
  status: number;
  contentType: string;
  body: string;
}

/** What a worker is nothing without. */
const VITAL = ['database', 'queues'];

@Injectable()
export class OperatorPages implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(OperatorPages.name);
  private readonly server: Server;

  constructor(
    private readonly config: Config,
    private readonly health: HealthStatus,
    private readonly grace: ShutdownGrace,
  ) {
    this.server = createServer((request, response) => void this.answer(request, response));
    // `once` below hears of a port that is taken; what comes later must not end the worker either.
    this.server.on('error', (error) => this.logger.debug(error));
  }

  /** A port that is taken costs the pages, not the worker: the jobs matter more. */
  async onApplicationBootstrap(): Promise<void> {
    const { port, host } = this.config.worker;
    try {
      this.server.listen(port, host);
      await once(this.server, 'listening');
      const { port: taken } = this.server.address() as AddressInfo;
      this.logger.log({ message: `Health and metrics of this worker are served on port ${taken}.`, port: taken, host });
    } catch (error) {
      this.logger.error({ message: `${reasonOf(error, port)} This worker runs without health and metrics pages.` });
    }
  }

  /** Late, so that the pages tell to the end that the worker is stopping. */
  beforeApplicationShutdown(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { status, contentType, body } = await this.page(request).catch(failed);
    response.writeHead(status, { 'content-type': contentType, 'cache-control': 'no-store' });
    response.end(request.method === 'HEAD' ? undefined : body);
  }

  private async page({ method, url, headers }: IncomingMessage): Promise<Page> {
    const path = url?.split('?')[0];
    if (method !== 'GET' && method !== 'HEAD') return text(404, 'There is nothing at this path.\n');
    if (path === '/health') return this.healthPage();
    if (path !== '/metrics') return text(404, 'There are /health and /metrics.\n');
    const { token } = this.config.metrics;
    if (token !== undefined && !isMetricsBearer(headers.authorization, token)) {
      return text(401, 'METRICS_TOKEN is needed as bearer.\n');
    }
    return { status: 200, contentType: METRICS_CONTENT_TYPE, body: await renderMetrics() };
  }

  private async healthPage(): Promise<Page> {
    const { components } = await this.health.read();
    const isWorking = VITAL.every((name) => components[name]?.status === 'ok') && !this.grace.hasBegun;
    const body = JSON.stringify({ status: isWorking ? 'ok' : 'down', uptime: process.uptime(), components });
    return { status: isWorking ? 200 : 503, contentType: 'application/json; charset=utf-8', body };
  }
}

function reasonOf(error: unknown, port: number): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') {
    return `Port ${port} is in use, perhaps by another worker on this host; give each its own WORKER_PORT, or 0.`;
  }
  return `WORKER_PORT ${port} cannot be listened on (${message}).`;
}

function text(status: number, body: string): Page {
  return { status, contentType: 'text/plain; charset=utf-8', body };
}

function failed(): Page {
  return text(500, 'Something went wrong on our side.\n');
}
