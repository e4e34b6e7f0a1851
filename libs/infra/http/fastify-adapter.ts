import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '#infra/config';
import { MINUTE_MS, SECOND_MS } from '#kernel';
import { requestIdOf } from './admission/request-id';
import './failures/fastify-instance';
import { answerUnreadable } from './failures/unreadable-request';

/** A request must have arrived within this time, body included; slow senders hold no connection for ever. */
const REQUEST_TIMEOUT_MS = 2 * MINUTE_MS;
const HEADERS_TIMEOUT_MS = 20 * SECOND_MS;

/** Silence on a connection. Longer than any answer takes to begin; event streams beat more often. */
const SILENCE_TIMEOUT_MS = 5 * MINUTE_MS;

/** Longer than the 60 s of common load balancers, so that they and not we close an idle connection. */
const KEEP_ALIVE_TIMEOUT_MS = 72 * SECOND_MS;

/** Percent-encoded names of documents and end users stand in paths; the default of 100 characters is too short. */
const MAX_PATH_PARAMETER_LENGTH = 2_048;

/** Fastify as this product runs it; `configureHttp` does the rest once the app exists. */
export function createFastifyAdapter(config: Config): FastifyAdapter {
  return new FastifyAdapter({
    logger: false,
    genReqId: requestIdOf,
    requestIdHeader: false,
    bodyLimit: config.http.maxBodyBytes,
    trustProxy: trustProxy(config.http.trustProxy),
    requestTimeout: REQUEST_TIMEOUT_MS,
    connectionTimeout: SILENCE_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_TIMEOUT_MS,
    http: { headersTimeout: HEADERS_TIMEOUT_MS },
    // While closing, calls on open connections are served rather than refused in nobody's words.
    return503OnClosing: false,
    clientErrorHandler: answerUnreadable,
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) =>
      request.server.answerUnroutable(error, request, reply),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: MAX_PATH_PARAMETER_LENGTH },
  });
}

/** Fastify trusts nobody when it is given a number; whoever sets one means that many proxies, the nearest first. */
function trustProxy(setting: Config['http']['trustProxy']) {
  return typeof setting === 'number' ? (_address: string, hop: number) => hop < setting : setting;
}
