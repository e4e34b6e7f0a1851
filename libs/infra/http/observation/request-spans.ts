import type { FastifyInstance, FastifyRequest } from 'fastify';
import { LogContext } from '#infra/logging';
import { isTracing, type Span, startSpan } from '#infra/tracing';
import '../admission/fastify-request';
import { NO_ROUTE, routeOf } from './request-metrics';

/**
 * A server span per request, in the caller's trace when it sent a `traceparent` (W3C Trace Context), with the attributes
 * of OpenTelemetry's semantic conventions for HTTP. Neither address nor query are told: they carry ids, names and keys.
 * Without tracing there are no hooks.
 */
export function traceRequests(instance: FastifyInstance): void {
  if (!isTracing()) return;
  const spans = new WeakMap<FastifyRequest, Span>();

  instance.addHook('onRequest', (request, _reply, done) => {
    const parent = request.headers.traceparent;
    const options = { kind: 'server', parent: typeof parent === 'string' ? parent : undefined } as const;
    const span = startSpan(nameOf(request), attributesOf(request), options);
    spans.set(request, span);
    if (span.traceId !== undefined) LogContext.add({ traceId: span.traceId });
    span.run(done);
  });

  // The body arrives in events of the socket, which know nothing of the span opened before it was read.
  instance.addHook('preValidation', (request, _reply, done) => {
    const span = spans.get(request);
    if (span) span.run(done);
    else done();
  });

  instance.addHook('onResponse', (request, reply, done) => {
    const span = spans.get(request);
    span?.set({ 'http.response.status_code': reply.statusCode });
    if (reply.statusCode >= 500) span?.fail(String(reply.statusCode));
    span?.end();
    done();
  });

  // Of a caller who has left there is no answer.
  instance.addHook('onRequestAbort', (request, done) => {
    const span = spans.get(request);
    span?.fail('aborted');
    span?.end();
    done();
  });
}

function nameOf(request: FastifyRequest): string {
  const route = routeOf(request);
  return route === NO_ROUTE ? request.method : `${request.method} ${route}`;
}

function attributesOf(request: FastifyRequest) {
  const route = routeOf(request);
  return {
    'http.request.method': request.method,
    'http.route': route === NO_ROUTE ? undefined : route,
    'url.scheme': request.protocol,
    'parley.dialect': request.dialect.name,
    'parley.request.id': request.id,
  };
}
