import { startTwoDialects } from './two-dialects';

describe('docs', () => {
  test('each dialect has its document, and the union keeps their names apart', async () => {
    const app = await startTwoDialects({ PUBLIC_URL: 'https://bots.example/' });
    const document = (await app.inject('/api/v1/openapi.json')).json();
    expect((await app.inject('/openapi/platform.json')).json()).toEqual(document);
    expect(document.servers).toEqual([{ url: 'https://bots.example', description: 'This server.' }]);
    const create = document.paths['/api/v1/things'].post;
    expect(create.operationId).toBe('createThing');
    expect(Object.keys(create.responses)).toEqual(['201', '400', '401', '403', '409', '413', '429', '500', '503']);
    expect(create.responses['403']).toEqual({ $ref: '#/components/responses/Forbidden' });
    expect(document.components.responses.Forbidden.content['application/json'].example.code).toBe('FORBIDDEN');
    expect(create.responses['201'].content['application/json']).toEqual({
      schema: { $ref: '#/components/schemas/ThingAnswer' },
      examples: { ThingAnswer: { $ref: '#/components/examples/ThingAnswer' } },
    });
    expect(create.security).toEqual([{ jwt: [] }, { apiKey: [] }]);
    expect(document.paths['/api/v1/things/me'].get.security).toEqual([{ jwt: [] }]);
    expect(document.paths['/api/v1/things/broken'].get.security).toEqual([]);
    expect(document.components.schemas.CreateThing.required).toEqual(['name']);
    expect(document.components.schemas.UpdateThing.required).toBeUndefined();
    const extensions = JSON.stringify(document).match(/"x-[^"]*"/g);
    expect(new Set(extensions)).toEqual(new Set(['"x-needs"']));
    const union = (await app.inject('/openapi.json')).json();
    expect(union.components.schemas).toHaveProperty('PlatformThing');
    expect(union.components.schemas).toHaveProperty('TestThing');
    expect(union.components.responses.PlatformForbidden).toMatchObject({
      content: { 'application/json': { schema: { $ref: '#/components/schemas/PlatformError' } } },
    });
    expect(union.paths['/test-dialect/v2/things'].post.operationId).toBe('testCreateThing');
    expect(union.paths).toHaveProperty('/health');
    await app.close();
  });

  test('the page and all that it needs come from this server', async () => {
    const app = await startTwoDialects();
    const page = await app.inject('/docs');
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.body).toMatch(/swagger/i);
    for (const [, file] of page.body.matchAll(/(?:src|href)="([^"]+)"/g)) {
      expect((await app.inject(file as string)).statusCode).toBe(200);
    }
    expect((await app.inject('/docs/assets/package.json')).statusCode).toBe(404);
    await app.close();
  });

  test('a team key opens them where they are not public', async () => {
    const app = await startTwoDialects({ DOCS_PUBLIC: 'false' });
    expect((await app.inject('/openapi.json')).json()).toMatchObject({ status: 401, code: 'UNAUTHORIZED' });
    expect((await app.inject('/api/v1/openapi.json')).json()).toMatchObject({ status: 'error', code: 'UNAUTHORIZED' });
    expect((await app.inject('/docs')).statusCode).toBe(401);
    expect((await app.inject('/docs?api_key=key-read')).statusCode).toBe(200);
    expect((await app.inject({ url: '/api/v1/openapi.json', headers: { 'x-api-key': 'key-all' } })).statusCode).toBe(
      200,
    );
    await app.close();
  });
});
