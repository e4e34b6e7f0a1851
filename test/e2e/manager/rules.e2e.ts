/** What holds for every path of the manager dialect: who may call, what is refused and in which words, how often. */
import { must, type RegisteredTeam, registerTeam, sharedInstallation, WireClient } from '#testing/parley';
import { failure, ManagerClient, NOT_FOUND, told } from './manager-client';

const PATHS: ReadonlyArray<[string, string]> = [
  ['GET', '/v1/bots'],
  ['POST', '/v1/bots'],
  ['GET', '/v1/bots/bot_1'],
  ['PATCH', '/v1/bots/bot_1'],
  ['DELETE', '/v1/bots/bot_1'],
  ['GET', '/v1/bots/bot_1/integrations'],
  ['POST', '/v1/bots/bot_1/integrations'],
  ['GET', '/v1/bots/bot_1/integrations/report'],
  ['GET', '/v1/integrations/int_1'],
  ['PATCH', '/v1/integrations/int_1'],
  ['DELETE', '/v1/integrations/int_1'],
  ['GET', '/v1/integrations/int_1/health'],
  ['GET', '/v1/bots/bot_1/channels'],
  ['POST', '/v1/bots/bot_1/channels'],
  ['GET', '/v1/channels/ch_1'],
  ['PATCH', '/v1/channels/ch_1'],
  ['DELETE', '/v1/channels/ch_1'],
  ['POST', '/v1/channels/ch_1/reconnect'],
  ['GET', '/v1/bots/bot_1/conversations'],
  ['GET', '/v1/conversations/conv_1'],
  ['GET', '/v1/conversations/conv_1/messages'],
  ['DELETE', '/v1/conversations/conv_1'],
  ['GET', '/v1/agent-loops'],
  ['POST', '/v1/agent-loops'],
  ['GET', '/v1/agent-loops/loop_1'],
  ['PATCH', '/v1/agent-loops/loop_1'],
  ['DELETE', '/v1/agent-loops/loop_1'],
  ['POST', '/v1/agent-loops/loop_1/run'],
  ['GET', '/v1/agent-loops/loop_1/executions'],
  ['GET', '/v1/agent-loops/loop_1/executions/exec_1'],
  ['POST', '/v1/agent-loops/loop_1/executions/exec_1/cancel'],
  ['GET', '/v1/agent-loops/loop_1/executions/exec_1/events'],
  ['POST', '/v1/webhooks'],
  ['GET', '/v1/webhooks'],
  ['DELETE', '/v1/webhooks/wh_1'],
];

const bodyOf = (method: string) => (method === 'GET' || method === 'DELETE' ? undefined : {});

describe('every path', () => {
  let wire: WireClient;
  let team: RegisteredTeam;
  let narrow: WireClient;

  beforeAll(async () => {
    wire = new WireClient((await sharedInstallation()).baseUrl);
    team = await registerTeam(wire);
    const scopes = { name: 'narrow', scopes: ['training:read'] };
    const { apiKey } = must(await team.asUser.post('/api/v1/auth/api-key', scopes), 201).body.data;
    narrow = wire.withKey(apiKey);
  });

  test.each(PATHS)('%s %s is closed to strangers and to keys that do not hold its scope', async (method, path) => {
    const body = bodyOf(method);
    expect(told(await wire.send(method, path, body))).toEqual([401, failure('unauthorized')]);
    const wrong = wire.withToken('sk_live_0123456789012345678901234567890123456789012');
    expect(told(await wrong.send(method, path, body))).toEqual([401, failure('unauthorized')]);
    expect(told(await narrow.send(method, path, body))).toEqual([403, failure('forbidden')]);
  });

  test('takes the key as bearer or in a header of its own, and the token of a login', async () => {
    for (const caller of [team.asKey, wire.withToken(team.apiKey), team.asUser]) {
      must(await caller.get('/v1/bots'), 200);
    }
  });

  test('knows nothing of what another team has', async () => {
    const client = new ManagerClient(team.asKey);
    const bot = await client.bot();
    const [echo] = await client.get(`/v1/bots/${bot.id}/integrations`);
    const channel = await client.webhookChannel(bot.id);
    const { conversation_id: conversation } = await channel.say('Hello');
    const texts = { name: 'L', system_prompt: 'S', user_message: 'U' };
    const loop = await client.post('/v1/agent-loops', texts);
    const execution = await client.post(`/v1/agent-loops/${loop.id}/run`);
    const events = ['bot.message_received'];
    const webhook = await client.post('/v1/webhooks', { url: 'https://example.com/hook', events });
    const ids: Record<string, string> = {
      bot_1: bot.id,
      int_1: echo.id,
      ch_1: channel.id,
      conv_1: conversation,
      loop_1: loop.id,
      exec_1: execution.id,
      wh_1: webhook.id,
    };
    const stranger = (await registerTeam(wire, 'stranger')).asKey;
    const create: Record<string, object> = {
      'POST /v1/bots/bot_1/integrations': { name: 'A', webhook_url: 'https://backend.example.com/chat' },
      'POST /v1/bots/bot_1/channels': { type: 'webhook' },
    };
    for (const [method, template] of PATHS.filter(([, path]) => path.includes('_1'))) {
      const path = template.replace(/[a-z]+_1/g, (name) => ids[name] ?? name);
      const body = create[`${method} ${template}`] ?? bodyOf(method);
      expect([method, path, ...told(await stranger.send(method, path, body))]).toEqual([method, path, ...NOT_FOUND]);
    }
    for (const list of ['/v1/bots', '/v1/agent-loops', '/v1/webhooks']) {
      expect((await stranger.get(list)).body.data).toEqual([]);
    }
    expect(await client.get(`/v1/bots/${bot.id}`)).toEqual(bot);
  });

  test('finds nothing under ids that cannot be ones, or are of another kind', async () => {
    const { id } = await new ManagerClient(team.asKey).bot();
    for (const path of [
      '/v1/bots/7',
      `/v1/bots/${id.replace('bot_', 'ch_')}`,
      `/v1/channels/${id}`,
      '/v1/bots/bot_%zz',
    ]) {
      expect(told(await team.asKey.get(path))).toEqual(NOT_FOUND);
    }
  });

  test('speaks this dialect where there is nothing', async () => {
    for (const [method, path] of [
      ['GET', '/v1'],
      ['GET', '/v1/nowhere'],
      ['PUT', '/v1/bots'],
      ['POST', '/v1/bots/bot_1'],
      ['GET', '/v1/conversations'],
      ['PUT', '/v1/agent-loops/loop_1'],
      ['DELETE', '/v1/channels/ch_1/webhook'],
    ] as const) {
      expect(told(await team.asKey.send(method, path, bodyOf(method)))).toEqual(NOT_FOUND);
    }
    expect((await team.asKey.post('/v1/conversations', {})).body.error).toHaveProperty('request_id');
  });

  test('refuses bodies that cannot be read, in the words of the dialect', async () => {
    expect(told(await team.asKey.send('POST', '/v1/bots', '{"name":'))).toEqual([400, failure('bad_request')]);
    const xml = team.asKey.with({ 'content-type': 'application/xml' });
    expect(told(await xml.send('POST', '/v1/bots', '<name/>'))).toEqual([400, failure('bad_request')]);
    const form = new FormData();
    form.append('name', 'Hi');
    expect(told(await team.asKey.send('POST', '/v1/bots', form))).toEqual([400, failure('bad_request')]);
    expect(told(await team.asKey.send('POST', '/v1/bots', '[]'))).toEqual([422, failure('validation_error')]);
  });

  test('tells the limit of the key and the id of the request, also when it refuses', async () => {
    for (const answer of [
      await team.asKey.get('/v1/bots'),
      await team.asKey.get('/v1/nowhere'),
      await team.asKey.send('POST', '/v1/bots', '{'),
      await team.asKey.post('/v1/bots', {}),
      await wire.get('/v1/bots'),
      await wire.post('/v1/channels/ch_1/webhook', {}),
    ]) {
      for (const name of ['x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset']) {
        expect(answer.headers.get(name)).toMatch(/^\d+$/);
      }
      // Sixty, times what tests are allowed more.
      expect(answer.headers.get('x-ratelimit-limit')).toBe('60000');
      expect(answer.headers.get('x-request-id')).toMatch(/^req_/);
      expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    }
  });
});
