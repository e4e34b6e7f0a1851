/** Models that teams register: a local server that speaks like OpenAI, tried, failing, recovering, and nobody else's. */
import { OpenAiServer } from '#testing/llm';
import {
  Installation,
  loginAsAdmin,
  must,
  type RegisteredTeam,
  registerTeam,
  type WireAnswer,
  WireClient,
} from '#testing/parley';

const KEY = 'sk-key-of-the-team';
const MODELS = '/api/v1/models';

describe('models of a team', () => {
  let provider: OpenAiServer;
  let parley: Installation;
  let wire: WireClient;
  let team: RegisteredTeam;
  let others: RegisteredTeam;
  const answers: WireAnswer[] = [];

  /** As the team's key does it; all that it was answered is kept. */
  const send = async (method: string, path: string, body?: unknown) => {
    const answer = await team.asKey.send(method, path, body);
    answers.push(answer);
    return answer;
  };
  let registered = 0;
  const register = async (changes: object = {}) => {
    const body = {
      kind: 'llm',
      provider: 'openai-compatible',
      name: `Writer ${++registered}`,
      model: 'gpt-test',
      baseUrl: provider.baseUrl,
      apiKey: KEY,
      ...changes,
    };
    return must(await send('POST', MODELS, body), 201).body.data;
  };
  const tryOut = async (id: number) => must(await send('POST', `${MODELS}/${id}/test`), 200).body.data;
  const statusOf = async (id: number) => must(await send('GET', `${MODELS}/${id}`), 200).body.data.status;
  const healthOfModels = async (admin: WireClient) =>
    must(await admin.get('/api/v1/health/status'), 200).body.data.components.models;

  beforeAll(async () => {
    provider = await OpenAiServer.start({ apiKey: KEY, models: ['gpt-test'], concepts: {} });
    parley = await Installation.start({ ALLOW_PRIVATE_ADDRESSES: 'true' }, undefined, { apis: 1, workers: 0 });
    wire = new WireClient(parley.baseUrl);
    [team, others] = [await registerTeam(wire), await registerTeam(wire)];
  });

  beforeEach(() => provider.reset());

  afterAll(async () => {
    await parley?.remove();
    await provider.stop();
  });

  test('those of the installation are there from the start, can be tried, and stay as they are', async () => {
    const { data, pagination } = must(await send('GET', MODELS), 200).body;
    expect(data.map(({ id, kind, name }: { id: number; kind: string; name: string }) => [id, kind, name])).toEqual([
      [1, 'llm', 'default'],
      [2, 'embedding', 'default-embedding'],
      [3, 'rerank', 'default-rerank'],
      [4, 'llm', 'extractive'],
      [5, 'embedding', 'lexical'],
      [6, 'rerank', 'lexical-rerank'],
    ]);
    expect([pagination.total, data[0].isPreset, data[0].status.state]).toEqual([6, true, 'ready']);
    for (const { id } of data) expect(await tryOut(id)).toMatchObject({ ok: true, latencyMs: expect.any(Number) });
    expect((await tryOut(4)).answer).toContain('nine');
    for (const [method, body] of [
      ['PUT', { name: 'Mine' }],
      ['PATCH', { name: 'Mine' }],
      ['DELETE', undefined],
    ] as const) {
      const answer = await send(method, `${MODELS}/1`, body);
      expect([answer.status, answer.body.code]).toEqual([409, 'CONFLICT']);
    }
  });

  test('one is registered, read, changed and deleted', async () => {
    const made = await register({
      name: 'The writer',
      contextTokens: 8_000,
      inputPrice: 0.5,
      settings: { timeoutMs: 5_000 },
    });
    expect(made).toEqual({
      id: expect.any(Number),
      kind: 'llm',
      provider: 'openai-compatible',
      name: 'The writer',
      model: 'gpt-test',
      baseUrl: provider.baseUrl,
      hasCredentials: true,
      contextTokens: 8_000,
      inputPrice: 0.5,
      outputPrice: null,
      capabilities: { streaming: true, tools: true, json: false, images: false },
      settings: { apiVersion: null, dimensions: null, timeoutMs: 5_000 },
      isPreset: false,
      status: { state: 'untried', since: null, lastError: null, pausedUntil: null, calls: 0, failures: 0 },
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
    });
    expect(must(await send('GET', `${MODELS}/${made.id}`), 200).body.data).toEqual(made);
    const patched = must(await send('PATCH', `${MODELS}/${made.id}`, { outputPrice: 2, contextTokens: null }), 200);
    expect(patched.body.data).toMatchObject({
      name: 'The writer',
      inputPrice: 0.5,
      outputPrice: 2,
      contextTokens: null,
    });
    const put = must(await send('PUT', `${MODELS}/${made.id}`, { name: 'The author' }), 200);
    expect(put.body.data).toMatchObject({ name: 'The author', outputPrice: 2 });
    const ofKind = must(await send('GET', `${MODELS}?kind=llm&limit=100`), 200).body.data;
    expect(ofKind.map(({ name }: { name: string }) => name)).toContain('The author');
    must(await send('DELETE', `${MODELS}/${made.id}`), 200);
    expect((await send('GET', `${MODELS}/${made.id}`)).status).toBe(404);
  });

  test('a test calls the model and tells how long it took', async () => {
    const { id } = await register();
    provider.replyOnce({ text: 'It works.', latencyMs: 30 });
    const result = await tryOut(id);
    expect(result).toEqual({ ok: true, latencyMs: expect.any(Number), answer: 'It works.' });
    expect(result.latencyMs).toBeGreaterThanOrEqual(30);
    expect(provider.chats).toHaveLength(1);
    expect(await statusOf(id)).toMatchObject({ state: 'ready', calls: 1, failures: 0, lastError: null });
  });

  test("a wrong key is told in the provider's words, without the key, and repaired by the right one", async () => {
    const { id } = await register({ apiKey: 'sk-not-the-key' });
    const { ok, error } = await tryOut(id);
    expect([ok, error.code]).toEqual([false, 'llm.provider_refused_credentials']);
    expect(error.providerMessage).toMatch(/HTTP 401: Incorrect API key/);
    expect(await statusOf(id)).toMatchObject({ state: 'failing', lastError: error.providerMessage, failures: 1 });
    must(await send('PATCH', `${MODELS}/${id}`, { apiKey: KEY }), 200);
    expect(await tryOut(id)).toMatchObject({ ok: true });
    expect(await statusOf(id)).toMatchObject({ state: 'ready' });
  });

  test('a model that does not answer is failing and left alone, as operators see, until it answers again', async () => {
    const admin = await loginAsAdmin(wire);
    const { id } = await register();
    provider.replyWith({ fault: { kind: 'reset' } });
    for (let i = 0; i < 3; i++) {
      const { ok, error } = await tryOut(id);
      expect([ok, error.code]).toEqual([false, 'llm.provider_unavailable']);
    }
    expect(await statusOf(id)).toMatchObject({ state: 'failing', pausedUntil: expect.any(String), failures: 3 });
    expect(await healthOfModels(admin)).toMatchObject({
      status: 'degraded',
      note: expect.stringContaining(`${id} gpt-test`),
    });
    const metrics = must(await admin.get('/api/v1/metrics'), 200).body;
    expect(metrics).toContain(`parley_model_circuit_state{kind="llm",id="${id}",model="gpt-test"} 2`);
    expect(metrics).toContain(`parley_model_calls_total{kind="llm",id="${id}",model="gpt-test",outcome="failed"} 3`);
    provider.reset();
    expect(await tryOut(id)).toMatchObject({ ok: true });
    expect(await statusOf(id)).toMatchObject({ state: 'ready', pausedUntil: null });
    expect(await healthOfModels(admin)).toMatchObject({ status: 'ok' });
  });

  test('an embedding model tells its dimensions, and whether its vectors are of use', async () => {
    const { id } = await register({ kind: 'embedding', model: 'embed-test', settings: { dimensions: 256 } });
    expect(await tryOut(id)).toEqual({ ok: true, latencyMs: expect.any(Number), dimensions: 256, isTelling: true });
    const asked = provider.requests.filter(({ path }) => path === '/v1/embeddings').length;
    expect(await tryOut(id)).toMatchObject({ isTelling: true });
    expect(provider.requests.filter(({ path }) => path === '/v1/embeddings')).toHaveLength(asked + 1);
  });

  test('another team finds nothing of it', async () => {
    const { id } = await register();
    for (const [method, path, body] of [
      ['GET', `${MODELS}/${id}`, undefined],
      ['PUT', `${MODELS}/${id}`, { name: 'Mine' }],
      ['PATCH', `${MODELS}/${id}`, { apiKey: null }],
      ['DELETE', `${MODELS}/${id}`, undefined],
      ['POST', `${MODELS}/${id}/test`, undefined],
    ] as const) {
      const answer = await others.asKey.send(method, path, body);
      expect([answer.status, answer.body.code]).toEqual([404, 'NOT_FOUND']);
    }
    expect(must(await others.asKey.get(MODELS), 200).body.pagination.total).toBe(6);
    expect(await statusOf(id)).toMatchObject({ state: 'untried' });
  });

  test.each(['0', '-1', '07', '1.5', 'seven', '99999999999', '0190f000-0000-7000-8000-000000000000'])(
    '%s is the id of no model',
    async (id) => {
      const answer = await send('GET', `${MODELS}/${id}`);
      expect([answer.status, answer.body.code]).toEqual([404, 'NOT_FOUND']);
    },
  );

  test.each([
    ['nothing', {}, 'kind'],
    ['an unknown kind', { kind: 'image' }, 'kind'],
    ['a provider of another kind', { kind: 'llm', provider: 'cohere', name: 'x', model: 'y' }, 'provider'],
    [
      'a price below zero',
      { kind: 'llm', provider: 'openai-compatible', name: 'x', model: 'y', inputPrice: -1 },
      'inputPrice',
    ],
    [
      'a key of two lines',
      { kind: 'llm', provider: 'openai-compatible', name: 'x', model: 'y', apiKey: 'a\r\nb' },
      'apiKey',
    ],
    ['no address at Azure', { kind: 'llm', provider: 'azure-openai', name: 'x', model: 'y' }, 'baseUrl'],
    [
      'credentials in the address',
      { kind: 'llm', provider: 'openai-compatible', name: 'x', model: 'y', baseUrl: 'https://a:b@models.example' },
      'baseUrl',
    ],
  ])('%s is refused, naming the field', async (_, body, field) => {
    const answer = await send('POST', MODELS, body);
    expect([answer.status, answer.body.code]).toEqual([400, 'VALIDATION_ERROR']);
    expect(answer.body.details.fields.map((problem: { field: string }) => problem.field)).toContain(field);
  });

  test('a name is taken once, whatever its case', async () => {
    await register({ name: 'Only One' });
    const again = { kind: 'llm', provider: 'anthropic', name: 'ONLY one', model: 'claude' };
    const answer = await send('POST', MODELS, again);
    expect([answer.status, answer.body.code]).toEqual([409, 'CONFLICT']);
  });

  test('a new address does not get the key that was given for the old one', async () => {
    const elsewhere = await OpenAiServer.start();
    try {
      const { id } = await register();
      const moved = must(await send('PATCH', `${MODELS}/${id}`, { baseUrl: elsewhere.baseUrl }), 200).body;
      expect([moved.data.hasCredentials, moved.message]).toEqual([false, expect.stringContaining('key was removed')]);
      expect(await tryOut(id)).toMatchObject({ ok: true });
      expect(JSON.stringify(elsewhere.requests.map(({ headers }) => headers))).not.toContain(KEY);
    } finally {
      await elsewhere.stop();
    }
  });

  test('keys need the scopes for models', async () => {
    const body = { name: 'reader', scopes: ['models:read'] };
    const { apiKey } = must(await team.asUser.post('/api/v1/auth/api-key', body), 201).body.data;
    const reader = wire.withKey(apiKey);
    must(await reader.get(MODELS), 200);
    expect((await reader.post(`${MODELS}/1/test`)).status).toBe(403);
    expect((await reader.delete(`${MODELS}/7`)).status).toBe(403);
  });

  test('keys of providers are in no answer and in no log', () => {
    const told = JSON.stringify(answers.map(({ body }) => body)) + parley.printed;
    expect(told).not.toContain(KEY);
    expect(told).not.toContain('sk-not-the-key');
  });
});

describe('private addresses of models', () => {
  let provider: OpenAiServer;
  let parley: Installation;
  let wire: WireClient;

  beforeAll(async () => {
    provider = await OpenAiServer.start();
    parley = await Installation.start({}, undefined, { apis: 1, workers: 0 });
    wire = new WireClient(parley.baseUrl);
  });

  afterAll(async () => {
    await parley?.remove();
    await provider.stop();
  });

  const model = (name: string) => ({
    kind: 'llm',
    provider: 'openai-compatible',
    name,
    model: 'test-model',
    baseUrl: provider.baseUrl,
  });

  test('are refused to teams, also in other spellings', async () => {
    const { asKey, asUser } = await registerTeam(wire);
    const port = new URL(provider.baseUrl).port;
    for (const client of [asKey, asUser])
      for (const host of [
        '127.0.0.1',
        'localhost',
        '2130706433',
        '0x7f.1',
        '[::1]',
        '[::ffff:127.0.0.1]',
        '169.254.169.254',
      ]) {
        const answer = await client.post(MODELS, { ...model('Local'), baseUrl: `http://${host}:${port}/v1` });
        expect([host, answer.status, answer.body.details?.fields[0]?.field]).toEqual([host, 400, 'baseUrl']);
      }
    expect(provider.requests).toEqual([]);
  });

  test('may be given by an administrator, and are then called', async () => {
    const admin = await loginAsAdmin(wire);
    const { id } = must(await admin.post(MODELS, model('Local')), 201).body.data;
    expect(must(await admin.post(`${MODELS}/${id}/test`), 200).body.data).toMatchObject({ ok: true });
  });
});
