import { AbortError, AuthenticationError, ConnectionError, RateLimitError, ServerError, TimeoutError } from '../errors';
import { keyCredential } from '../session/credential';
import { jsonBody } from './bodies';
import { type Request, Transport, type TransportSettings } from './transport';

type Answer = Response | Error | 'silence';

/** A server that gives these answers one after the other, and remembers what it was asked. */
function serverWith(...answers: Answer[]) {
  const asked: Array<{ url: string; method: string; headers: Headers; body: unknown }> = [];
  const fetch = async (url: string | URL | globalThis.Request, { method, headers, body, signal }: RequestInit = {}) => {
    asked.push({ url: String(url), method: method ?? '', headers: new Headers(headers), body });
    const answer = answers.shift() ?? new Response('{}');
    if (answer instanceof Response) return answer;
    if (answer instanceof Error) throw answer;
    return new Promise<Response>((_, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason));
      if (signal?.aborted) reject(signal.reason);
    });
  };
  return { asked, fetch: fetch as typeof globalThis.fetch };
}

function clientOf({ fetch }: { fetch: typeof globalThis.fetch }, settings: Partial<TransportSettings> = {}) {
  const transport = new Transport({
    baseUrl: 'http://parley',
    timeoutMs: 1_000,
    maxRetries: 2,
    maxRetryAfterMs: 1_000,
    headers: {},
    credential: keyCredential('sk_live_1'),
    fetch,
    ...settings,
  });
  return (request: Partial<Request> = {}) =>
    transport.send({ method: 'GET', path: '/x', ...request }, (response) => response.json() as Promise<unknown>);
}

const refusal = (status: number, headers: Record<string, string> = {}) => new Response('{}', { status, headers });
const unreachable = (code: string) => Object.assign(new TypeError('fetch failed'), { cause: { code, message: code } });

describe('a request', () => {
  test('carries the key, what it wants, and its body', async () => {
    const server = serverWith(new Response('{"ok":true}'));
    const send = clientOf(server, { headers: { 'x-own': 'a' } });
    expect(await send({ method: 'POST', path: '/a?b=1', body: jsonBody({ c: 1 }) })).toEqual({ ok: true });
    const [{ url, method, headers, body } = server.asked[0]!] = server.asked;
    expect([url, method, body]).toEqual(['http://parley/a?b=1', 'POST', '{"c":1}']);
    expect(Object.fromEntries(headers)).toEqual({
      accept: 'application/json',
      authorization: 'Bearer sk_live_1',
      'content-type': 'application/json',
      'idempotency-key': expect.stringMatching(/^[0-9a-f]{32}$/),
      'x-own': 'a',
    });
  });

  test('that was refused is sent again, with the same key of idempotency', async () => {
    const server = serverWith(refusal(429, { 'retry-after': '0.01' }), unreachable('ECONNREFUSED'));
    await clientOf(server)({ method: 'POST' });
    const keys = server.asked.map(({ headers }) => headers.get('idempotency-key'));
    expect(new Set(keys).size).toBe(1);
    expect(keys).toHaveLength(3);
  });

  test.each([
    ['a broken connection', () => unreachable('ECONNRESET'), ConnectionError],
    ['a gateway that gave up', () => refusal(504), ServerError],
  ])('that may have been done is not sent again after %s, unless it is done once', async (_, fault, Class) => {
    for (const request of [{ method: 'PATCH' }, { method: 'POST', isIdempotent: false }]) {
      const server = serverWith(fault());
      await expect(clientOf(server)(request)).rejects.toThrow(Class);
      expect(server.asked).toHaveLength(1);
    }
    for (const request of [{ method: 'GET' }, { method: 'POST' }]) {
      const server = serverWith(fault());
      await clientOf(server)(request);
      const keys = server.asked.map(({ headers }) => headers.get('idempotency-key'));
      expect([keys.length, new Set(keys).size]).toEqual([2, 1]);
    }
  });

  test('with a body that can be sent once is sent once', async () => {
    const server = serverWith(refusal(429));
    const body = { ...jsonBody({}), isOnce: true };
    await expect(clientOf(server)({ method: 'POST', body })).rejects.toThrow(RateLimitError);
    expect(server.asked).toHaveLength(1);
  });

  test('that nobody answers in time fails, and is not held to be done', async () => {
    const server = serverWith('silence');
    await expect(clientOf(server, { timeoutMs: 20 })({ method: 'PATCH' })).rejects.toThrow(TimeoutError);
    expect(server.asked).toHaveLength(1);
  });

  test('whose answer breaks off has failed', async () => {
    const broken = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"a":'));
        controller.error(new Error('reset'));
      },
    });
    const server = serverWith(new Response(broken));
    await expect(clientOf(server)({ method: 'PATCH' })).rejects.toThrow(ConnectionError);
  });

  test('can be aborted before it is sent, while it is answered, and while it waits to be sent again', async () => {
    const signal = AbortSignal.abort();
    await expect(clientOf(serverWith('silence'))({ options: { signal } })).rejects.toThrow(AbortError);
    for (const answer of ['silence', refusal(429, { 'retry-after': '1' })] as const) {
      const leaving = new AbortController();
      const sending = clientOf(serverWith(answer))({ options: { signal: leaving.signal } });
      setTimeout(() => leaving.abort(), 20);
      await expect(sending).rejects.toThrow(AbortError);
    }
  });

  test('that is not known is sent again with a new credential, once', async () => {
    let token = 1;
    const credential = {
      authorization: async () => ({ Authorization: `Bearer ${token}` }),
      renew: async () => Boolean(token++),
    };
    const server = serverWith(refusal(401));
    await clientOf(server, { credential })({ method: 'POST' });
    expect(server.asked.map(({ headers }) => headers.get('authorization'))).toEqual(['Bearer 1', 'Bearer 2']);
    await expect(clientOf(serverWith(refusal(401), refusal(401)), { credential })()).rejects.toThrow(
      AuthenticationError,
    );
  });
});
