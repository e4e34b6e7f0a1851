/** A few kilobytes that unpack to very much: from callers, as files, and from the servers that a team has Parley ask. */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { createBotThatKnows, Installation, must, type RegisteredTeam, registerTeam, WireClient } from '#testing/parley';

const MB = 1024 * 1024;
/** Of the whole process, beyond what it needs by itself. */
const MAX_GROWTH_BYTES = 300 * MB;
const LAMP = { title: 'Lamps', content: 'The reading lamp costs 39 euros.' };
const QUESTION = 'What does the reading lamp cost?';

/** A thousandth of it on the wire. */
const BOMB = gzipSync(Buffer.alloc(600 * MB, ' '));

describe('something that unpacks to very much', () => {
  let parley: Installation;
  let team: RegisteredTeam;
  let hostile: Server;
  let hostileUrl: string;
  let usualBytes: number;
  let asked: string[];

  beforeAll(async () => {
    hostile = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(BOMB);
    });
    await new Promise<void>((resolve) => hostile.listen(0, '127.0.0.1', resolve));
    hostileUrl = `http://127.0.0.1:${(hostile.address() as AddressInfo).port}`;
    parley = await Installation.start({ ALLOW_PRIVATE_ADDRESSES: 'true' });
    team = await registerTeam(new WireClient(parley.baseUrl));
    usualBytes = residentBytes();
  });
  beforeEach(() => {
    asked = [];
  });
  afterAll(async () => {
    hostile.closeAllConnections();
    hostile.close();
    await parley.remove();
  });

  /** Of the api process, as its operator sees it. */
  function residentBytes(): number {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${parley.pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) * 1024;
  }
  const staysSmall = () => expect(residentBytes() - usualBytes).toBeLessThan(MAX_GROWTH_BYTES);
  const createBot = async () => must(await team.asKey.post('/api/v1/chatbots', { name: 'Helper' }), 201).body.data.id;

  test.each([
    ['/api/v1/chatbots', 'application/json'],
    ['/v1/bots', 'application/json'],
    ['/openai/v1/chat/completions', 'application/json'],
    ['/mcp', 'application/json'],
    ['/bots/chats/start', 'application/json'],
    ['/api/chat', 'application/json'],
  ])('as a body sent to %s is refused and never unpacked', async (path, type) => {
    const answer = await fetch(parley.baseUrl + path, {
      method: 'POST',
      headers: { 'x-api-key': team.apiKey, 'content-type': type, 'content-encoding': 'gzip' },
      body: BOMB,
    });
    expect([answer.status >= 400 && answer.status < 500, await answer.text()]).toEqual([
      true,
      expect.stringContaining('Content-Encoding is not supported'),
    ]);
    staysSmall();
  });

  test.each(['openai-compatible', 'anthropic', 'google', 'ollama'])(
    'as the answer of a model by %s fails that model alone',
    async (provider) => {
      const model = { kind: 'llm', provider, name: `Bomb ${provider}`, model: 'm', baseUrl: hostileUrl, apiKey: 'k' };
      const modelId = must(await team.asKey.post('/api/v1/models', model), 201).body.data.id;
      const { botId } = await createBotThatKnows(team.asKey, [LAMP]);
      must(await team.asKey.put(`/api/v1/chatbots/${botId}`, { configuration: { modelId } }), 200);
      const answer = await team.asKey.post(`/api/v1/chatbots/${botId}/conversation`, { message: QUESTION });
      const { data } = must(answer, 200).body;
      expect(data.text).toContain('39 euros');
      expect(asked.length).toBeGreaterThan(0);
      staysSmall();
    },
  );

  test('as the answer of a service that answers for a bot gives way to the last resort', async () => {
    const botId = await createBot();
    const integration = { name: 'Service', webhookUrl: `${hostileUrl}/answer` };
    must(await team.asKey.post(`/api/v1/chatbots/${botId}/integrations`, integration), 201);
    must(await team.asKey.post(`/api/v1/chatbots/${botId}/conversation`, { message: 'Hello?' }), 200);
    expect(asked.length).toBeGreaterThan(0);
    staysSmall();
  });

  test('as the answer to a webhook is read no further than its log needs', async () => {
    const webhook = { url: `${hostileUrl}/hook`, events: ['chatbot.created'] };
    const { id } = must(await team.asKey.post('/api/v1/webhooks', webhook), 201).body.data;
    must(await team.asKey.post(`/api/v1/webhooks/${id}/test`, {}), 200);
    expect(asked).toEqual(['POST /hook']);
    staysSmall();
  });
});
