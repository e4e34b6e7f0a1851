/** A bot in messengers: it says what it hears, its conversations are listed, its channels come and go. */
import { eventually } from '#testing';
import { must, registerTeam, sharedInstallation, WireClient } from '#testing/parley';
import { WebhookSink } from '#testing/webhooks';
import { CONVERSATION, failure, id, ManagerClient, NOT_FOUND, page, TIME, told } from './manager-client';

/** The example of the API. */
const UPDATE = {
  update_id: 1,
  message: {
    message_id: 7,
    from: { id: 42, first_name: 'John', username: 'johndoe' },
    chat: { id: 4242, type: 'private' },
    date: 1_700_000_000,
    text: 'Hello',
  },
};

describe('a bot in messengers', () => {
  let wire: WireClient;
  let client: ManagerClient;
  let sink: WebhookSink;

  beforeAll(async () => {
    sink = await WebhookSink.start();
    wire = new WireClient((await sharedInstallation()).baseUrl);
    client = new ManagerClient((await registerTeam(wire)).asKey);
  });
  afterAll(() => sink?.stop());

  const conversationsOf = async (botId: string, query = '') =>
    must(await client.wire.get(`/v1/bots/${botId}/conversations${query}`), 200).body;

  test('says what it hears through a webhook channel, and keeps both', async () => {
    const bot = await client.bot();
    const channel = await client.webhookChannel(bot.id);
    const said = await channel.say('Hello');
    expect(said).toMatchObject({ conversation_id: id('conv'), reply: 'Hello' });
    const [echo] = await client.get(`/v1/bots/${bot.id}/integrations`);
    const messages = await client.wire.get(`/v1/conversations/${said.conversation_id}/messages`);
    const shown = { id: id('msg'), type: 'regular', content: 'Hello', created_at: TIME };
    expect(messages.body).toEqual(
      page([
        { ...shown, role: 'user', integration_id: null },
        { ...shown, role: 'assistant', integration_id: echo.id },
      ]),
    );
    expect(await client.get(`/v1/channels/${channel.id}`)).toMatchObject({
      status: 'connected',
      connected_at: TIME,
      last_inbound_at: TIME,
    });
    const again = await channel.say('And again');
    expect(again.conversation_id).toBe(said.conversation_id);
    const [last, ...none] = await client.get(`/v1/conversations/${said.conversation_id}/messages?page=2&per_page=3`);
    expect([last.content, none]).toEqual(['And again', []]);
  });

  test('says what it hears on Telegram, once for each update', async () => {
    const bot = await client.bot();
    const config = { bot_token: '123456:TEST-token' };
    const channel = await client.post(`/v1/bots/${bot.id}/channels`, { type: 'telegram', config });
    const path = `/v1/channels/${channel.id}/webhook`;
    const telegram = wire.with({ 'x-telegram-bot-api-secret-token': channel.webhook_secret });
    for (let times = 0; times < 2; times++) {
      expect(told(await telegram.post(path, UPDATE))).toEqual([200, { ok: true }]);
    }
    const { data } = await eventually(async () => {
      const list = await conversationsOf(bot.id);
      if (list.data[0]?.message_count !== 2) throw new Error(JSON.stringify(list));
      return list;
    });
    const user = { id: '42', username: 'johndoe', name: 'John' };
    const place = { bot_id: bot.id, channel_id: channel.id, platform: 'telegram', chat_id: '4242' };
    expect(data).toEqual([{ ...CONVERSATION, ...place, user, message_count: 2 }]);
    expect(told(await client.wire.get(`/v1/conversations/${data[0].id}`))).toEqual([200, { data: data[0] }]);
    const said = await client.messages(data[0].id, 2);
    expect(said.map(({ role, content }) => [role, content])).toEqual([
      ['user', 'Hello'],
      ['assistant', 'Hello'],
    ]);
  });

  test('hears nobody who cannot prove to be the messenger', async () => {
    const bot = await client.bot();
    const config = { bot_token: '123456:TEST-token' };
    const telegram = await client.post(`/v1/bots/${bot.id}/channels`, { type: 'telegram', config });
    const slack = await client.post(`/v1/bots/${bot.id}/channels`, {
      type: 'slack',
      config: { bot_token: 'xoxb-1', signing_secret: 'a signing secret' },
    });
    const generic = await client.webhookChannel(bot.id);
    const forged = wire.with({ 'x-telegram-bot-api-secret-token': 'guessed', 'x-slack-signature': 'v0=00' });
    const form = forged.with({ 'content-type': 'application/x-www-form-urlencoded' });
    expect(told(await forged.post(`/v1/channels/${telegram.id}/webhook`, UPDATE))).toEqual([
      401,
      failure('unauthorized'),
    ]);
    const interaction = await form.send('POST', `/v1/channels/${slack.id}/webhook`, 'payload=%7B%7D');
    expect(told(interaction)).toEqual([401, failure('unauthorized')]);
    expect(told(await generic.send({ user: { id: 'u1' }, text: 'Hi' }, 'another secret'))).toEqual([
      401,
      failure('unauthorized'),
    ]);
    expect(told(await wire.post(`/v1/channels/ch_${'0'.repeat(32)}/webhook`, UPDATE))).toEqual(NOT_FOUND);
    expect((await generic.send({ user: {}, text: '' })).status).toBe(422);
    const tooMuch = await forged.send('POST', `/v1/channels/${telegram.id}/webhook`, 'x'.repeat(1_100_000));
    expect(told(tooMuch)).toEqual([413, failure('payload_too_large')]);
    expect((await conversationsOf(bot.id)).data).toEqual([]);
  });

  test('has conversations that are listed as they were asked for, the latest first', async () => {
    const bot = await client.bot();
    const [first, second] = [await client.webhookChannel(bot.id), await client.webhookChannel(bot.id)];
    const ann = (await first.say('One', 'a', { id: 'ann' })).conversation_id;
    const ben = (await second.say('Two', 'b', { id: 'ben', name: 'Ben' })).conversation_id;
    const cleo = (await first.say('Three', 'c', { id: 'cleo' })).conversation_id;
    await first.say('Four', 'a', { id: 'ann' });
    const listed = async (query: string) =>
      (await conversationsOf(bot.id, query)).data.map(({ id }: { id: string }) => id);
    expect(await listed('')).toEqual([ann, cleo, ben]);
    expect(await listed('?page=2&per_page=2')).toEqual([ben]);
    expect(await listed(`?channel_id=${first.id}`)).toEqual([ann, cleo]);
    expect(await listed('?channel_id=ch_1')).toEqual([]);
    expect(await listed('?user_id=ben')).toEqual([ben]);
    expect(await listed('?platform=webhook&status=active')).toEqual([ann, cleo, ben]);
    expect(await listed('?platform=telegram')).toEqual([]);
    expect(await listed('?status=ended')).toEqual([]);
    expect(await listed('?from=2020-01-01&to=2020-12-31')).toEqual([]);
    expect(await listed('?from=2020-01-01')).toHaveLength(3);
    const wrong = await client.wire.get(`/v1/bots/${bot.id}/conversations?status=lost&from=soon&page=0`);
    expect(told(wrong)).toEqual([422, failure('validation_error', ['status', 'from', 'page'])]);

    expect(told(await client.wire.delete(`/v1/conversations/${ben}`))).toEqual([
      200,
      { data: { id: ben, deleted: true } },
    ]);
    expect(told(await client.wire.get(`/v1/conversations/${ben}`))).toEqual(NOT_FOUND);
    expect(told(await client.wire.get(`/v1/conversations/${ben}/messages`))).toEqual(NOT_FOUND);
    expect(await listed('')).toEqual([ann, cleo]);
  });

  test('has the conversations of other dialects, too', async () => {
    const question = { message: 'Hello?', user_id: 'u7' };
    for (const path of ['/api/v1/conversations', '/v1/conversations']) {
      const { conversation_id } = must(await client.wire.post(path, question), 200).body;
      const conversation = await client.get(`/v1/conversations/${conversation_id}`);
      const user = { id: 'u7', username: null, name: null };
      expect(conversation).toMatchObject({ channel_id: null, platform: 'api', chat_id: null, user });
      expect((await conversationsOf(conversation.bot_id)).data[0]).toEqual(conversation);
      const [said] = await client.messages(conversation_id, 2);
      expect(said).toMatchObject({ role: 'user', content: 'Hello?', type: 'regular', integration_id: null });
    }
  });

  test('tells what it hears, and when a channel is disconnected, to who listens', async () => {
    const path = '/manager-events';
    const events = ['bot.message_received', 'channel.disconnected'];
    await client.post('/v1/webhooks', { url: sink.url(path), events });
    const bot = await client.bot();
    const channel = await client.webhookChannel(bot.id);
    const { conversation_id } = await channel.say('Is anybody there?');
    const heard = await sink.untilEvent(path, ({ data }) => data.content === 'Is anybody there?');
    expect(heard).toEqual({
      id: expect.any(String),
      event: 'bot.message_received',
      timestamp: TIME,
      data: {
        bot_id: bot.id,
        channel_id: channel.id,
        conversation_id,
        message_id: id('msg'),
        user: { id: 'u1', username: 'ann', name: 'Ann' },
        content: 'Is anybody there?',
      },
    });
    const off = await client.patch(`/v1/channels/${channel.id}`, { status: 'disconnected' });
    expect(off).toMatchObject({ status: 'disconnected', status_reason: 'manual' });
    const gone = await sink.untilEvent(path, ({ event }) => event === 'channel.disconnected');
    const reason = { channel_id: channel.id, bot_id: bot.id, type: 'webhook', reason: 'manual' };
    expect(gone.data).toEqual(reason);
    must(await channel.send({ user: { id: 'u1' }, chat_id: 'chat-1', text: 'Still there?' }), 200);
    expect((await conversationsOf(bot.id)).data).toMatchObject([{ message_count: 2 }]);
    await client.patch(`/v1/channels/${channel.id}`, { status: 'connected' });
    expect((await channel.say('And now?')).reply).toBe('And now?');
  });

  test('is silent while it is disabled', async () => {
    const bot = await client.bot({ status: 'disabled' });
    const channel = await client.webhookChannel(bot.id);
    expect(await channel.say('Hello')).toMatchObject({ reply: null });
    await client.patch(`/v1/bots/${bot.id}`, { status: 'active' });
    expect(await channel.say('Hello?')).toMatchObject({ reply: 'Hello?' });
  });

  test('takes all that belongs to it along when it is deleted', async () => {
    const bot = await client.bot();
    const [echo] = await client.get(`/v1/bots/${bot.id}/integrations`);
    const channel = await client.webhookChannel(bot.id);
    const { conversation_id } = await channel.say('Hello');
    await client.delete(`/v1/bots/${bot.id}`);
    for (const path of [
      `/v1/bots/${bot.id}`,
      `/v1/bots/${bot.id}/integrations`,
      `/v1/bots/${bot.id}/channels`,
      `/v1/bots/${bot.id}/conversations`,
      `/v1/integrations/${echo.id}`,
      `/v1/channels/${channel.id}`,
      `/v1/conversations/${conversation_id}`,
      `/v1/conversations/${conversation_id}/messages`,
    ]) {
      expect([path, ...told(await client.wire.get(path))]).toEqual([path, ...NOT_FOUND]);
    }
    expect(told(await channel.send({ user: { id: 'u1' }, text: 'Hello?' }))).toEqual(NOT_FOUND);
  });
});
