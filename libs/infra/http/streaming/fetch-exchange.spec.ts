import { once } from 'node:events';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import fastify, { type FastifyInstance } from 'fastify';
import { headOf } from '../admission/request-head';
import { sendFetchResponse, toFetchRequest } from './fetch-exchange';
import { endEventStreams } from './open-streams';

const EVENTS = { 'content-type': 'text/event-stream' };

describe('a route that is answered by a handler of the Fetch API', () => {
  let server: FastifyInstance;
  let handle: (request: Request) => Response;
  let url: string;

  beforeAll(async () => {
    server = fastify();
    server.decorateRequest('head');
    server.post('/mcp', async (call, reply) => {
      call.head = headOf(call);
      reply.header('x-request-id', 'req_1');
      await sendFetchResponse(reply, handle(toFetchRequest(call, reply)));
      return reply;
    });
    await server.listen({ port: 0, host: '127.0.0.1' });
    url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}/mcp`;
  });
  afterAll(() => server.close());

  /** Events until it is told to end, and whether the reader was told to have left. */
  function endless() {
    const cancelled = Promise.withResolvers<void>();
    let controller: ReadableStreamDefaultController<Uint8Array>;
    const body = new ReadableStream<Uint8Array>({
      start: (given) => {
        controller = given;
      },
      cancel: () => cancelled.resolve(),
    });
    const tell = (event: string) => controller.enqueue(new TextEncoder().encode(event));
    return { body, tell, cancelled: cancelled.promise };
  }

  async function open() {
    const call = request(url, { method: 'POST' });
    call.on('error', () => undefined).end();
    const [response] = await once(call, 'response');
    return { call, response };
  }

  test('hands on what the handler needs to know, and no credential', async () => {
    let seen: Request | undefined;
    handle = (given) => {
      seen = given;
      return Response.json({ ok: true }, { status: 201, headers: { allow: 'POST', connection: 'keep-alive' } });
    };
    const headers = { authorization: 'Bearer secret', 'x-api-key': 'secret', 'mcp-method': 'tools/list' };
    const answer = await server.inject({ method: 'POST', url: '/mcp', headers });
    expect([answer.statusCode, answer.json()]).toEqual([201, { ok: true }]);
    expect(answer.headers).toMatchObject({
      'x-request-id': 'req_1',
      allow: 'POST',
      'content-type': 'application/json; charset=utf-8',
    });
    expect([seen?.method, seen?.headers.get('mcp-method')]).toEqual(['POST', 'tools/list']);
    expect(JSON.stringify([...seen!.headers])).not.toContain('secret');
  });

  test('may be answered with nothing', async () => {
    handle = () => new Response(null, { status: 202 });
    const answer = await server.inject({ method: 'POST', url: '/mcp' });
    expect([answer.statusCode, answer.body]).toEqual([202, '']);
  });

  test('streams events as they come, under the headers that were set', async () => {
    const { body, tell } = endless();
    handle = () => new Response(body, { headers: EVENTS });
    const { call, response } = await open();
    expect(response.headers).toMatchObject({
      'x-request-id': 'req_1',
      'content-type': expect.stringContaining('event-stream'),
    });
    for (const event of ['data: 1\n\n', 'data: 2\n\n']) {
      tell(event);
      expect(String((await once(response, 'data'))[0])).toBe(event);
    }
    call.destroy();
  });

  test('lets go of a stream when its reader leaves, and tells the handler', async () => {
    const { body, tell, cancelled } = endless();
    let signal: AbortSignal | undefined;
    handle = (given) => {
      signal = given.signal;
      return new Response(body, { headers: EVENTS });
    };
    const { call } = await open();
    tell('data: 1\n\n');
    call.destroy();
    await cancelled;
    expect(signal?.aborted).toBe(true);
  });

  test('ends a stream when the server closes', async () => {
    const { body, tell, cancelled } = endless();
    handle = () => new Response(body, { headers: EVENTS });
    const { response } = await open();
    tell('data: 1\n\n');
    await once(response, 'readable');
    endEventStreams(server);
    expect(await text(response)).toBe('data: 1\n\n');
    await cancelled;
  });
});
