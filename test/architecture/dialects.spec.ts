import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { MINUTE_MS } from '#kernel';
import { ManualClock } from '#testing';
import { startTwoDialects, TEST_LIMIT } from './two-dialects';

type Headers = Record<string, string>;

const JSON_TYPE = { 'content-type': 'application/json' };
const KEY = { 'x-api-key': 'key-all' };
const UUID = '01900000-0000-7000-8000-000000000001';

describe('every answer is worded by the dialect that owns its path', () => {
  const clock = new ManualClock();
  let app: NestFastifyApplication;

  beforeAll(async () => {
    app = await startTwoDialects({}, clock);
  });
  afterAll(() => app.close());
  beforeEach(() => clock.advance(2 * MINUTE_MS));

  const call = (method: string, url: string, headers: Headers = {}, payload?: string) =>
    app.inject({ method: method as 'GET', url, headers, ...(payload === undefined ? {} : { payload }) });

  /** What a caller sees, in the words that both test dialects share. */
  async function failures(method: string, path: string, headers: Headers = {}, payload?: string) {
    const main = await call(method, `/api/v1${path}`, headers, payload);
    const test = await call(method, `/test-dialect/v2${path}`, headers, payload);
    for (const answer of [main, test]) {
      expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
      expect(answer.headers['x-request-id']).toMatch(/^req_/);
      expect(answer.headers).toHaveProperty('x-ratelimit-limit');
      expect(answer.headers).toHaveProperty('x-ratelimit-remaining');
      expect(answer.headers).toHaveProperty('x-ratelimit-reset');
    }
    expect(main.statusCode).toBe(test.statusCode);
    expect(main.json()).toMatchObject({ status: 'error', message: expect.any(String) });
    expect(test.json().oops).toMatchObject({ message: expect.any(String) });
    return { status: main.statusCode, code: main.json().code, kind: test.json().oops.kind, main, test };
  }

  test.each([
    ['an unknown path', 'GET', '/nowhere', {}, undefined, 404, 'NOT_FOUND', 'not_found'],
    ['a wrong method', 'PATCH', '/things', KEY, undefined, 404, 'NOT_FOUND', 'not_found'],
    ['a malformed escape in the path', 'GET', '/things/%zz', KEY, undefined, 404, 'NOT_FOUND', 'not_found'],
    ['an endless path', 'GET', `/things/named/${'x'.repeat(3_000)}`, {}, undefined, 404, 'NOT_FOUND', 'not_found'],
    ['an id that cannot be one', 'PUT', '/things/7', KEY, undefined, 404, 'NOT_FOUND', 'not_found'],
    ['malformed JSON', 'POST', '/things', { ...KEY, ...JSON_TYPE }, '{"name"', 400, 'VALIDATION_ERROR', 'malformed'],
    [
      'a text body',
      'POST',
      '/things',
      { ...KEY, 'content-type': 'text/plain' },
      'x',
      400,
      'VALIDATION_ERROR',
      'malformed',
    ],
    [
      'a form',
      'POST',
      '/things',
      { ...KEY, 'content-type': 'application/x-www-form-urlencoded' },
      'name=x',
      400,
      'VALIDATION_ERROR',
      'malformed',
    ],
    [
      'a __proto__ key',
      'POST',
      '/things',
      { ...KEY, ...JSON_TYPE },
      '{"__proto__":{}}',
      400,
      'VALIDATION_ERROR',
      'malformed',
    ],
    ['an array as body', 'POST', '/things', { ...KEY, ...JSON_TYPE }, '[]', 400, 'VALIDATION_ERROR', 'invalid_input'],
    ['a number as body', 'POST', '/things', { ...KEY, ...JSON_TYPE }, '7', 400, 'VALIDATION_ERROR', 'invalid_input'],
    ['no body', 'POST', '/things', { ...KEY, ...JSON_TYPE }, undefined, 400, 'VALIDATION_ERROR', 'invalid_input'],
    [
      'a refused field',
      'POST',
      '/things',
      { ...KEY, ...JSON_TYPE },
      '{"name":7}',
      400,
      'VALIDATION_ERROR',
      'invalid_input',
    ],
    ['a refused parameter', 'GET', '/things?page=0', KEY, undefined, 400, 'VALIDATION_ERROR', 'invalid_input'],
    [
      'an oversized body',
      'POST',
      '/things',
      { ...KEY, ...JSON_TYPE },
      `"${'x'.repeat(2_000_000)}"`,
      413,
      'PAYLOAD_TOO_LARGE',
      'too_large',
    ],
    ['no credential', 'GET', '/things', {}, undefined, 401, 'UNAUTHORIZED', 'unauthenticated'],
    ['a bad credential', 'GET', '/things', { 'x-api-key': 'wrong' }, undefined, 401, 'UNAUTHORIZED', 'unauthenticated'],
    [
      'a missing scope',
      'POST',
      '/things',
      { 'x-api-key': 'key-read', ...JSON_TYPE },
      '{}',
      403,
      'FORBIDDEN',
      'forbidden',
    ],
    ['a key where a person is needed', 'GET', '/things/me', KEY, undefined, 403, 'FORBIDDEN', 'forbidden'],
    [
      'a user where an admin is needed',
      'GET',
      '/things/admin',
      { authorization: 'Bearer a.b.user' },
      undefined,
      403,
      'FORBIDDEN',
      'forbidden',
    ],
    [
      'a resolver that is away',
      'GET',
      '/things',
      { 'x-api-key': 'key-down' },
      undefined,
      503,
      'SERVICE_UNAVAILABLE',
      'unavailable',
    ],
    ['an internal error', 'GET', '/things/broken', {}, undefined, 500, 'SERVER_ERROR', 'internal'],
  ])('%s', async (_case, method, path, headers, payload, status, code, kind) => {
    expect(await failures(method, path, headers as Headers, payload)).toMatchObject({ status, code, kind });
  });

  test('an internal error tells the request id and nothing else', async () => {
    const { main } = await failures('GET', '/things/broken');
    expect(main.json().message).toContain(main.headers['x-request-id']);
    expect(main.body).not.toContain('secret detail');
  });

  test('a 401 names a way to authenticate, a 503 says when to come back', async () => {
    expect((await failures('GET', '/things')).main.headers['www-authenticate']).toBe('Bearer');
    expect((await failures('GET', '/things/unavailable')).main.headers['retry-after']).toBe('3');
  });

  test('all problems of an input are told at once', async () => {
    const { main } = await failures('POST', '/things', { ...KEY, ...JSON_TYPE }, '{"count":11,"colour":{"name":""}}');
    expect(main.json().details.fields).toEqual([
      { field: 'name', message: 'name is required and must be a text of 1 to 128 characters.', missing: true },
      { field: 'count', message: 'count must be a whole number from 1 to 10.' },
      { field: 'colour.name', message: 'colour.name must be a text of 1 to 20 characters.' },
    ]);
  });

  test('what PostgreSQL cannot store is refused by name', async () => {
    const send = (body: string) => failures('POST', '/things', { ...KEY, ...JSON_TYPE }, body);
    const fieldsOf = async (body: string) => (await send(body)).main.json().details.fields[0].field;
    expect(await fieldsOf('{"name":"a\\u0000"}')).toBe('name');
    expect(await fieldsOf('{"name":"a","metadata":{"list":["\\ud800"]}}')).toBe('metadata.list.0');
    expect(await fieldsOf(`{"name":"a","metadata":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`)).toMatch(
      /^metadata\.a/,
    );
    expect((await failures('GET', '/things/named/a%00')).main.json().details.fields[0].field).toBe('name');
    expect((await failures('GET', '/things?search=%00', KEY)).main.json().details.fields[0].field).toBe('search');
  });

  test('a stranger is refused before the body is read', async () => {
    expect(await failures('POST', '/things', JSON_TYPE, '{')).toMatchObject({ status: 401 });
  });

  test('an update may leave out everything, and null only clears what may be null', async () => {
    const put = (body: string) => call('PUT', `/api/v1/things/${UUID}`, { ...KEY, ...JSON_TYPE }, body);
    expect((await put('{}')).json().body).toEqual({});
    expect((await put('{"colour":null,"unknown":1}')).json().body).toEqual({ colour: null });
    expect((await put('{"name":null}')).statusCode).toBe(400);
  });

  describe('at the root', () => {
    test('unknown paths, also those beside a mount, get the root dialect', async () => {
      for (const path of ['/nowhere', '/api/v1x', '/api', '/test-dialect/v20']) {
        const answer = await call('GET', path);
        expect(answer.statusCode).toBe(404);
        expect(answer.json()).toEqual({
          status: 404,
          message: expect.any(String),
          timestamp: Math.floor(clock.nowMs() / 1000),
          code: 'NOT_FOUND',
        });
      }
    });

    test('an escaped path belongs to the dialect that serves it', async () => {
      expect((await call('GET', '/%61pi/v1/nowhere')).json()).toMatchObject({ status: 'error' });
    });

    test('health is bare, never throttled and needs no credential', async () => {
      expect((await call('GET', '/health')).json()).toEqual({
        status: 'ok',
        uptime: expect.any(Number),
        version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      });
      expect((await call('GET', '/health_check')).body).toBe('Pong!');
      const main = await call('GET', '/api/v1/health');
      expect(main.json()).toMatchObject({
        status: 'success',
        data: { status: 'ok', timestamp: clock.now().toISOString() },
      });
      expect(main.headers['x-ratelimit-remaining']).toBe('30');
    });

    test('a controller may span several paths', async () => {
      expect((await call('GET', '/api/v1/spanning/things')).statusCode).toBe(200);
    });

    test('/ leads to the docs and keeps the query', async () => {
      const answer = await call('GET', '/?api_key=x');
      expect([answer.statusCode, answer.headers.location]).toEqual([302, '/docs?api_key=x']);
    });
  });

  describe('rate limit', () => {
    const spend = async (count: number, headers: Headers = {}) => {
      for (let hit = 0; hit < count; hit += 1) await call('GET', '/test-dialect/v2/nowhere', headers);
    };

    test('counts what is not found, says when it ends, and refuses in the dialect', async () => {
      await spend(TEST_LIMIT);
      const answer = await call('GET', '/test-dialect/v2/nowhere');
      expect(answer.statusCode).toBe(429);
      expect(answer.json().oops.kind).toBe('rate_limited');
      expect(answer.headers).toMatchObject({
        'x-ratelimit-limit': String(TEST_LIMIT),
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(Math.ceil(clock.nowMs() / 1000) + 60),
        'retry-after': '60',
      });
      clock.advance(MINUTE_MS);
      expect((await call('GET', '/test-dialect/v2/nowhere')).statusCode).toBe(404);
    });

    test('counts dialects and principals apart, and a bad credential as none', async () => {
      await spend(TEST_LIMIT, { 'x-api-key': 'wrong' });
      expect((await call('GET', '/test-dialect/v2/nowhere')).statusCode).toBe(429);
      expect((await call('GET', '/api/v1/nowhere')).statusCode).toBe(404);
      expect((await call('GET', '/test-dialect/v2/nowhere', KEY)).headers['x-ratelimit-remaining']).toBe(
        String(100 * TEST_LIMIT - 1),
      );
    });

    test('does not count exempt paths or preflights', async () => {
      await spend(TEST_LIMIT);
      expect((await call('GET', '/test-dialect/v2/exempt')).statusCode).toBe(200);
      const preflight = { origin: 'https://shop.example', 'access-control-request-method': 'POST' };
      expect((await call('OPTIONS', '/test-dialect/v2/things', preflight)).statusCode).toBe(204);
    });
  });

  describe('headers', () => {
    test('a well-formed request id is taken over, another is replaced', async () => {
      expect((await call('GET', '/health', { 'x-request-id': 'abc-123' })).headers['x-request-id']).toBe('abc-123');
      expect((await call('GET', '/health', { 'x-request-id': 'a b' })).headers['x-request-id']).toMatch(/^req_/);
    });

    test('only pages of the listed origins may call', async () => {
      const listed = await startTwoDialects({ CORS_ORIGINS: 'https://shop.example, https://b.example' });
      const from = (origin: string) => listed.inject({ url: '/health', headers: { origin } });
      expect((await from('https://shop.example')).headers['access-control-allow-origin']).toBe('https://shop.example');
      expect((await from('https://evil.example')).headers).not.toHaveProperty('access-control-allow-origin');
      await listed.close();
    });

    test('a browser may read ours, and a preflight has its id', async () => {
      const origin = { origin: 'https://shop.example' };
      const answer = await call('GET', '/health', origin);
      expect(answer.headers['access-control-allow-origin']).toBe('*');
      expect(answer.headers['access-control-expose-headers']).toContain('X-RateLimit-Remaining');
      expect(answer.headers['x-content-type-options']).toBe('nosniff');
      const preflight = await call('OPTIONS', '/api/v1/things', {
        ...origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'x-api-key',
      });
      expect(preflight.headers).toMatchObject({
        'x-request-id': expect.stringMatching(/^req_/),
        'access-control-allow-origin': '*',
        'access-control-allow-methods': expect.stringContaining('POST'),
        'access-control-allow-headers': 'x-api-key',
      });
    });
  });
});
