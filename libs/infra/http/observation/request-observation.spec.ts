import Fastify, { type FastifyInstance } from 'fastify';
import { renderMetrics } from '#infra/metrics';
import { startTracing, stopTracing } from '#infra/tracing';
import { eventually } from '#testing';
import { OtlpReceiver } from '#testing/tracing';
import '../admission/fastify-request';
import type { Dialect } from '../dialect';
import { measureRequests } from './request-metrics';
import { traceRequests } from './request-spans';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';

describe('a request', () => {
  let receiver: OtlpReceiver;
  let server: FastifyInstance;
  let address: string;
  let reached: PromiseWithResolvers<void>;

  beforeAll(async () => {
    receiver = await OtlpReceiver.start();
    startTracing({ endpoint: receiver.endpoint, serviceName: 'test', sampleRatio: 1 });
    reached = Promise.withResolvers();
    server = Fastify({ forceCloseConnections: true });
    server.decorateRequest('dialect');
    server.addHook('onRequest', (request, _reply, done) => {
      request.dialect = { name: 'test' } as Dialect;
      done();
    });
    traceRequests(server);
    measureRequests(server);
    server.get('/bots/:id', async () => ({}));
    server.get('/fails/:id', () => Promise.reject(new Error('words of a user')));
    server.get('/endless', () => {
      reached.resolve();
      return new Promise(() => undefined);
    });
    address = await server.listen({ port: 0, host: '127.0.0.1' });
  });

  afterAll(async () => {
    await stopTracing();
    await server.close();
    await receiver.stop();
  });

  test('is measured by the pattern of its route, and without one together with all others', async () => {
    await fetch(`${address}/bots/b-17?user=jane`);
    await fetch(`${address}/nowhere/b-18`);
    await fetch(`${address}/elsewhere/b-19`);
    const text = await renderMetrics();
    const count = 'parley_http_request_duration_seconds_count{dialect="test",method="GET",route=';
    expect(text).toContain(`${count}"/bots/:id",status="200"} 1`);
    expect(text).toContain(`${count}"none",status="404"} 2`);
    expect(text).not.toMatch(/b-1|jane/);
  });

  test('whose caller leaves is counted, and its span ends', async () => {
    const leaving = new AbortController();
    const answer = fetch(`${address}/endless`, { signal: leaving.signal }).catch(() => 'left');
    await reached.promise;
    leaving.abort();
    expect(await answer).toBe('left');
    const counted = 'parley_http_requests_aborted_total{dialect="test",method="GET",route="/endless"} 1';
    await eventually(async () => (await renderMetrics()).includes(counted));
  });

  test('is a span in the trace of its caller, failed when the fault is ours', async () => {
    const headers = { traceparent: `00-${TRACE}-00f067aa0ba902b7-01` };
    await fetch(`${address}/fails/b-17?user=jane`, { headers });
    await stopTracing();
    const byName = (name: string) => receiver.spans.find((span) => span.name === name);
    expect(byName('GET /fails/:id')).toMatchObject({
      kind: 2,
      traceId: TRACE,
      parentSpanId: '00f067aa0ba902b7',
      statusCode: 2,
      attributes: { 'http.route': '/fails/:id', 'error.type': '500' },
    });
    expect(byName('GET /endless')?.attributes['error.type']).toBe('aborted');
    expect(byName('GET')?.attributes).not.toHaveProperty('http.route');
    expect(JSON.stringify(receiver.spans)).not.toMatch(/b-17|jane|words of a user/);
  });
});
