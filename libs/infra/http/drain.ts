import type { Server } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { SECOND_MS } from '#kernel';
import { endEventStreams } from './streaming/open-streams';

/** How long requests may go on once the server closes; below the 30 s that orchestrators grant a process. */
const GRACE_MS = 10 * SECOND_MS;

/** A connection whose last answer went out while closing stays open as idle; Node closes only those idle at the start. */
const IDLE_SWEEP_MS = 50;

/** On closing, ends event streams, lets other requests finish, and cuts off what takes longer than the grace time. */
export function drainOnClose(instance: FastifyInstance): void {
  instance.addHook('preClose', (done) => {
    endEventStreams(instance);
    if (instance.server.listening) closeConnections(instance.server);
    done();
  });
}

function closeConnections(server: Server): void {
  const sweep = setInterval(() => server.closeIdleConnections(), IDLE_SWEEP_MS).unref();
  const force = setTimeout(() => server.closeAllConnections(), GRACE_MS).unref();
  server.once('close', () => {
    clearInterval(sweep);
    clearTimeout(force);
  });
}
