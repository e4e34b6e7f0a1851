/** Bots, their integrations and channels: the examples of the API and what they are answered. */
import { must, type RegisteredTeam, registerTeam, sharedInstallation, WireClient } from '#testing/parley';
import { BOT, CHANNEL, failure, INTEGRATION, id, ManagerClient, NOT_FOUND, page, told, uuidOf } from './manager-client';

let wire: WireClient;
let team: RegisteredTeam;
let client: ManagerClient;

beforeAll(async () => {
  wire = new WireClient((await sharedInstallation()).baseUrl);
  team = await registerTeam(wire);
  client = new ManagerClient(team.asKey);
});

const patch = (path: string, body: unknown) => team.asKey.send('PATCH', path, body);

describe('bots', () => {
  const EXAMPLE = { name: 'Sales Bot', description: 'Handles sales inquiries' };

  test('are made, shown, changed and deleted', async () => {
    const created = await team.asKey.post('/v1/bots', EXAMPLE);
    expect(told(created)).toEqual([201, { data: { ...BOT, ...EXAMPLE } }]);
    const path = `/v1/bots/${created.body.data.id}`;
    expect(told(await team.asKey.get(path))).toEqual([200, created.body]);
    const description = 'Handles sales and pricing inquiries';
    const changed = { ...created.body.data, description, updated_at: expect.any(String) };
    expect(told(await patch(path, { description }))).toEqual([200, { data: changed }]);
    expect(told(await team.asKey.delete(path))).toEqual([200, { data: { id: created.body.data.id, deleted: true } }]);
    expect(told(await team.asKey.get(path))).toEqual(NOT_FOUND);
    expect(told(await team.asKey.delete(path))).toEqual(NOT_FOUND);
  });

  test('are listed by page, name and status, whichever dialect made them', async () => {
    const own = await registerTeam(wire);
    const { data: elsewhere } = must(await own.asKey.post('/api/v1/chatbots', { name: 'Helper' }), 201).body;
    const here = new ManagerClient(own.asKey);
    const first = await here.bot({ name: 'First', status: 'disabled' });
    const second = await here.bot({ name: 'Second' });
    const list = (query: string) => own.asKey.get(`/v1/bots${query}`);
    const all = must(await list(''), 200).body;
    const { message_history: _, ...helper } = { ...BOT, id: `bot_${elsewhere.id.replaceAll('-', '')}`, name: 'Helper' };
    expect(all).toEqual(page([second, first, helper]));
    expect((await list('?page=2&per_page=2')).body).toEqual(page([helper], { page: 2, per_page: 2, total: 3 }));
    expect((await list('?per_page=1000')).body.meta.per_page).toBe(100);
    expect((await list('?search=sec')).body).toEqual(page([second]));
    expect((await list('?status=disabled')).body).toEqual(page([first]));
    expect((await list('?status=active&search=help')).body).toEqual(page([helper]));
    expect(told(await list('?page=0'))).toEqual([422, failure('validation_error', ['page'])]);
    expect(told(await list('?page=x&status=y'))).toEqual([422, failure('validation_error', ['status', 'page'])]);
    expect((await own.asKey.get(`/api/v1/chatbots/${uuidOf(second.id)}`)).body.data).toMatchObject({ name: 'Second' });
  });

  test('behave as they were told, and each change of it changes nothing else', async () => {
    const behaviors = { should_respond: 'always', response_delay_ms: { min: 5, max: 9 }, conversation_scope: 'thread' };
    const bot = await client.bot({ behaviors, message_history: 30, unknown: true });
    expect(bot).toEqual({ ...BOT, message_history: 30, behaviors: { ...BOT.behaviors, ...behaviors } });
    const changed = await client.patch(`/v1/bots/${bot.id}`, {
      behaviors: { typing_indicator: false, conversation_scope: null },
    });
    expect(changed).toMatchObject({
      message_history: 30,
      behaviors: { ...bot.behaviors, typing_indicator: false, conversation_scope: null },
    });
  });

  test('with everything wrong name all of it, and are not made', async () => {
    const behaviors = { should_respond: 'never', response_delay_ms: { min: -1, max: 60_001 } };
    const wrong = { name: '', description: 7, message_history: 101, status: 'asleep', behaviors };
    const answer = await team.asKey.post('/v1/bots', wrong);
    expect(answer.status).toBe(422);
    const named = answer.body.error.details.fields.map(({ field }: { field: string }) => field);
    expect(named.sort()).toEqual([
      'behaviors.response_delay_ms.max',
      'behaviors.response_delay_ms.min',
      'behaviors.should_respond',
      'description',
      'message_history',
      'name',
      'status',
    ]);
    const bot = await client.bot();
    const path = `/v1/bots/${bot.id}`;
    expect((await patch(path, { behaviors: { response_delay_ms: { min: 2, max: 1 } } })).status).toBe(422);
    expect(told(await patch(path, { name: null }))).toEqual([422, failure('validation_error', ['name'])]);
    expect(await client.get(path)).toEqual(bot);
  });
});

describe('integrations', () => {
  const EXAMPLE = {
    name: 'OpenAI GPT-4',
    webhook_url: 'https://backend.example.com/chat',
    headers: { Authorization: 'Bearer sk-test' },
    timeout: 30,
    weight: 1,
    fallback: false,
  };

  test('begin with an echo, which the first one takes over from', async () => {
    const bot = await client.bot();
    const path = `/v1/bots/${bot.id}/integrations`;
    const [echo, ...others] = await client.get(path);
    expect(others).toEqual([]);
    expect(echo).toEqual({ ...INTEGRATION, bot_id: bot.id, type: 'echo', webhook_url: null });

    const created = await team.asKey.post(path, EXAMPLE);
    const { data } = created.body;
    expect([created.status, data]).toEqual([
      201,
      { ...INTEGRATION, ...EXAMPLE, bot_id: bot.id, headers: { Authorization: expect.any(String) } },
    ]);
    expect(JSON.stringify(data)).not.toContain('sk-test');
    expect(told(await team.asKey.get(`/v1/integrations/${data.id}`))).toEqual([200, { data }]);
    expect((await team.asKey.get(path)).body).toEqual(
      page([{ ...echo, weight: 0, updated_at: expect.any(String) }, data]),
    );

    const changed = await patch(`/v1/integrations/${data.id}`, { timeout: 60, weight: 3 });
    expect(told(changed)).toEqual([
      200,
      { data: { ...data, timeout: 60, weight: 3, secrets_dropped: false, updated_at: expect.any(String) } },
    ]);
    const deleted = await team.asKey.delete(`/v1/integrations/${data.id}`);
    expect(told(deleted)).toEqual([200, { data: { id: data.id, deleted: true } }]);
    expect(told(await team.asKey.get(`/v1/integrations/${data.id}`))).toEqual(NOT_FOUND);
  });

  test('with everything wrong name all of it', async () => {
    const bot = await client.bot();
    const path = `/v1/bots/${bot.id}/integrations`;
    const wrong = { headers: { a: 1 }, timeout: 301, weight: -1, fallback: 'no', enabled: 1 };
    const fields = ['name', 'webhook_url', 'headers', 'timeout', 'weight', 'fallback', 'enabled'];
    expect(told(await team.asKey.post(path, wrong))).toEqual([422, failure('validation_error', fields)]);
    const ftp = { name: 'A', webhook_url: 'ftp://backend.example.com' };
    expect(told(await team.asKey.post(path, ftp))).toEqual([422, failure('validation_error', ['webhook_url'])]);
    expect((await client.get(path)).length).toBe(1);
  });

  test('tell their health, and what each has done for the bot', async () => {
    const bot = await client.bot();
    const made = await client.integration(bot.id, EXAMPLE);
    expect(await client.get(`/v1/integrations/${made.id}/health`)).toEqual({
      integration_id: made.id,
      state: 'untried',
      circuit: 'closed',
      paused_until: null,
      calls: 0,
      failures: 0,
      last_called_at: null,
      last_latency_ms: null,
      last_error: null,
    });
    const report = await client.get(`/v1/bots/${bot.id}/integrations/report`);
    expect(report).toMatchObject({ bot_id: bot.id, verdict: { verdict: 'insufficient_data' }, comparisons: [] });
    expect(report.integrations.map((one: { integration_id: string }) => one.integration_id)).toContain(made.id);
    const wrong = await team.asKey.get(`/v1/bots/${bot.id}/integrations/report?from=yesterday`);
    expect(told(wrong)).toEqual([422, failure('validation_error', ['from'])]);
  });
});

describe('channels', () => {
  const EXAMPLE = { type: 'telegram', name: 'Main Telegram', config: { bot_token: '123456:TEST-token' } };

  test('are made, shown, changed and deleted, and never tell their credentials', async () => {
    const bot = await client.bot();
    const path = `/v1/bots/${bot.id}/channels`;
    const created = await team.asKey.post(path, EXAMPLE);
    const { webhook_secret: secret, ...channel } = created.body.data;
    expect([created.status, channel]).toEqual([
      201,
      { ...CHANNEL, bot_id: bot.id, type: 'telegram', name: 'Main Telegram', credentials: ['bot_token'] },
    ]);
    expect(secret).toMatch(/\S{16}/);
    const one = `/v1/channels/${channel.id}`;
    expect(channel.webhook_url).toBe(`${wire.baseUrl}${one}/webhook`);
    expect(told(await team.asKey.get(one))).toEqual([200, { data: channel }]);
    expect((await team.asKey.get(path)).body).toEqual(page([channel]));
    const renamed = { ...channel, name: 'Telegram EU', updated_at: expect.any(String) };
    expect(told(await patch(one, { name: 'Telegram EU' }))).toEqual([200, { data: renamed }]);
    const off = await client.patch(one, { status: 'disconnected' });
    expect(off).toMatchObject({ status: 'disconnected', status_reason: 'manual' });
    expect(await client.post(`${one}/reconnect`, {}, 200)).toMatchObject({ status_reason: null });
    expect(told(await team.asKey.delete(one))).toEqual([200, { data: { id: channel.id, deleted: true } }]);
    expect(told(await team.asKey.get(one))).toEqual(NOT_FOUND);
  });

  test.each([
    ['telegram', {}, ['config.bot_token']],
    ['slack', { bot_token: 'xoxb-1' }, ['config.signing_secret']],
    ['discord', {}, ['config.bot_token', 'config.public_key']],
  ])('of the type %s need their credentials', async (type, config, fields) => {
    const bot = await client.bot();
    const answer = await team.asKey.post(`/v1/bots/${bot.id}/channels`, { type, config });
    expect(told(answer)).toEqual([422, failure('validation_error', fields)]);
    expect(await client.get(`/v1/bots/${bot.id}/channels`)).toEqual([]);
  });

  test('need a type, and a status that can be wished for', async () => {
    const bot = await client.bot();
    for (const type of [undefined, 'fax']) {
      const answer = await team.asKey.post(`/v1/bots/${bot.id}/channels`, { type });
      expect(told(answer)).toEqual([422, failure('validation_error', ['type'])]);
    }
    const { id: channelId } = await client.webhookChannel(bot.id);
    expect(told(await patch(`/v1/channels/${channelId}`, { status: 'pending' }))).toEqual([
      422,
      failure('validation_error', ['status']),
    ]);
  });

  test('of whatsapp are kept, and hear nothing until they have all credentials', async () => {
    const bot = await client.bot();
    const channel = await client.post(`/v1/bots/${bot.id}/channels`, { type: 'whatsapp', name: 'WhatsApp' });
    expect(channel).toMatchObject({ id: id('ch'), status: 'pending', credentials: [] });
    const path = `/v1/channels/${channel.id}/webhook`;
    expect(told(await wire.post(path, { entry: [] }))).toEqual([422, failure('validation_error')]);
    expect((await wire.get(`${path}?hub.mode=subscribe&hub.verify_token=x&hub.challenge=1`)).status).toBe(422);
  });
});
