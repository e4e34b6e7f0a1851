/** Plugins over HTTP: every example of the contract, who may do what, and what they do in a chat with a model that calls tools. */
import { eventually } from '#testing';
import { OpenAiServer } from '#testing/llm';
import {
  Installation,
  loginAsAdmin,
  must,
  type RegisteredTeam,
  registerTeam,
  sharedInstallation,
  type WireAnswer,
  WireClient,
} from '#testing/parley';
import { TestHttpService, TestMcpServer } from '#testing/plugins';

const PLUGINS = '/api/v1/plugins';
const UNKNOWN = '0190f000-0000-7000-8000-000000000009';
const EXAMPLE = {
  name: 'profanity-filter',
  version: '1.0.0',
  description: 'Masks bad words',
  hooks: [{ name: 'post-process', priority: 10 }],
  configOptions: [{ name: 'maskChar', type: 'string', required: true }],
};

function refused(answer: WireAnswer, status: number, code: string): WireAnswer {
  expect(must(answer, status).body).toMatchObject({ status: 'error', message: expect.any(String), code });
  return answer;
}

interface Run {
  plugin: string;
  phase: string;
  outcome: string;
  tool?: string;
  message?: string;
}

describe('plugins', () => {
  let team: RegisteredTeam;
  let others: RegisteredTeam;
  let provider: OpenAiServer;
  let tools: TestMcpServer;
  let service: TestHttpService;

  const newBot = async (client: WireClient, configuration: object = {}) =>
    must(await client.post('/api/v1/chatbots', { name: 'Grocer', configuration }), 201).body.data.id as string;
  const register = async (body: object) => must(await team.asKey.post(PLUGINS, body), 201).body.data;
  const installOn = (botId: string) => `/api/v1/chatbots/${botId}/plugins`;
  const systemPlugin = async (name: string) => {
    const { data } = must(await team.asKey.get(`${PLUGINS}?limit=100`), 200).body;
    return data.find((one: { name: string; isSystem: boolean }) => one.isSystem && one.name === name);
  };

  beforeAll(async () => {
    const { baseUrl } = await sharedInstallation();
    const wire = new WireClient(baseUrl);
    [team, others] = [await registerTeam(wire), await registerTeam(wire)];
    [provider, tools, service] = [
      await OpenAiServer.start(),
      await TestMcpServer.start(),
      await TestHttpService.start(),
    ];
  });
  beforeEach(() => {
    provider.reset();
    tools.reset();
    service.reset({ answer: ({ body }) => (body.hook === 'probe' ? {} : { text: `${body.text}` }) });
    service.secret = undefined;
  });
  afterAll(() => Promise.all([provider.stop(), tools.stop(), service.stop()]));

  describe('in the registry', () => {
    test('are registered, listed, read, changed and unregistered as the contract says', async () => {
      const made = must(await team.asKey.post(PLUGINS, EXAMPLE), 201).body;
      expect(made).toMatchObject({ status: 'success', message: expect.any(String) });
      const plugin = made.data;
      expect(plugin).toMatchObject({ ...EXAMPLE, author: null, isSystem: false, kind: 'none', entryPoint: null });
      expect(Date.parse(plugin.createdAt)).not.toBeNaN();
      const list = must(await team.asKey.get(`${PLUGINS}?page=1&limit=10`), 200).body;
      expect(list).toMatchObject({ status: 'success', pagination: { total: 6, pages: 1, page: 1, limit: 10 } });
      expect(list.data[0]).toEqual(plugin);
      expect(must(await team.asKey.get(`${PLUGINS}?limit=500`), 200).body.pagination.limit).toBe(100);
      expect(must(await team.asKey.get(`${PLUGINS}/${plugin.id}`), 200).body.data).toEqual(plugin);
      const changed = must(
        await team.asKey.put(`${PLUGINS}/${plugin.id}`, { description: 'Masks offensive words' }),
        200,
      ).body;
      expect(changed.data).toMatchObject({ ...EXAMPLE, description: 'Masks offensive words' });
      refused(await team.asKey.post(PLUGINS, EXAMPLE), 409, 'CONFLICT');
      must(await team.asKey.delete(`${PLUGINS}/${plugin.id}`), 200);
      refused(await team.asKey.get(`${PLUGINS}/${plugin.id}`), 404, 'NOT_FOUND');
    });

    test.each([
      ['name', { name: undefined }],
      ['version', { version: '1.0' }],
      ['hooks.0.name', { hooks: [{ name: 'sometimes' }] }],
      ['hooks.0.priority', { hooks: [{ name: 'pre-process', priority: 'high' }] }],
      ['configOptions.0.type', { configOptions: [{ name: 'a', type: 'colour' }] }],
      ['entryPoint', { entryPoint: '/etc/passwd' }],
      ['entryPoint', { entryPoint: 'file:///etc/passwd' }],
      ['entryPoint', { kind: 'mcp', entryPoint: 'npx some-server' }],
      ['tools.0.name', { entryPoint: 'https://example.com', tools: [{ name: 'no blanks' }] }],
      ['tools.0.parameters', { entryPoint: 'https://example.com', tools: [{ name: 'a', parameters: { $ref: '#' } }] }],
      ['configSchema', { configSchema: { type: 'object', properties: { a: { pattern: '(a+)+$' } } } }],
      ['timeoutMs', { timeoutMs: 60_000 }],
    ])('are refused with a word about %s', async (field, changes) => {
      const answer = refused(
        await team.asKey.post(PLUGINS, { ...EXAMPLE, version: '9.9.9', ...changes }),
        400,
        'VALIDATION_ERROR',
      );
      expect(answer.body.details.fields).toContainEqual(expect.objectContaining({ field }));
    });

    test('are nobody else’s, and those of the system nobody’s', async () => {
      const { id } = await register({ ...EXAMPLE, name: 'mine' });
      for (const [method, body] of [
        ['GET', undefined],
        ['PUT', { description: 'x' }],
        ['DELETE', undefined],
      ] as const) {
        refused(await others.asKey.send(method, `${PLUGINS}/${id}`, body), 404, 'NOT_FOUND');
        refused(await team.asKey.withKey('').send(method, `${PLUGINS}/${id}`, body), 401, 'UNAUTHORIZED');
        refused(await team.asKey.send(method, `${PLUGINS}/${UNKNOWN}`, body), 404, 'NOT_FOUND');
      }
      const { id: systems } = await systemPlugin('calculator');
      refused(await team.asKey.put(`${PLUGINS}/${systems}`, { description: 'x' }), 403, 'FORBIDDEN');
      refused(await team.asKey.delete(`${PLUGINS}/${systems}`), 403, 'FORBIDDEN');
    });
  });

  describe('on a chatbot', () => {
    test('are installed, configured, asked how they are, and uninstalled as the contract says', async () => {
      const botId = await newBot(team.asKey);
      const { id: pluginId } = await register({ ...EXAMPLE, name: 'example' });
      refused(await team.asKey.post(installOn(botId), { pluginId }), 400, 'VALIDATION_ERROR');
      const installed = must(await team.asKey.post(installOn(botId), { pluginId, config: { maskChar: '*' } }), 201).body
        .data;
      expect(installed).toMatchObject({ chatbotId: botId, pluginId, isEnabled: true, config: { maskChar: '*' } });
      refused(await team.asKey.post(installOn(botId), { pluginId, config: { maskChar: '*' } }), 409, 'CONFLICT');
      must(
        await team.asKey.post(installOn(botId), { pluginId: '00000000-0000-4000-8000-000000000000', config: {} }),
        404,
      );
      const list = must(await team.asKey.get(installOn(botId)), 200).body;
      expect(list).toMatchObject({ data: [installed], pagination: { total: 1, pages: 1, page: 1, limit: 10 } });
      const at = `${installOn(botId)}/${pluginId}`;
      const configured = must(await team.asKey.put(`${at}/config`, { config: { maskChar: '#' } }), 200).body.data;
      expect(configured).toMatchObject({ config: { maskChar: '#' }, isEnabled: true });
      refused(await team.asKey.put(`${at}/config`, {}), 400, 'VALIDATION_ERROR');
      const status = must(await team.asKey.get(`${at}/status`), 200).body.data;
      expect(status).toMatchObject({ chatbotId: botId, pluginId, status: 'error', isEnabled: true, version: '1.0.0' });
      expect(status.lastError).toContain('no entry point');
      must(await team.asKey.put(`${at}/config`, { config: { maskChar: '#' }, isEnabled: false }), 200);
      expect(must(await team.asKey.get(`${at}/status`), 200).body.data.status).toBe('disabled');
      refused(await team.asKey.delete(`${PLUGINS}/${pluginId}`), 409, 'CONFLICT');
      refused(await others.asKey.get(installOn(botId)), 404, 'NOT_FOUND');
      refused(await others.asKey.get(`${at}/status`), 404, 'NOT_FOUND');
      must(await team.asKey.delete(at), 200);
      refused(await team.asKey.delete(at), 404, 'NOT_FOUND');
      refused(await team.asKey.get(`${at}/status`), 404, 'NOT_FOUND');
      must(await team.asKey.delete(`${PLUGINS}/${pluginId}`), 200);
    });

    test('go with it', async () => {
      const botId = await newBot(team.asKey);
      const { id: pluginId } = await register({ ...EXAMPLE, name: 'goes' });
      must(await team.asKey.post(installOn(botId), { pluginId, config: { maskChar: '*' } }), 201);
      must(await team.asKey.delete(`/api/v1/chatbots/${botId}`), 200);
      must(await team.asKey.delete(`${PLUGINS}/${pluginId}`), 200);
    });
  });

  describe('in a chat', () => {
    let botId: string;

    const say = async (message: string) => {
      const body = { sessionId: `s-${botId}`, userId: 'jane', message };
      return must(await team.asKey.post(`/api/v1/chatbots/${botId}/conversation`, body), 200).body.data;
    };
    const runsOf = (reply: { trace?: { plugins?: Run[] } }) => reply.trace?.plugins ?? [];
    const install = async (body: object, config: object = {}) => {
      const plugin = await register({ version: '1.0.0', ...body });
      must(await team.asKey.post(installOn(botId), { pluginId: plugin.id, config }), 201);
      return plugin;
    };

    beforeEach(async () => {
      const model = { kind: 'llm', provider: 'openai-compatible', model: 'gpt-test', baseUrl: provider.baseUrl };
      const name = `caller ${Math.random()}`;
      const { id } = must(await team.asKey.post('/api/v1/models', { ...model, name }), 201).body.data;
      botId = await newBot(team.asKey, { modelId: id, answersWithoutKnowledge: true });
    });

    test('a redactor masks what is stored, sent to the model and told', async () => {
      const { id: pluginId } = await systemPlugin('pii-redactor');
      must(await team.asKey.post(installOn(botId), { pluginId }), 201);
      provider.replyWith({ text: 'I will write to boss@example.com.' });
      const reply = await say('I am jane@example.com, card 4111 1111 1111 1111.');
      expect(JSON.stringify(reply)).not.toMatch(/@example|4111/);
      expect(JSON.stringify(provider.requests)).not.toMatch(/jane@example|4111 1111/);
      const history = must(
        await team.asKey.get(`/api/v1/chatbots/${botId}/conversation/history?sessionId=s-${botId}`),
        200,
      );
      expect(JSON.stringify(history.body)).not.toMatch(/@example|4111/);
      expect(JSON.stringify(history.body)).toContain('I am ****************, card **** **** **** ****.');
    });

    test('a model calls the tools of an MCP server and of what is built in', async () => {
      tools.reset({ token: 'sesame' });
      await install({ name: 'shelves', serverUrl: tools.url }, { headers: { Authorization: 'Bearer sesame' } });
      const { id: pluginId } = await systemPlugin('calculator');
      must(await team.asKey.post(installOn(botId), { pluginId }), 201);
      const shelf = { name: 'shelf_life', arguments: '{"product":"Yoghurt"}' };
      const sum = { name: 'calculate', arguments: '{"expression":"6 * 7"}' };
      provider.replyOnce({ toolCalls: [shelf, sum] }, { text: 'It keeps for 42 days.' });
      const reply = await say('How long does yoghurt keep?');
      expect(JSON.stringify(reply)).toContain('It keeps for 42 days.');
      expect(runsOf(reply)).toMatchObject([
        { plugin: 'shelves', phase: 'tool', tool: 'shelf_life', outcome: 'ok' },
        { plugin: 'calculator', phase: 'tool', tool: 'calculate', outcome: 'ok' },
      ]);
      expect(JSON.stringify(provider.requests.at(-1)!.body)).toContain('Yoghurt keeps for 42 days.');
      const [installed] = must(await team.asKey.get(installOn(botId)), 200).body.data;
      expect(installed.config).toEqual({ headers: '********' });
      const status = must(await team.asKey.get(`${installOn(botId)}/${installed.pluginId}/status`), 200).body.data;
      expect(status).toMatchObject({ status: 'active', lastError: null });
    });

    test('a service changes message and reply, offers a tool, and knows that it is us who call', async () => {
      const parameters = { type: 'object', properties: { sku: { type: 'string' } }, required: ['sku'] };
      const plugin = await install({
        name: 'stock',
        entryPoint: service.url,
        hooks: [{ name: 'post-process' }, { name: 'pre-process', priority: 5, handler: 'spell' }],
        tools: [{ name: 'stock_of', description: 'How much there is.', parameters }],
      });
      service.secret = plugin.secret;
      service.reset({
        answer: ({ hook, body }) => (hook === 'tool' ? { result: { left: 17 } } : { text: `${body.text} [${hook}]` }),
      });
      const call = (sku: unknown) => ({ toolCalls: [{ name: 'stock_of', arguments: JSON.stringify({ sku }) }] });
      provider.replyOnce(call(5), call('milk'), { text: 'There are 17.' });
      const reply = await say('How much milk is there?');
      expect(JSON.stringify(reply)).toContain('There are 17. [post-process]');
      expect(runsOf(reply).map(({ phase, outcome }) => [phase, outcome])).toEqual([
        ['pre-process', 'ok'],
        ['tool', 'failed'],
        ['tool', 'ok'],
        ['post-process', 'ok'],
      ]);
      expect(JSON.stringify(provider.requests.at(-1)!.body)).toContain('sku must be string');
      expect(service.calls.every(({ isSigned }) => isSigned)).toBe(true);
      expect(service.calls.map(({ body }) => [body.hook, body.handler])).toEqual([
        ['pre-process', 'spell'],
        ['tool', undefined],
        ['post-process', undefined],
      ]);
      expect(service.calls[1]!.body).toMatchObject({
        tool: 'stock_of',
        arguments: { sku: 'milk' },
        turn: { chatbotId: botId, userId: 'jane' },
      });
    });

    test('plugins that hang, answer 5 MB, fail or run nothing change nothing, and their runs say so', async () => {
      const hooks = [{ name: 'pre-process' }];
      const [hanging, flooding] = [
        await TestHttpService.start({ hangs: true }),
        await TestHttpService.start({ floodsBytes: 5 * 1024 * 1024 }),
      ];
      const [hangingTools, floodingTools] = [
        await TestMcpServer.start({ hangs: true }),
        await TestMcpServer.start({ floodsBytes: 5 * 1024 * 1024 }),
      ];
      try {
        await install({ name: 'hangs', entryPoint: hanging.url, hooks, timeoutMs: 200 });
        await install({ name: 'floods', entryPoint: flooding.url, hooks });
        await install({ name: 'nothing', hooks });
        await install({ name: 'hanging-tools', serverUrl: hangingTools.url, timeoutMs: 200 });
        await install({ name: 'flooding-tools', serverUrl: floodingTools.url });
        provider.replyWith({ text: 'All is well.' });
        const reply = await say('Hello there, how are you?');
        expect(JSON.stringify(reply)).toContain('All is well.');
        expect(runsOf(reply)).toEqual(
          expect.arrayContaining([
            expect.objectContaining({ plugin: 'hangs', outcome: 'timed_out', message: 'No answer came within 0.2 s.' }),
            expect.objectContaining({
              plugin: 'floods',
              outcome: 'failed',
              message: expect.stringContaining('65,536 bytes'),
            }),
            expect.objectContaining({
              plugin: 'nothing',
              outcome: 'skipped',
              message: expect.stringContaining('no entry point'),
            }),
            expect.objectContaining({ plugin: 'hanging-tools', outcome: 'timed_out' }),
            expect.objectContaining({
              plugin: 'flooding-tools',
              outcome: 'failed',
              message: expect.stringContaining('more than is read'),
            }),
          ]),
        );
      } finally {
        await Promise.all([hanging, flooding, hangingTools, floodingTools].map((server) => server.stop()));
      }
    });
  });
});

test('a plugin at a private address is not called, and its run says so', async () => {
  const [provider, service] = [await OpenAiServer.start(), await TestHttpService.start()];
  let parley = await Installation.start({ ALLOW_PRIVATE_ADDRESSES: 'true' }, undefined, { apis: 1, workers: 1 });
  try {
    const setUp = async (wire: WireClient) => {
      const admin = await loginAsAdmin(wire);
      const model = {
        kind: 'llm',
        provider: 'openai-compatible',
        model: 'm',
        name: 'Local',
        baseUrl: provider.baseUrl,
      };
      const { id: modelId } = must(await admin.post('/api/v1/models', model), 201).body.data;
      const bot = { name: 'Bot', configuration: { modelId, answersWithoutKnowledge: true } };
      const { id: botId } = must(await admin.post('/api/v1/chatbots', bot), 201).body.data;
      const plugin = { name: 'inside', version: '1.0.0', entryPoint: service.url, hooks: [{ name: 'pre-process' }] };
      const { id: pluginId } = must(await admin.post(PLUGINS, plugin), 201).body.data;
      must(await admin.post(`/api/v1/chatbots/${botId}/plugins`, { pluginId }), 201);
      return { botId, pluginId };
    };
    const { botId, pluginId } = await setUp(new WireClient(parley.baseUrl));
    await parley.stop();
    parley = await parley.restart({ ALLOW_PRIVATE_ADDRESSES: 'false' });
    const admin = await loginAsAdmin(new WireClient(parley.baseUrl));
    provider.replyWith({ text: 'All is well.' });
    const body = { sessionId: 's', userId: 'jane', message: 'Hello there, how are you?' };
    const reply = must(await admin.post(`/api/v1/chatbots/${botId}/conversation`, body), 200).body.data;
    expect(JSON.stringify(reply)).toContain('All is well.');
    expect(reply.trace.plugins).toMatchObject([
      { plugin: 'inside', outcome: 'failed', message: expect.stringContaining('private') },
    ]);
    const status = must(await admin.get(`/api/v1/chatbots/${botId}/plugins/${pluginId}/status`), 200).body.data;
    expect(status).toMatchObject({ status: 'error', lastError: expect.stringContaining('private') });
    expect(service.calls).toHaveLength(0);
    await eventually(() => provider.requests.length > 0);
  } finally {
    await parley.remove();
    await Promise.all([provider.stop(), service.stop()]);
  }
});
