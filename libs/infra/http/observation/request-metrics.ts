import type { FastifyInstance, FastifyRequest } from 'fastify';
import { defineCounter, defineHistogram } from '#infra/metrics';
import '../admission/fastify-request';

/** Event streams are measured to their end, so the buckets reach beyond what a JSON answer may take. */
const duration = defineHistogram({
  name: 'http_request_duration_seconds',
  help: 'From the arrival of the head to the end of the answer. Streams last as long as their reader stays.',
  labels: ['dialect', 'method', 'route', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
});

const aborted = defineCounter({
  name: 'http_requests_aborted_total',
  help: 'Requests whose caller left before the end of the answer, readers of streams included; they have no duration.',
  labels: ['dialect', 'method', 'route'],
});

/** Paths are named by the pattern of their route; those without one together, since anybody can make up more. */
export const NO_ROUTE = 'none';

export function measureRequests(instance: FastifyInstance): void {
  instance.addHook('onResponse', (request, reply, done) => {
    const { dialect, method } = request;
    duration.with(dialect.name, method, routeOf(request), String(reply.statusCode)).observe(reply.elapsedTime / 1_000);
    done();
  });
  instance.addHook('onRequestAbort', (request, done) => {
    aborted.with(request.dialect.name, request.method, routeOf(request)).add();
    done();
  });
}

export function routeOf(request: FastifyRequest): string {
  return (request.is404 ? undefined : request.routeOptions.url) ?? NO_ROUTE;
}
