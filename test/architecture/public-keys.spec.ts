import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SHOP_PAGE, startTwoDialects } from './two-dialects';

const OTHER_PAGE = 'https://evil.example';

describe.each([
  ['pages of all origins may call', '*'],
  ['pages of the installation alone may call', 'https://intranet.example'],
])('public keys where %s', (_name, origins) => {
  let app: NestFastifyApplication;

  beforeAll(async () => {
    app = await startTwoDialects({ RATE_LIMIT_MULTIPLIER: '1000', CORS_ORIGINS: origins });
  });
  afterAll(() => app.close());

  const visit = (headers: Record<string, string> = {}, url = '/api/v1/things/visits') =>
    app.inject({ method: 'POST', url, headers: { authorization: 'Bearer key-page', ...headers } });
  const preflight = (origin: string) =>
    app.inject({
      method: 'OPTIONS',
      url: '/api/v1/things/visits',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' },
    });
  const allowed = origins === '*' ? '*' : SHOP_PAGE;

  test('open to pages of the origins that they name, which may read the answer', async () => {
    const answer = await visit({ origin: SHOP_PAGE });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['access-control-allow-origin']).toBe(allowed);
  });

  test('open to programs, which have no origin', async () => {
    expect((await visit()).statusCode).toBe(200);
  });

  test.each([OTHER_PAGE, `${SHOP_PAGE}.evil.example`, `${SHOP_PAGE}:8443`, 'http://shop.example.com', 'null'])(
    'are refused to a page of %s, in words of the dialect',
    async (origin) => {
      const answer = await visit({ origin });
      expect(answer.statusCode).toBe(403);
      expect(answer.json()).toMatchObject({ status: 'error', code: 'FORBIDDEN' });
    },
  );

  test('are open to pages of this server itself', async () => {
    expect((await visit({ origin: 'https://bots.example:8443', host: 'bots.example:8443' })).statusCode).toBe(200);
    expect((await visit({ origin: 'https://bots.example', host: 'bots.example:8443' })).statusCode).toBe(403);
  });

  test('open nothing that does not say so', async () => {
    for (const url of ['/api/v1/things', '/test-dialect/v2/things']) {
      const answer = await app.inject({ url, headers: { 'x-api-key': 'key-page' } });
      expect(answer.statusCode).toBe(403);
    }
  });

  test('a preflight of a page with a key is allowed before its key is known', async () => {
    const answer = await preflight(SHOP_PAGE);
    expect(answer.statusCode).toBe(204);
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': allowed,
      'access-control-allow-headers': 'authorization',
      'access-control-allow-methods': expect.stringContaining('POST'),
    });
  });

  test('a preflight of any other page is allowed as the installation says', async () => {
    const answer = await preflight(OTHER_PAGE);
    expect(answer.statusCode).toBe(204);
    expect(answer.headers['access-control-allow-origin']).toBe(origins === '*' ? '*' : undefined);
  });
});
