/** Recognizable secrets in every place that takes one: nothing that Parley says, logs or gives away may hold them. */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { eventually } from '#testing';
import { Installation, loginAsAdmin, runParley, WireClient } from '#testing/parley';
import { PLANTED, traces } from './planted';

describe('secrets', () => {
  let provider: Server;
  let providerUrl: string;
  let parley: Installation;
  /** Of everything that was answered, with what was asked. */
  const heard: Array<{ asked: string; text: string }> = [];
  /** Given out once, to who asked for it; they must not turn up anywhere else. */
  const told: Record<string, string> = {};

  beforeAll(async () => {
    // Repeats what it was sent, as providers do when they refuse a key.
    provider = createServer((request, response) => {
      const key = `${request.headers.authorization} ${request.headers['x-secret']} ${request.url}`;
      response.writeHead(401, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ error: { message: `Incorrect API key provided: ${key}` } }));
    });
    await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
    providerUrl = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
    parley = await Installation.start({
      LOG_LEVEL: 'debug',
      ALLOW_PRIVATE_ADDRESSES: 'true',
      JWT_SECRET: PLANTED.jwtSecret,
      SMTP_URL: `smtp://mailer:${PLANTED.smtpPassword}@127.0.0.1:1`,
      DEFAULT_LLM_BASE_URL: `${providerUrl}/v1`,
      DEFAULT_LLM_API_KEY: PLANTED.defaultModelKey,
      DEFAULT_LLM_MODEL: 'gpt-planted',
      METRICS_TOKEN: PLANTED.metricsToken,
      TELEGRAM_API_URL: providerUrl,
      SLACK_API_URL: `${providerUrl}/`,
    });
    await drive();
  }, 240_000);
  afterAll(async () => {
    await parley?.remove();
    provider?.closeAllConnections();
    provider?.close();
  });

  async function send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const sent = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    const answer = await fetch(parley.baseUrl + path, {
      method,
      headers: { ...(sent === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(sent === undefined ? {} : { body: sent }),
    });
    const text = await answer.text();
    heard.push({ asked: `${method} ${path.split('?')[0]}`, text });
    return { status: answer.status, body: text.startsWith('{') ? JSON.parse(text) : {} };
  }
  /** What makes something must have made it, or nothing was planted. */
  async function make(path: string, body: object, headers: Record<string, string>) {
    const answer = await send('POST', path, body, headers);
    if (answer.status >= 300) throw new Error(`POST ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body.data ?? answer.body;
  }

  async function drive(): Promise<void> {
    const account = { username: 'planter', email: 'planter@example.com', password: PLANTED.password };
    await make('/api/v1/auth/register', account, {});
    await send('POST', '/api/v1/auth/register', account);
    await send('POST', '/api/v1/auth/login', { ...account, password: PLANTED.wrongPassword });
    await send('POST', '/api/v1/auth/login', `{"username":"planter","password":"${PLANTED.password}"`);
    const login = await make('/api/v1/auth/login', account, {});
    heard.pop();
    told.accessToken = login.accessToken;
    told.refreshToken = login.refreshToken;
    const user = { authorization: `Bearer ${login.accessToken}` };
    const { apiKey } = await make('/api/v1/auth/api-key', { name: 'planted' }, user);
    heard.pop();
    told.apiKey = apiKey;
    const key = { 'x-api-key': apiKey };

    await send('GET', `/api/v1/chatbots?api_key=${PLANTED.unknownKey}`, undefined, { 'x-api-key': PLANTED.unknownKey });
    await send('GET', '/api/v1/chatbots', undefined, { authorization: `Bearer ${told.accessToken}x` });
    await send('GET', `/docs?api_key=${apiKey}`);
    await send('GET', `/nothing/${PLANTED.unknownKey}?token=${PLANTED.unknownKey}`, undefined, key);
    await send('GET', '/metrics', undefined, { authorization: `Bearer ${PLANTED.metricsToken}` });
    await send('POST', '/api/v1/auth/password-reset-request', { email: account.email });
    await send('POST', '/api/v1/auth/password-reset', { token: PLANTED.unknownKey, newPassword: PLANTED.newPassword });
    await send('POST', '/api/v1/auth/refresh-token', { refreshToken: PLANTED.unknownKey });

    const model = { kind: 'llm', provider: 'openai-compatible', name: 'M', model: 'm', baseUrl: `${providerUrl}/v1` };
    const { id: modelId } = await make('/api/v1/models', { ...model, apiKey: PLANTED.modelKey }, key);
    await send('POST', '/api/v1/models', { ...model, apiKey: { is: PLANTED.modelKey } }, key);
    await send('POST', `/api/v1/models/${modelId}/test`, undefined, key);
    const { id: botId } = await make('/api/v1/chatbots', { name: 'Planted', configuration: { modelId } }, key);
    const bot = `/api/v1/chatbots/${botId}`;
    await make(
      `${bot}/knowledge-bases`,
      { name: 'Help', items: [{ title: 'Lamps', content: 'Lamps cost 3 euros.' }] },
      key,
    );
    const webhook = { url: `${providerUrl}/hook`, events: ['chatbot.created'], secret: PLANTED.webhookSecret };
    const { id: webhookId } = await make('/api/v1/webhooks', webhook, key);
    heard.pop();
    await send('POST', `/api/v1/webhooks/${webhookId}/test`, {}, key);
    await send('POST', '/api/v1/webhooks', { ...webhook, events: ['nothing'] }, key);
    const telegram = { type: 'telegram', name: 'T', config: { bot_token: PLANTED.botToken } };
    await send('POST', `${bot}/channels`, telegram, key);
    const slack = {
      type: 'slack',
      name: 'S',
      config: { bot_token: PLANTED.botToken, signing_secret: PLANTED.signingSecret },
    };
    await send('POST', `${bot}/channels`, slack, key);
    const integration = {
      name: 'I',
      webhookUrl: `${providerUrl}/answer`,
      headers: { 'X-Secret': PLANTED.integrationHeader },
    };
    await make(`${bot}/integrations`, integration, key);
    await send('POST', `${bot}/integrations`, { ...integration, secret: PLANTED.integrationSecret, weight: 'x' }, key);
    await plantInPlugins(bot, key);
    await plantInAgents(key);
    await send('POST', `${bot}/conversation`, { message: 'What do lamps cost?' }, key);
    await send('POST', `${bot}/conversation`, { message: 'What do lamps cost?', stream: true }, key);
    await send(
      'POST',
      '/openai/v1/chat/completions',
      { model: 'planted', messages: [{ role: 'user', content: 'Hi' }] },
      key,
    );
    await send(
      'POST',
      '/mcp',
      { jsonrpc: '2.0', id: 1, method: 'tools/list' },
      { ...key, accept: 'application/json, text/event-stream' },
    );
    // The test of the webhook and the consumers of events come to their end.
    await eventually(async () => {
      const { body } = await send('GET', `/api/v1/webhooks/${webhookId}/deliveries`, undefined, key);
      return (body.data ?? []).length > 0;
    });
    await readEverything(key, user);
    await readArchives(bot, key, user);
  }

  async function plantInPlugins(bot: string, key: Record<string, string>): Promise<void> {
    const configOptions = [
      { name: 'apiKey', type: 'secret' },
      { name: 'headers', type: 'secret' },
    ];
    const entryPoint = `${providerUrl}/plugin`;
    const plugin = { name: 'planted', version: '1.0.0', kind: 'http', entryPoint, configOptions };
    const made = await make('/api/v1/plugins', { ...plugin, hooks: [{ name: 'pre-process' }] }, key);
    heard.pop();
    told.pluginSecret = made.secret;
    const config = { apiKey: PLANTED.pluginOption, headers: { 'X-Secret': PLANTED.pluginHeader } };
    await make(`${bot}/plugins`, { pluginId: made.id, config }, key);
    await send('POST', `${bot}/plugins`, { pluginId: made.id, config: { ...config, unknown: 1 } }, key);
  }

  async function plantInAgents(key: Record<string, string>): Promise<void> {
    const loop = {
      ...{ name: 'Planted', systemPrompt: 'You report.', userMessage: 'Report.' },
      mcpServers: [
        { type: 'http', name: 's', url: `${providerUrl}/mcp`, headers: { 'X-Secret': PLANTED.toolServerHeader } },
      ],
      callbackUrl: `${providerUrl}/callback`,
      callbackHeaders: { 'X-Secret': PLANTED.loopHeader },
    };
    const { id } = await make('/api/v1/agent-loops', loop, key);
    const { id: executionId } = await make(`/api/v1/agent-loops/${id}/run`, {}, key);
    await eventually(async () => {
      const path = `/api/v1/agent-loops/${id}/executions/${executionId}`;
      const { body } = await send('GET', path, undefined, key);
      return ['completed', 'failed'].includes(body.data?.status);
    });
    await send('POST', '/api/v1/agent-loops', { ...loop, maxIterations: 'many' }, key);
  }

  /** What a team takes along, a bot as a file, and what the operator keeps. */
  async function readArchives(bot: string, key: Record<string, string>, user: Record<string, string>): Promise<void> {
    const { id } = await make('/api/v1/team/exports', {}, user);
    const path = `/api/v1/team/exports/${id}`;
    await eventually(async () => (await send('GET', path, undefined, user)).body.data?.status === 'completed');
    await unpack(`${path}/download`, user);
    await unpack(`${bot}/export`, key);
    const file = `${parley.dataDir}/planted-backup.tar.gz`;
    const made = await runParley(['backup', file, '--json'], parley.settings);
    expect(made.code).toBe(0);
    const printed = made.stdout + made.stderr;
    heard.push({ asked: 'parley backup', text: printed + gunzipSync(readFileSync(file)).toString('latin1') });
  }

  async function unpack(path: string, headers: Record<string, string>): Promise<void> {
    const answer = await fetch(parley.baseUrl + path, { headers });
    expect([path, answer.status]).toEqual([path, 200]);
    const text = gunzipSync(Buffer.from(await answer.arrayBuffer())).toString('latin1');
    expect([path, text.includes('Planted')]).toEqual([path, true]);
    heard.push({ asked: `GET ${path}`, text });
  }

  /** Each list and page of the main API and of the others that a key may read. */
  async function readEverything(key: Record<string, string>, user: Record<string, string>): Promise<void> {
    const { body: document } = await send('GET', '/openapi.json');
    for (const path of Object.keys(document.paths)) {
      if (!document.paths[path].get || /\{|stream|events|logout/.test(path)) continue;
      await send('GET', path, undefined, path.includes('/auth/') ? user : key);
    }
    const admin = await loginAsAdmin(new WireClient(parley.baseUrl));
    for (const path of ['/api/v1/models', '/api/v1/users']) {
      const { body } = await admin.get(path);
      heard.push({ asked: `GET ${path} as admin`, text: JSON.stringify(body) });
    }
  }

  test.each(Object.entries(PLANTED))('%s is in no answer and no document', (_name, secret) => {
    const found = heard.filter(({ text }) => traces(secret).some((trace) => text.includes(trace)));
    expect(found.map(({ asked }) => asked)).toEqual([]);
  });

  test.each(Object.entries(PLANTED))(
    '%s is in no line of the log, also when what it was for has failed',
    (_name, secret) => {
      const found = parley.printed.split('\n').filter((line) => traces(secret).some((trace) => line.includes(trace)));
      expect(found).toEqual([]);
    },
  );

  test.each(['accessToken', 'refreshToken', 'apiKey', 'pluginSecret'])(
    '%s, once given out, is told nowhere else',
    (name) => {
      const secret = told[name]!;
      expect(secret.length).toBeGreaterThan(20);
      expect(heard.filter(({ text }) => text.includes(secret)).map(({ asked }) => asked)).toEqual([]);
      expect(parley.printed.includes(secret)).toBe(false);
    },
  );

  test('were driven through a log that says everything', () => {
    expect(parley.printed.includes('"level":"debug"')).toBe(true);
    expect(heard.length).toBeGreaterThan(50);
  });
});
