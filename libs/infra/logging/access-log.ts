/**
 * One line per request, when it has been answered, and the LogContext in which it is served. Neither the address nor
 * bodies are written: they carry ids, names and the words of users; the route's pattern says which call it was.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { LogContext, type LogFields, lineFields } from './log-context';

/** W3C Trace Context, section 3.2.2: version, trace id, parent id, flags. */
const TRACEPARENT = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}/;

/** Call it before other hooks are added, so that they run in the context and can add to it. */
export function registerAccessLog(fastify: FastifyInstance, logger: Logger): void {
  const contexts = new WeakMap<FastifyRequest, LogFields>();

  fastify.addHook('onRequest', (request, _reply, done) => {
    const caller = { address: request.ip, userAgent: request.headers['user-agent'] };
    const context: LogFields = { requestId: request.id, caller, ...traceOf(request) };
    contexts.set(request, context);
    LogContext.resume(context, done);
  });

  // The body arrives in events of the socket, which know nothing of the context opened before it was read.
  fastify.addHook('preValidation', (request, _reply, done) => {
    LogContext.resume(contexts.get(request) ?? {}, done);
  });

  fastify.addHook('onResponse', (request, reply, done) => {
    if (!logger.isLevelEnabled('info')) return done();
    logger.info({
      message: 'Request served.',
      requestId: request.id,
      ...lineFields(contexts.get(request) ?? {}),
      method: request.method,
      route: request.is404 ? undefined : request.routeOptions.url,
      status: reply.statusCode,
      durationMs: Math.round(reply.elapsedTime * 10) / 10,
    });
    done();
  });
}

function traceOf(request: FastifyRequest): LogFields {
  const header = request.headers.traceparent;
  const traceId = typeof header === 'string' ? TRACEPARENT.exec(header)?.[1] : undefined;
  return traceId === undefined ? {} : { traceId };
}
