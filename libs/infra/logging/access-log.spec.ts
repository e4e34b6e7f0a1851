import fastify, { type FastifyInstance } from 'fastify';
import { registerAccessLog } from './access-log';
import { createLogger } from './create-logger';
import { LogContext } from './log-context';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';

describe('the access log', () => {
  let server: FastifyInstance;
  let lines: Array<Record<string, unknown>>;
  let address: string;

  beforeEach(async () => {
    lines = [];
    const logger = createLogger('info', { write: (line) => void lines.push(JSON.parse(line)) });
    server = fastify({ genReqId: () => 'req_1' });
    registerAccessLog(server, logger);
    server.post('/bots/:id/ask', async () => {
      await Promise.resolve();
      LogContext.add({ teamId: 'team' });
      return LogContext.fields();
    });
    server.get('/fails', async () => {
      throw new Error('broken');
    });
    address = await server.listen({ port: 0, host: '127.0.0.1' });
  });
  afterEach(() => server.close());

  test('has one line per request: method, pattern, status, duration and context, but no address and no body', async () => {
    await fetch(`${address}/bots/b-17/ask?user=jane`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', traceparent: `00-${TRACE}-00f067aa0ba902b7-01` },
      body: '{"message":"my secret plan"}',
    });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      level: 'info',
      method: 'POST',
      route: '/bots/:id/ask',
      status: 200,
      durationMs: expect.any(Number),
      requestId: 'req_1',
      trace_id: TRACE,
      teamId: 'team',
    });
    expect(JSON.stringify(lines)).not.toMatch(/b-17|jane|plan/);
  });

  test('opens the context also for handlers of requests with a large body', async () => {
    const response = await fetch(`${address}/bots/b/ask`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ message: 'x'.repeat(500_000) }),
    });
    expect(await response.json()).toMatchObject({ requestId: 'req_1', teamId: 'team' });
  });

  test('tells whoever asks in the request where it came from, and no line', async () => {
    const response = await fetch(`${address}/bots/b/ask`, {
      method: 'POST',
      headers: { 'user-agent': 'teapot/1' },
    });
    expect(await response.json()).toMatchObject({ caller: { address: '127.0.0.1', userAgent: 'teapot/1' } });
    expect(JSON.stringify(lines)).not.toMatch(/teapot|127\.0\.0\.1/);
  });

  test('has a line for failures and for unknown paths', async () => {
    await fetch(`${address}/fails`);
    await fetch(`${address}/nowhere/secret-id`);
    expect(lines).toEqual([
      expect.objectContaining({ route: '/fails', status: 500 }),
      expect.not.objectContaining({ route: expect.anything() }),
    ]);
    expect(lines[1]).toMatchObject({ status: 404 });
  });

  test('takes no trace from a malformed header', async () => {
    await fetch(`${address}/fails`, { headers: { traceparent: 'nonsense' } });
    expect(lines[0]).not.toHaveProperty('trace_id');
  });
});
