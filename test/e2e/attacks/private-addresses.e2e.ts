/** Addresses that lead inside (SSRF), given to everything that takes one: nobody on this machine hears of it. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eventually } from '#testing';
import { createBotThatKnows, Installation, type RegisteredTeam, registerTeam, WireClient } from '#testing/parley';

/** With the port of the one who listens. */
const hostile = (port: number): string[] => [
  `http://127.0.0.1:${port}/`,
  `http://localhost:${port}/`,
  `http://localhost.:${port}/`,
  `http://sub.localhost:${port}/`,
  `http://127.1:${port}/`,
  `http://2130706433:${port}/`,
  `http://0x7f.0.0.1:${port}/`,
  `http://0x7f000001:${port}/`,
  `http://0177.0.0.1:${port}/`,
  `http://127.0.0.1.:${port}/`,
  `http://①②⑦.0.0.1:${port}/`,
  `http://0.0.0.0:${port}/`,
  `http://[::1]:${port}/`,
  `http://[::]:${port}/`,
  `http://[::ffff:127.0.0.1]:${port}/`,
  `http://[::ffff:7f00:1]:${port}/`,
  `http://[::127.0.0.1]:${port}/`,
  `http://[64:ff9b::7f00:1]:${port}/`,
  `http://[2002:7f00:1::]:${port}/`,
  `http://user:pass@127.0.0.1:${port}/`,
  `http://example.com@127.0.0.1:${port}/`,
  `http://example.com:pass@[::1]:${port}/`,
  'http://169.254.169.254/latest/meta-data/',
  'http://[fd00:ec2::254]/latest/meta-data/',
  'http://100.100.100.200/latest/meta-data/',
  'http://10.0.0.1/',
  'http://192.168.0.1/',
  `file:///etc/passwd`,
  `ftp://127.0.0.1:${port}/`,
  `gopher://127.0.0.1:${port}/_GET%20/`,
  `data:text/html,hello`,
  `unix:/var/run/docker.sock`,
  `//127.0.0.1:${port}/`,
  `http:\\\\127.0.0.1:${port}\\`,
];

const ABOUT_THE_ADDRESS = /address|\burl\b|Url must|entryPoint/i;

describe('an address that leads inside', () => {
  let inside: Server;
  let knocks: number;
  let port: number;
  let parley: Installation;
  let team: RegisteredTeam;
  let botId: string;

  beforeAll(async () => {
    inside = createServer((_request, response) => response.end('inside'));
    inside.on('connection', () => {
      knocks++;
    });
    await new Promise<void>((resolve) => inside.listen(0, resolve));
    port = (inside.address() as AddressInfo).port;
    parley = await Installation.start({ WEBHOOK_RETRY_SCHEDULE: '0s', ALLOW_PRIVATE_ADDRESSES: 'false' });
    team = await registerTeam(new WireClient(parley.baseUrl));
    ({ botId } = await createBotThatKnows(team.asKey, [{ title: 'Lamps', content: 'Lamps cost 3 euros.' }]));
  });
  beforeEach(() => {
    knocks = 0;
  });
  afterAll(async () => {
    await parley?.remove();
    inside?.closeAllConnections();
    inside?.close();
  });

  const bot = (rest: string) => `/api/v1/chatbots/${botId}${rest}`;
  const model = { kind: 'llm', provider: 'openai-compatible', model: 'm', apiKey: 'k' };
  const loop = { systemPrompt: 'You report.', userMessage: 'Report.' };

  /** What takes an address, and how it is made to use one that it has taken. */
  const FEATURES: ReadonlyArray<[string, (url: string, at: number) => Promise<{ status: number; body: unknown }>]> = [
    ['webhooks', (url) => team.asKey.post('/api/v1/webhooks', { url, events: ['chatbot.created'] })],
    ['webhooks of the manager', (url) => team.asKey.post('/v1/webhooks', { url, events: ['integration.failed'] })],
    ['integrations', (url, at) => team.asKey.post(bot('/integrations'), { name: `I ${at}`, webhookUrl: url })],
    ['web sources', (url) => team.asKey.post(bot('/web-sources'), { url })],
    ['models', (url, at) => team.asKey.post('/api/v1/models', { ...model, name: `M ${at}`, baseUrl: url })],
    [
      'embedding models',
      (url, at) => team.asKey.post('/api/v1/models', { ...model, kind: 'embedding', name: `E ${at}`, baseUrl: url }),
    ],
    [
      'rerank models',
      (url, at) =>
        team.asKey.post('/api/v1/models', {
          ...model,
          kind: 'rerank',
          provider: 'cohere',
          name: `R ${at}`,
          baseUrl: url,
        }),
    ],
    [
      'plugins over HTTP',
      (url, at) =>
        team.asKey.post('/api/v1/plugins', {
          ...{ name: `plugin-${at}`, version: '1.0.0', kind: 'http', entryPoint: url },
          hooks: [{ name: 'pre-process' }],
        }),
    ],
    [
      'tool servers',
      (url, at) =>
        team.asKey.post('/api/v1/plugins', { name: `tools-${at}`, version: '1.0.0', kind: 'mcp', entryPoint: url }),
    ],
    [
      'tool servers of agent loops',
      (url, at) =>
        team.asKey.post('/api/v1/agent-loops', {
          ...loop,
          name: `L ${at}`,
          mcpServers: [{ type: 'http', name: 's', url }],
        }),
    ],
    [
      'callbacks of agent loops',
      (url, at) => team.asKey.post('/api/v1/agent-loops', { ...loop, name: `C ${at}`, callbackUrl: url }),
    ],
    [
      'platforms of channels',
      (url) => {
        const config = { bot_token: '1:a', base_url: url };
        return team.asKey.post(bot('/channels'), { type: 'telegram', name: 'T', config });
      },
    ],
    [
      'callbacks of channels',
      (url) => team.asKey.post(bot('/channels'), { type: 'webhook', name: 'W', config: { callback_url: url } }),
    ],
    [
      'images in chats',
      async (url) => {
        const content = [{ type: 'image_url', image_url: { url } }];
        const { body } = await team.asKey.get('/openai/v1/models');
        const asked = { model: body.data.at(-1).id, messages: [{ role: 'user', content }] };
        return team.asKey.post('/openai/v1/chat/completions', asked);
      },
    ],
  ];

  test.each(FEATURES)('is refused by %s, in every spelling', async (_feature, give) => {
    for (const [at, url] of hostile(port).entries()) {
      const { status, body } = await give(url, at);
      const told = JSON.stringify(body);
      // For its address, and not for something else that is wrong with the request.
      expect([url, status >= 400 && status < 500, told]).toEqual([url, true, expect.stringMatching(ABOUT_THE_ADDRESS)]);
    }
    expect(knocks).toBe(0);
  });

  test('is heard by nobody after all that', async () => {
    await eventually(async () => (await team.asKey.post(bot('/conversation'), { message: 'Lamps?' })).status === 200);
    expect(knocks).toBe(0);
  });
});
