/** Who answers for a bot: what a back-end is sent, who takes its place when it fails, and what is told of that. */
import { must, registerTeam, sharedInstallation, WireClient } from '#testing/parley';
import { type ReceivedDelivery, WebhookSink } from '#testing/webhooks';
import { answersWith, id, ManagerClient, TEXT } from './manager-client';

const bodyOf = ({ body }: ReceivedDelivery) => JSON.parse(body);

describe('back-ends', () => {
  let client: ManagerClient;
  let sink: WebhookSink;

  beforeAll(async () => {
    sink = await WebhookSink.start();
    client = new ManagerClient((await registerTeam(new WireClient((await sharedInstallation()).baseUrl))).asKey);
  });
  afterAll(() => sink?.stop());

  test('are sent the conversation with the documented headers, and answer in place of the echo', async () => {
    const path = '/documented';
    const bot = await client.bot({ name: 'Sales Bot' });
    const channel = await client.webhookChannel(bot.id);
    const made = await client.integration(bot.id, {
      webhook_url: answersWith(sink, path, 'We sell boats.'),
      headers: { Authorization: 'Bearer sk-test', 'X-Tenant': 'eu' },
    });
    const said = await channel.say('What do you sell?', 'chat-9', { id: 'u9', name: 'Ann', username: 'ann' });
    expect(said.reply).toBe('We sell boats.');
    await channel.say('And what else?', 'chat-9', { id: 'u9' });

    const [first, second] = sink.at(path);
    expect(bodyOf(first!)).toMatchObject({
      messages: [{ role: 'user', content: 'What do you sell?' }],
      conversation_id: said.conversation_id,
      user: { id: 'u9', platform: 'webhook', name: 'Ann', username: 'ann' },
      bot: { id: bot.id, name: 'Sales Bot' },
      metadata: { channel: 'webhook', channel_id: channel.id, chat_id: 'chat-9' },
    });
    expect(bodyOf(first!).metadata).toHaveProperty('message_id');
    expect(first!.headers).toMatchObject({
      'content-type': 'application/json',
      'user-agent': 'ChatbotPlatform/1.0',
      'x-chatbot-platform-version': TEXT,
      'x-bot-id': bot.id,
      'x-integration-id': made.id,
      authorization: 'Bearer sk-test',
      'x-tenant': 'eu',
    });
    expect(bodyOf(second!).messages).toEqual([
      { role: 'user', content: 'What do you sell?' },
      { role: 'assistant', content: 'We sell boats.' },
      { role: 'user', content: 'And what else?' },
    ]);
    const messages = await client.messages(said.conversation_id, 4);
    expect(messages.map(({ integration_id }) => integration_id)).toEqual([null, made.id, null, made.id]);
    expect(await client.get(`/v1/integrations/${made.id}/health`)).toMatchObject({ integration_id: made.id });
  });

  test('are shown as many messages as the bot says', async () => {
    const path = '/short-memory';
    const bot = await client.bot({ message_history: 2 });
    const channel = await client.webhookChannel(bot.id);
    await client.integration(bot.id, { webhook_url: answersWith(sink, path, 'Yes.') });
    for (const text of ['One', 'Two', 'Three']) await channel.say(text);
    expect(bodyOf(sink.at(path).at(-1)!).messages).toEqual([
      { role: 'assistant', content: 'Yes.' },
      { role: 'user', content: 'Three' },
    ]);
  });

  test('keep the conversations that they have, and get new ones by their weights', async () => {
    const bot = await client.bot();
    const channel = await client.webhookChannel(bot.id);
    const webhook_url = answersWith(sink, '/a', 'A');
    const a = await client.integration(bot.id, { name: 'A', webhook_url });
    expect((await channel.say('Hi', 'first')).reply).toBe('A');
    await client.integration(bot.id, { name: 'B', webhook_url: answersWith(sink, '/b', 'B'), weight: 1_000 });
    expect((await channel.say('Still you?', 'first')).reply).toBe('A');
    const replies: string[] = [];
    for (let chat = 0; chat < 8; chat++) replies.push((await channel.say('Hi', `chat-${chat}`)).reply);
    expect(replies).toContain('B');
    for (const [chat, reply] of replies.entries()) expect((await channel.say('Hi', `chat-${chat}`)).reply).toBe(reply);
    await client.patch(`/v1/integrations/${a.id}`, { weight: 0 });
    expect((await channel.say('And now?', 'first')).reply).toBe('B');
    const report = await client.get(`/v1/bots/${bot.id}/integrations/report`);
    expect(report.integrations.map(({ name }: { name: string }) => name)).toEqual(expect.arrayContaining(['A', 'B']));
  });

  test('that fail are taken the place of by a fallback; when that fails too, the user gets an apology', async () => {
    const events = '/integration-events';
    await client.post('/v1/webhooks', { url: sink.url(events), events: ['integration.failed'] });
    const bot = await client.bot();
    const channel = await client.webhookChannel(bot.id);
    const broken = await client.integration(bot.id, {
      name: 'Broken',
      webhook_url: sink.behave('/broken', { kind: 'status', status: 500 }),
    });
    const spare = await client.integration(bot.id, {
      name: 'Spare',
      webhook_url: answersWith(sink, '/spare', 'I am the spare one.'),
      weight: 0,
      fallback: true,
    });
    const saved = await channel.say('Is anybody there?');
    expect(saved.reply).toBe('I am the spare one.');
    const ofConversation = (final: boolean) => (event: { data: { conversation_id: string; final: boolean } }) =>
      event.data.conversation_id === saved.conversation_id && event.data.final === final;
    const failed = {
      bot_id: bot.id,
      integration_id: broken.id,
      integration_name: 'Broken',
      conversation_id: saved.conversation_id,
      error: expect.stringContaining('500'),
      status_code: 500,
      final: false,
    };
    expect((await sink.untilEvent(events, ofConversation(false))).data).toEqual(failed);

    await client.patch(`/v1/integrations/${spare.id}`, { enabled: false });
    const { reply } = await channel.say('And now?');
    expect(reply).toMatch(/sorry/i);
    const last = await sink.untilEvent(events, ofConversation(true));
    expect(last).toMatchObject({ event: 'integration.failed', data: { ...failed, final: true } });
    const messages = await client.messages(saved.conversation_id, 4);
    expect(messages.map(({ type, integration_id }) => [type, integration_id])).toEqual([
      ['regular', null],
      ['regular', spare.id],
      ['regular', null],
      ['synthetic', broken.id],
    ]);
  });

  test('echo messengers only: others are answered by the bot itself', async () => {
    const bot = await client.bot();
    const key = bot.id.replace('bot_', '').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    const path = `/api/v1/chatbots/${key}/conversation`;
    const { data } = must(await client.wire.post(path, { message: 'Just say this' }), 200).body;
    expect(data.text).not.toBe('Just say this');
    expect(bot.id).toEqual(id('bot'));
  });
});
