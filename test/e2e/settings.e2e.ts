/** One installation with settings that all others do without: the real limits, small uploads, closed docs. */
import OpenAI from 'openai';
import { Installation, loginAsAdmin, must, registerTeam, WireClient } from '#testing/parley';
import { AssistantClient, failure, NOT_FOUND, told } from './assistant/assistant-client';
import { connect } from './mcp/mcp-clients';

const SETTINGS = { RATE_LIMIT_MULTIPLIER: '1', MAX_UPLOAD_MB: '1', DOCS_PUBLIC: 'false', TRUST_PROXY: '1' };

describe('an installation with settings', () => {
  let parley: Installation;
  let wire: WireClient;
  let admin: WireClient;

  beforeAll(async () => {
    parley = await Installation.start(SETTINGS);
    wire = new WireClient(parley.baseUrl);
    admin = await loginAsAdmin(wire);
  });
  afterAll(() => parley?.remove());

  test('has the administrator that they name', async () => {
    expect(must(await admin.get('/api/v1/auth/me'), 200).body.data.email).toBe('admin@example.com');
    expect(parley.printed).not.toContain('correct horse battery');
  });

  test('tells its health as soon as requests are served', async () => {
    expect(must(await wire.get('/health'), 200).body).toMatchObject({
      status: 'ok',
      version: expect.any(String),
      uptime: expect.any(Number),
    });
    expect(must(await wire.get('/api/v1/health'), 200).body.data.status).toBe('ok');
  });

  test('can close the docs, and then a key opens them', async () => {
    for (const path of ['/openapi.json', '/api/v1/openapi.json', '/docs']) {
      expect([path, (await wire.get(path)).status]).toEqual([path, 401]);
      expect([path, (await admin.get(path)).status]).toEqual([path, 200]);
    }
  });

  test('refuses files that are too large as faults of the input, also when only their end tells it', async () => {
    const team = await registerTeam(wire);
    const client = new AssistantClient(team.asKey);
    for (const bytes of [1.5e6, 3.5e6]) {
      const answer = await client.upload('large.txt', 'word '.repeat(bytes / 5));
      expect(told(answer)).toEqual([400, failure('INVALID_REQUEST')]);
    }
    const body = await team.asKey.post('/api/knowledge', { content: 'x'.repeat(1.5e6) });
    expect(told(body)).toEqual([413, failure('PAYLOAD_TOO_LARGE')]);
    expect(must(await team.asKey.get('/api/files'), 200).body.total).toBe(0);
  });

  test('throttles clients of OpenAI in its words, and says when to come again', async () => {
    const { apiKey } = await registerTeam(wire);
    const client = new OpenAI({ apiKey, baseURL: `${parley.baseUrl}/openai/v1`, maxRetries: 0 });
    for (let n = 0; n < 60; n += 1) await client.models.list();
    const refused = await client.models.list().then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(refused).toBeInstanceOf(OpenAI.RateLimitError);
    const { code, type, headers } = refused as InstanceType<typeof OpenAI.RateLimitError>;
    expect({ code, type }).toEqual({ code: 'rate_limit_exceeded', type: 'requests' });
    expect(Number(headers?.get('retry-after'))).toBeGreaterThan(0);
  });

  test('tells the limit on every answer of the main API and refuses in its words', async () => {
    // Strangers are counted by their address.
    const stranger = wire.with({ 'x-forwarded-for': '203.0.113.9' });
    const attempts = [];
    for (let n = 0; n < 21; n += 1)
      attempts.push(await stranger.post('/api/v1/auth/login', { username: 'nobody', password: 'wrong password' }));
    expect(attempts.slice(0, 20).map((attempt) => attempt.status)).toEqual(Array(20).fill(401));
    const refused = attempts[20]!;
    expect([refused.status, refused.body.code, refused.headers.get('x-ratelimit-remaining')]).toEqual([
      429,
      'RATE_LIMIT_EXCEEDED',
      '0',
    ]);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    const resetInS = Number(refused.headers.get('x-ratelimit-reset')) - Date.now() / 1000;
    expect(resetInS).toBeGreaterThan(0);
    expect(resetInS).toBeLessThanOrEqual(61);
    expect((await stranger.get('/api/v1/health')).status).toBe(200);
  });

  test('lets a team call the assistant API 100 times a minute with all its keys together, and each team for itself', async () => {
    const team = await registerTeam(wire);
    const { apiKey } = must(await team.asUser.post('/api/v1/auth/api-key', { name: 'second' }), 201).body.data;
    const callers = [team.asKey, wire.withKey(apiKey), team.asUser];
    const remaining: number[] = [];
    for (let at = 0; at < 100; at++) {
      const { status, headers } = await callers[at % callers.length]!.get('/api/files/file_1');
      expect([status, headers.get('x-ratelimit-limit')]).toEqual([404, '100']);
      remaining.push(Number(headers.get('x-ratelimit-remaining')));
    }
    expect(remaining.at(-1)).toBe(0);
    const refused = await team.asUser.get('/api/files/file_1');
    expect(told(refused)).toEqual([429, failure('RATE_LIMITED')]);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(told(await (await registerTeam(wire)).asKey.get('/api/files/file_1'))).toEqual(NOT_FOUND);
  });

  test('lets each key call the manager API 60 times a minute', async () => {
    const team = await registerTeam(wire);
    const { apiKey } = must(await team.asUser.post('/api/v1/auth/api-key', { name: 'second' }), 201).body.data;
    for (let left = 59; left >= 0; left--) {
      const { status, headers } = await team.asKey.get('/v1/bots/bot_1');
      expect([status, headers.get('x-ratelimit-limit'), headers.get('x-ratelimit-remaining')]).toEqual([
        404,
        '60',
        `${left}`,
      ]);
    }
    const refused = await team.asKey.get('/v1/bots/bot_1');
    expect([refused.status, refused.body.error.code]).toEqual([429, 'rate_limit_exceeded']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await wire.withKey(apiKey).get('/v1/bots/bot_1')).status).toBe(404);
  });

  test('lets a team send the MCP server 60 messages a minute with all its keys together, none of them too large', async () => {
    const team = await registerTeam(wire);
    const { apiKey } = must(await team.asUser.post('/api/v1/auth/api-key', { name: 'second' }), 201).body.data;
    // Its greeting is a message, too.
    const client = await connect(parley.baseUrl, team.apiKey);
    const accept = { accept: 'application/json, text/event-stream' };
    const message = { jsonrpc: '2.0', id: 1, method: 'tools/list' };
    const large = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'x'.repeat(1.5e6) } };
    const tooLarge = await team.asKey.post('/mcp', large);
    expect([tooLarge.status, tooLarge.body.error]).toMatchObject([
      413,
      { code: -32_000, data: { reason: 'http.too_large' } },
    ]);
    const left = Number(tooLarge.headers.get('x-ratelimit-remaining'));
    expect([tooLarge.headers.get('x-ratelimit-limit'), left]).toEqual(['60', 58]);
    for (let remaining = left - 1; remaining >= 0; remaining--) {
      const { status, headers } = await wire.withKey(apiKey).with(accept).post('/mcp', message);
      expect([status, headers.get('x-ratelimit-limit'), headers.get('x-ratelimit-remaining')]).toEqual([
        200,
        '60',
        `${remaining}`,
      ]);
    }
    const refused = await team.asKey.post('/mcp', message);
    expect([refused.status, refused.body.error]).toMatchObject([
      429,
      { code: -32_000, data: { reason: 'http.rate_limited' } },
    ]);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    await expect(client.listTools()).rejects.toThrow(/More than 60 requests/);
    await client.close();
  });
});
