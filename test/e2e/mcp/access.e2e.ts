/** Who may speak the protocol, by which names, and what goes wrong before a message is read. */
import { request } from 'node:http';
import {
  createBotThatKnows,
  must,
  type RegisteredTeam,
  registerTeam,
  type SharedInstallation,
  sharedInstallation,
  type WireAnswer,
  WireClient,
} from '#testing/parley';
import { BotClient, newName } from '../criabot/criabot-client';
import { connect, GENERATIONS } from './mcp-clients';

const MCP = { accept: 'application/json, text/event-stream' };
const LIST = { jsonrpc: '2.0', id: 1, method: 'tools/list' };
const INVALID_PARAMS = -32_602;

/** An error that came before a message was read. */
const failure = (code: number, reason: string) => ({
  jsonrpc: '2.0',
  id: null,
  error: {
    code,
    message: expect.any(String),
    data: expect.objectContaining({ reason, request_id: expect.any(String) }),
  },
});
const told = ({ status, body }: WireAnswer) => [status, body];

describe('access to the MCP server', () => {
  let parley: SharedInstallation;
  let wire: WireClient;
  let team: RegisteredTeam;
  let botId: string;

  const newTeam = async () => {
    const made = await registerTeam(new WireClient(parley.baseUrl));
    const items = [{ title: 'Hours', content: 'Open from nine to five.' }];
    return { made, botId: (await createBotThatKnows(made.asKey, items)).botId };
  };

  beforeAll(async () => {
    parley = await sharedInstallation();
    wire = new WireClient(parley.baseUrl).with(MCP);
    ({ made: team, botId } = await newTeam());
  });

  describe.each(GENERATIONS)('scopes of a key, by %s', (_name, _revision, connectAs) => {
    beforeAll(async () => {
      ({ made: team, botId } = await newTeam());
    });

    const keyWith = async (...scopes: string[]): Promise<string> =>
      must(await team.asUser.post('/api/v1/auth/api-key', { name: 'narrow', scopes }), 201).body.data.apiKey;
    const seenWith = async (...scopes: string[]) => {
      const client = await connectAs(parley.baseUrl, await keyWith(...scopes));
      const seen = {
        tools: (await client.listTools()).map(({ name }) => name),
        resources: (await client.listResources()).resources.map(({ title }) => title),
        templates: (await client.listTemplates()).map(({ name }) => name),
        prompts: (await client.listPrompts()).length,
      };
      await client.close();
      return seen;
    };

    test('decide what is listed', async () => {
      const nothing = { tools: [], resources: [], templates: [], prompts: 0 };
      expect(await seenWith('training:read')).toEqual(nothing);
      expect(await seenWith('chat:write')).toEqual({ ...nothing, tools: ['ask_bot', 'rate_answer'] });
      expect(await seenWith('chatbots:read')).toEqual({ ...nothing, tools: ['list_bots'] });
      const reading = { tools: ['search_knowledge'], resources: ['Hours'], templates: ['document'] };
      expect(await seenWith('knowledge:read')).toEqual({ ...nothing, ...reading });
      const writing = { tools: ['add_document', 'get_document_status'], templates: ['document'] };
      expect(await seenWith('documents:write')).toEqual({ ...nothing, ...writing });
      expect(await seenWith('conversations:read')).toEqual({ ...nothing, templates: ['conversation'] });
    });

    test('decide what can be called and read', async () => {
      const all = await connectAs(parley.baseUrl, team.apiKey);
      const { output } = await all.call('ask_bot', { bot: botId, message: 'When are you open?' });
      await all.close();
      const client = await connectAs(parley.baseUrl, await keyWith('documents:read'));
      await expect(client.call('ask_bot', { bot: botId, message: 'Hello' })).rejects.toMatchObject({
        code: INVALID_PARAMS,
        message: expect.stringContaining('lacks the scope chat:write'),
      });
      const { conversation_id, sources } = output;
      for (const uri of [sources[0].uri, `parley://conversations/${conversation_id}`])
        await expect(client.read(uri)).rejects.toMatchObject({ code: INVALID_PARAMS });
      await client.close();
    });
  });

  test('people of the team have all of it', async () => {
    const client = await connect(parley.baseUrl, team.tokens.accessToken);
    expect(await client.listTools()).toHaveLength(6);
    await client.close();
  });

  test('a credential is needed, and one that opens a team', async () => {
    const stranger = await wire.post('/mcp', LIST);
    expect(told(stranger)).toEqual([401, failure(-32_000, 'auth.unauthenticated')]);
    expect(stranger.headers.get('www-authenticate')).toBe('Bearer');
    expect(told(await wire.withKey('sk_live_nothing').post('/mcp', LIST))).toEqual([
      401,
      failure(-32_000, 'auth.credential_refused'),
    ]);
    for (const [, , connectAs] of GENERATIONS)
      await expect(connectAs(parley.baseUrl, 'sk_live_nothing')).rejects.toThrow();
    const page = { type: 'public', chatbotId: botId, allowedOrigins: ['https://shop.example'] };
    const publicKey = must(await team.asUser.post('/api/v1/auth/api-key', page), 201).body.data.apiKey;
    expect(told(await wire.withToken(publicKey).post('/mcp', LIST))).toEqual([
      403,
      failure(-32_000, 'auth.public_key'),
    ]);
    const botKey = must(await new BotClient(team.asKey, newName()).create(), 200).body.bot_api_key;
    expect(told(await wire.withKey(botKey).post('/mcp', LIST))).toEqual([403, failure(-32_000, 'auth.bot_key')]);
  });

  test('what cannot be read is told in the words of the protocol', async () => {
    const asKey = wire.withKey(team.apiKey);
    expect(told(await asKey.with({ 'content-type': 'application/json' }).post('/mcp', '{"jsonrpc"'))).toEqual([
      400,
      failure(-32_700, 'http.malformed'),
    ]);
    expect((await asKey.post('/mcp', { hello: 1 })).status).toBe(400);
    expect(told(await asKey.post('/mcp', [LIST, LIST]))).toEqual([400, failure(-32_000, 'mcp.batch_refused')]);
    expect((await asKey.with({ accept: 'text/html' }).post('/mcp', LIST)).status).toBe(406);
    expect(told(await asKey.post('/mcp/elsewhere', LIST))).toEqual([404, failure(-32_000, 'http.not_found')]);
  });

  test('a session is not to be had: streams and their ends are refused by the status that clients know', async () => {
    for (const method of ['GET', 'DELETE']) {
      const headers = { authorization: `Bearer ${team.apiKey}`, accept: 'text/event-stream' };
      const answer = await fetch(new URL('/mcp', parley.baseUrl), { method, headers });
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
      expect(await answer.json()).toMatchObject({ jsonrpc: '2.0', id: null, error: { code: -32_000 } });
    }
  });

  test('every answer has its id and its limit', async () => {
    const { status, headers, body } = await wire.withKey(team.apiKey).post('/mcp', LIST);
    expect(status).toBe(200);
    expect(body).toContain('"list_bots"');
    expect(headers.get('x-request-id')).toMatch(/^req_/);
    expect(Number(headers.get('x-ratelimit-remaining'))).toBeLessThan(Number(headers.get('x-ratelimit-limit')));
  });

  describe('a page whose name was made to lead here', () => {
    const statusFor = (headers: Record<string, string>) =>
      new Promise<[number | undefined, string]>((resolve, reject) => {
        const call = request(new URL('/mcp', parley.baseUrl), {
          method: 'POST',
          headers: { ...MCP, 'content-type': 'application/json', authorization: `Bearer ${team.apiKey}`, ...headers },
        });
        call.once('error', reject).once('response', async (response) => {
          let text = '';
          for await (const part of response.setEncoding('utf8')) text += part;
          resolve([response.statusCode, text]);
        });
        call.end(JSON.stringify(LIST));
      });

    test.each([
      ['by the name of a stranger', { host: 'evil.example' }, 'mcp.host_refused'],
      ['from a page of a stranger', { origin: 'https://evil.example' }, 'mcp.origin_refused'],
      ['from a page without a name', { origin: 'null' }, 'mcp.origin_refused'],
      ['by both', { host: 'evil.example', origin: 'http://evil.example' }, 'mcp.host_refused'],
    ])('is refused: %s', async (_case, headers, reason) => {
      const [status, text] = await statusFor(headers);
      expect([status, JSON.parse(text)]).toEqual([403, failure(-32_000, reason)]);
    });

    test.each([
      [{ host: 'localhost:3000' }],
      [{ host: 'parley:3000' }],
      [{ host: '192.168.1.5' }],
      [{ host: 'localhost', origin: 'http://localhost:6274' }],
    ])('is not what comes by a name of this machine: %j', async (headers) => {
      expect((await statusFor(headers))[0]).toBe(200);
    });
  });
});
