import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '#infra/config';
import { MINUTE_MS, SECOND_MS } from '#kernel';
import { requestIdOf } from './admission/request-id';
import './failures/fastify-instance';
import { answerUnreadable } from './failures/unreadable-request';

/** What one connection may take of this server; `HTTP_MAX_CONNECTIONS` says how many there may be. */
export interface ConnectionLimits {
  /** A request must have arrived within this time, body included; slow senders hold no connection for ever. */
  requestMs: number;
  headersMs: number;
  /** Between two looks for requests that are too slow. */
  lookMs: number;
  /** In which no byte comes or goes. Longer than any answer takes to begin; event streams beat more often. */
  silenceMs: number;
  /** Longer than the 60 s of common load balancers, so that they and not we close an idle connection. */
  idleMs: number;
  maxHeaderBytes: number;
}

const LIMITS: ConnectionLimits = {
  requestMs: 2 * MINUTE_MS,
  headersMs: 20 * SECOND_MS,
  lookMs: 5 * SECOND_MS,
  silenceMs: 5 * MINUTE_MS,
  idleMs: 72 * SECOND_MS,
  maxHeaderBytes: 16 * 1024,
};

/** Percent-encoded names of documents and end users stand in paths; the default of 100 characters is too short. */
const MAX_PATH_PARAMETER_LENGTH = 2_048;

/** Fastify as this product runs it; `configureHttp` does the rest once the app exists. */
export function createFastifyAdapter(config: Config, limits: ConnectionLimits = LIMITS): FastifyAdapter {
  const adapter = new FastifyAdapter({
    logger: false,
    genReqId: requestIdOf,
    requestIdHeader: false,
    bodyLimit: config.http.maxBodyBytes,
    trustProxy: trustProxy(config.http.trustProxy),
    requestTimeout: limits.requestMs,
    connectionTimeout: limits.silenceMs,
    keepAliveTimeout: limits.idleMs,
    http: {
      headersTimeout: limits.headersMs,
      connectionsCheckingInterval: limits.lookMs,
      maxHeaderSize: limits.maxHeaderBytes,
    },
    // While closing, calls on open connections are served rather than refused in nobody's words.
    return503OnClosing: false,
    clientErrorHandler: answerUnreadable,
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) =>
      request.server.answerUnroutable(error, request, reply),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: MAX_PATH_PARAMETER_LENGTH },
  });
  // What comes above is closed at once: an open file for each is all that an attacker needs to hold.
  adapter.getInstance().server.maxConnections = config.http.maxConnections;
  return adapter;
}

/** Fastify trusts nobody when it is given a number; whoever sets one means that many proxies, the nearest first. */
function trustProxy(setting: Config['http']['trustProxy']) {
  return typeof setting === 'number' ? (_address: string, hop: number) => hop < setting : setting;
}
