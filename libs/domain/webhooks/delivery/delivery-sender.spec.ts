import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Config } from '#infra/config';
import { AddressGuard } from '#infra/http-client';
import { ManualClock } from '#testing';
import { DeliverySender } from './delivery-sender';

const DELIVERY_ID = '01890a5d-ac96-774b-bcce-b302099a8057';
const TIMEOUT_MS = 10_000;

describe('DeliverySender', () => {
  const clock = new ManualClock('2026-03-01T12:00:00.900Z');
  let server: Server;
  let guard: AddressGuard;
  let received: Array<{ request: IncomingMessage; body: string }>;
  let answer: (response: ServerResponse) => unknown;

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      received.push({ request, body });
      answer(response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  beforeEach(() => {
    received = [];
    guard = new AddressGuard({ allowsPrivateAddresses: true });
  });

  afterEach(() => guard.onApplicationShutdown());

  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const urlOf = (host = '127.0.0.1') => `http://${host}:${(server.address() as AddressInfo).port}/hook`;
  interface Circumstances {
    url?: string;
    signal?: AbortSignal;
    timeoutMs?: number;
  }
  const send = (answering: typeof answer, { url = urlOf(), signal, timeoutMs = TIMEOUT_MS }: Circumstances = {}) => {
    answer = answering;
    const config = { webhooks: { timeoutMs } } as Config;
    const request = {
      deliveryId: DELIVERY_ID,
      event: 'message.sent',
      body: '{"data":"ü"}',
      url,
      secrets: ['12345678'],
    };
    return new DeliverySender(guard, clock, config).send(request, signal);
  };
  const status = (code: number, headers: Record<string, string> = {}, body = '') => {
    return (response: ServerResponse) => response.writeHead(code, headers).end(body);
  };

  test('sends the body to the byte, with what names and signs it', async () => {
    const { requestHeaders } = await send(status(200));
    const [{ request, body } = { request: undefined, body: '' }] = received;
    expect([request?.method, request?.url, body]).toEqual(['POST', '/hook', '{"data":"ü"}']);
    const sent = Object.entries(requestHeaders).map(([name, value]) => [name.toLowerCase(), value]);
    expect(request?.headers).toMatchObject(Object.fromEntries(sent));
    expect(requestHeaders).toEqual({
      'Content-Type': 'application/json',
      'User-Agent': 'ChatbotPlatform/1.0',
      'X-Webhook-Event': 'message.sent',
      'X-Webhook-Id': DELIVERY_ID,
      'X-Webhook-Timestamp': '1772366400',
      'X-Webhook-Signature': expect.stringMatching(/^sha256=[0-9a-f]{64}$/),
      'webhook-id': DELIVERY_ID,
      'webhook-timestamp': '1772366400',
      'webhook-signature': expect.stringMatching(/^v1,[\w+/=]+ v1,[\w+/=]+$/),
    });
  });

  test.each([200, 201, 202, 204, 299])('takes %i for delivered', async (code) => {
    expect(await send(status(code, { 'x-a': 'b' }, 'thanks'))).toMatchObject({
      startedAt: clock.now(),
      durationMs: expect.any(Number),
      outcome: 'delivered',
      url: urlOf(),
      responseStatus: code,
      responseHeaders: expect.objectContaining({ 'x-a': 'b' }),
      responseBody: code === 204 ? '' : 'thanks',
      error: null,
      retryAfterMs: null,
    });
  });

  test.each([400, 404, 410, 500, 304])('takes %i for refused, and keeps what was said', async (code) => {
    expect(await send(status(code))).toMatchObject({
      outcome: 'refused',
      responseStatus: code,
      error: expect.stringContaining(`answered with status ${code}`),
    });
  });

  test('follows no redirect', async () => {
    expect(await send(status(302, { location: urlOf('localhost') }))).toMatchObject({
      outcome: 'refused',
      responseStatus: 302,
      error: 'The receiver answered with status 302; redirects are not followed.',
    });
    expect(received).toHaveLength(1);
  });

  test('heeds the wait that is asked for with 429 and 503, and with nothing else', async () => {
    expect((await send(status(429, { 'Retry-After': '7' }))).retryAfterMs).toBe(7_000);
    const at = 'Sun, 01 Mar 2026 12:01:00 GMT';
    expect((await send(status(503, { 'Retry-After': at }))).retryAfterMs).toBe(59_100);
    expect((await send(status(429))).retryAfterMs).toBeNull();
    expect((await send(status(500, { 'Retry-After': '7' }))).retryAfterMs).toBeNull();
  });

  test('gives up a receiver that hangs', async () => {
    expect(await send(() => undefined, { timeoutMs: 200 })).toMatchObject({
      outcome: 'timed_out',
      responseStatus: null,
      responseHeaders: null,
      responseBody: null,
      error: 'No answer came within 0.2 s.',
    });
  });

  test('takes a 2xx for delivered, though its body never ends, trickles or breaks', async () => {
    const endless = (response: ServerResponse) => {
      const write = () => {
        while (response.write('x'.repeat(4_096)));
      };
      response.writeHead(200).on('drain', write);
      write();
    };
    const trickling = (response: ServerResponse) => response.writeHead(200).write('one');
    const broken = (response: ServerResponse) =>
      response.writeHead(200, { 'content-length': '100' }).write('one', () => response.socket?.resetAndDestroy());
    expect(await send(endless)).toMatchObject({ outcome: 'delivered', responseBody: 'x'.repeat(2_048) });
    expect(await send(trickling, { timeoutMs: 1_000 })).toMatchObject({ outcome: 'delivered', responseBody: 'one' });
    expect(await send(broken)).toMatchObject({ outcome: 'delivered', responseStatus: 200 });
  });

  test('keeps of an answer what can be stored, within bounds, and no cookies', async () => {
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`x-${index}`, 'v'.repeat(200)]));
    const { responseHeaders, responseBody } = await send((response) =>
      response
        .writeHead(200, { ...many, 'x-0': 'v'.repeat(600), 'set-cookie': 'session=1' })
        .end(`a\0${'é'.repeat(2_000)}`),
    );
    expect(Object.keys(responseHeaders!)).toHaveLength(50);
    expect(responseHeaders!['x-0']).toHaveLength(500);
    expect(responseHeaders).not.toHaveProperty('set-cookie');
    expect(responseBody).toBe(`a\uFFFD${'é'.repeat(1_023)}`);
  });

  test('says of a connection that breaks or does not come about that nobody was reached', async () => {
    expect(await send((response) => response.socket?.resetAndDestroy())).toMatchObject({
      outcome: 'unreachable',
      error: 'The connection was closed before an answer came.',
    });
    expect(await send(status(200), { url: 'http://127.0.0.1:1/' })).toMatchObject({
      outcome: 'unreachable',
      error: 'The connection was refused.',
    });
  });

  test('sends nothing to private addresses', async () => {
    await guard.onApplicationShutdown();
    guard = new AddressGuard({ allowsPrivateAddresses: false });
    expect(await send(status(200))).toMatchObject({ outcome: 'address_refused', responseStatus: null });
    expect(await send(status(200), { url: urlOf('localhost') })).toMatchObject({ outcome: 'address_refused' });
    expect(received).toEqual([]);
  });

  test('ends with the signal of the caller, unless the receiver has answered', async () => {
    const stop = new AbortController();
    const reason = new Error('stop');
    await expect(send(() => stop.abort(reason), { signal: stop.signal })).rejects.toBe(reason);
    await expect(send(status(200), { signal: stop.signal })).rejects.toBe(reason);
    const late = new AbortController();
    const { request } = guard;
    Object.assign(guard, {
      request: async (...args: Parameters<typeof request>) => {
        const head = await request(...args);
        late.abort(reason);
        return head;
      },
    });
    const answered = send((response) => response.writeHead(200).write('one'), { signal: late.signal });
    expect(await answered).toMatchObject({ outcome: 'delivered' });
  });
});
