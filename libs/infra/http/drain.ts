/**
 * How the server closes. At SIGTERM, at once: no new connections, each answer says `Connection: close`, and the health
 * pages say 503. Requests that run, or still come on connections that are open, are served until the time of
 * ShutdownGrace is over, event streams too: a reply that is being told is told to its end. Shortly before, streams that
 * go on are ended in order, so that their readers resume elsewhere; what is left is cut off.
 */
import type { Server } from 'node:http';
import { type BeforeApplicationShutdown, Injectable, Module, type OnModuleDestroy } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { ShutdownGrace } from '#infra/config';
import { endEventStreams } from './streaming/open-streams';

/** A connection whose last answer went out while closing stays open as idle; Node closes only those idle at the start. */
const IDLE_SWEEP_MS = 50;
/** Of the grace, to end streams in order. */
const STREAM_END_MS = 500;

@Injectable()
export class HttpDrain {
  private instance: FastifyInstance | undefined;
  private drained: Promise<void> | undefined;

  constructor(private readonly grace: ShutdownGrace) {}

  /** Also drains when the instance is closed by other means. */
  attach(instance: FastifyInstance): void {
    this.instance = instance;
    instance.addHook('onSend', (_request, reply, _payload, done) => {
      // Else a client might send its next request on a connection that is about to be closed.
      if (this.grace.hasBegun) reply.header('connection', 'close');
      done();
    });
    instance.addHook('preClose', (done) => {
      this.drain().then(() => done(), done);
    });
  }

  /** Resolves when the last connection is closed. Further calls wait for the same. */
  drain(): Promise<void> {
    this.drained ??= this.instance ? this.close(this.instance) : Promise.resolve();
    return this.drained;
  }

  private async close(instance: FastifyInstance): Promise<void> {
    this.grace.begin();
    const graceMs = this.grace.remainingMs();
    const ending = setTimeout(() => endEventStreams(instance), Math.max(0, graceMs - STREAM_END_MS));
    if (instance.server.listening) await closeConnections(instance.server, graceMs);
    clearTimeout(ending);
  }
}

function closeConnections(server: Server, graceMs: number): Promise<void> {
  const sweep = setInterval(() => server.closeIdleConnections(), IDLE_SWEEP_MS);
  const force = setTimeout(() => server.closeAllConnections(), graceMs);
  return new Promise((resolve) => {
    server.close(() => {
      clearInterval(sweep);
      clearTimeout(force);
      resolve();
    });
  });
}

/** Nest closes the server late: after the worker has drained, and after the queue has stopped taking jobs. */
@Injectable()
class DrainBeforeQueue implements OnModuleDestroy, BeforeApplicationShutdown {
  constructor(private readonly drain: HttpDrain) {}

  /** Not awaited, so that requests and jobs come to their end side by side. */
  onModuleDestroy(): void {
    void this.drain.drain();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.drain.drain();
  }
}

/** To be imported by the root module itself: Nest calls the hooks of modules near the root first. */
@Module({ providers: [DrainBeforeQueue] })
export class DrainModule {}
