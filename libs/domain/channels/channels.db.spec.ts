import { Logger } from '@nestjs/common';
import { MINUTE_MS } from '#kernel';
import { channelTransportErrors } from '#providers/channel-transport';
import { ChannelsUnderTest } from '#testing/channels';

describe('channels', () => {
  let parley: ChannelsUnderTest;

  beforeAll(async () => {
    Logger.overrideLogger(false);
    parley = await ChannelsUnderTest.open();
  });
  afterAll(() => parley.close());
  beforeEach(() => parley.forgetAll());

  const told = () => parley.outbox.events.map(({ name, data }) => [name, (data as { reason?: string }).reason]);
  const platform = () => parley.transports.of('telegram');

  test('are pending until the platform was reached, and know then who they are', async () => {
    const { channel, webhookSecret } = await parley.first.channels.create(parley.actor, parley.chats.bot.id, {
      type: 'telegram',
      name: ' Main ',
      config: { bot_token: '1:token', application_id: '9' },
    });
    expect(channel).toMatchObject({
      name: 'Main',
      status: 'pending',
      config: { application_id: '9' },
      credentialNames: ['bot_token'],
      identity: null,
      webhookUrl: `https://bots.example/v1/channels/ch_${channel.id.replaceAll('-', '')}/webhook`,
    });
    expect(webhookSecret).toMatch(/^[\w-]{64}$/);
    expect(JSON.stringify(channel)).not.toContain('1:token');
    await parley.work();
    expect(platform().connected).toEqual([
      { webhookUrl: channel.webhookUrl, credentials: { bot_token: '1:token', application_id: '9' } },
    ]);
    const now = await parley.first.channels.get(parley.actor, channel.id);
    expect(now).toMatchObject({ status: 'connected', identity: { id: '7', username: 'helper_bot' } });
    expect(told()).toEqual([['channel.connected', undefined]]);
  });

  test('are not seen by other teams', async () => {
    const { id } = await parley.channel();
    const stranger = { ...parley.actor, teamId: parley.chats.otherBot.id };
    await expect(parley.first.channels.get(stranger, id)).rejects.toMatchObject({ code: 'channels.not_found' });
    await expect(parley.first.channels.get(parley.actor, 'x')).rejects.toMatchObject({ code: 'channels.not_found' });
  });

  test('where channels are not live call nobody, and are connected by the first good call', async () => {
    const quiet = parley.process({ isLive: false });
    const channel = await parley.channel('telegram', {}, quiet);
    await parley.work(quiet);
    await quiet.connecting.planProbes();
    await parley.work(quiet);
    expect(platform().connected).toEqual([]);
    await expect(parley.call({ ...channel, secret: 'wrong' }, { kind: 'ignored' }, quiet)).rejects.toMatchObject({
      code: 'channel_transport.signature_invalid',
    });
    expect((await quiet.channels.get(parley.actor, channel.id)).status).toBe('pending');
    await parley.call(channel, { kind: 'ignored' }, quiet);
    await parley.call(channel, { kind: 'ignored' }, quiet);
    const { status, lastInboundAt } = await quiet.channels.get(parley.actor, channel.id);
    expect([status, lastInboundAt]).toEqual(['connected', parley.chats.clock.now()]);
    expect(told()).toEqual([['channel.connected', undefined]]);
    await quiet.channels.delete(parley.actor, channel.id);
    expect(platform().disconnects).toBe(0);
  });

  test('of before channels were live are connected once they are', async () => {
    const quiet = parley.process({ isLive: false });
    const channel = await parley.channel('telegram', {}, quiet);
    await parley.call(channel, { kind: 'ignored' }, quiet);
    parley.chats.clock.advance(MINUTE_MS);
    await parley.first.connecting.planProbes();
    await parley.work();
    expect(platform().connected).toHaveLength(1);
    expect((await parley.first.channels.get(parley.actor, channel.id)).identity).toMatchObject({ id: '7' });
  });

  test('that their owners disconnect say nothing and hear nothing until they are connected again', async () => {
    const channel = await parley.channel();
    await parley.work();
    const patched = await parley.first.channels.update(parley.actor, channel.id, { status: 'disconnected' });
    expect(patched).toMatchObject({ status: 'disconnected', statusReason: 'manual' });
    expect(await parley.write(channel, { key: '1' })).toEqual({ status: 200, body: { ok: true } });
    parley.chats.clock.advance(10 * MINUTE_MS);
    await parley.first.connecting.planProbes();
    await parley.work();
    expect(await parley.said()).toEqual([]);
    await parley.first.channels.update(parley.actor, channel.id, { status: 'connected' });
    await parley.write(channel, { key: '2' });
    await parley.work();
    expect(await parley.said()).toEqual(['hello', 'hello (0)']);
    expect(told()).toEqual([
      ['channel.connected', undefined],
      ['channel.disconnected', 'manual'],
      ['channel.connected', undefined],
    ]);
  });

  test('are looked at every five minutes, and say once when they were lost', async () => {
    const channel = await parley.channel();
    await parley.work();
    platform().beforeConnect = () => {
      throw channelTransportErrors.revoked();
    };
    await parley.first.connecting.planProbes();
    await parley.work();
    expect((await parley.first.channels.get(parley.actor, channel.id)).status).toBe('connected');
    for (let n = 0; n < 3; n++) {
      parley.chats.clock.advance(6 * MINUTE_MS);
      await parley.first.connecting.planProbes();
      await parley.work();
    }
    const lost = await parley.first.channels.get(parley.actor, channel.id);
    expect(lost).toMatchObject({ status: 'disconnected', lastError: lost.statusReason });
    expect(told().map(([name]) => name)).toEqual(['channel.connected', 'channel.disconnected']);
  });

  test('stay connected while the platform is away, and show what is wrong', async () => {
    const channel = await parley.channel();
    await parley.work();
    platform().beforeConnect = () => {
      throw channelTransportErrors.unavailable();
    };
    parley.chats.clock.advance(6 * MINUTE_MS);
    await parley.first.connecting.planProbes();
    await parley.work();
    expect(await parley.first.channels.get(parley.actor, channel.id)).toMatchObject({
      status: 'connected',
      lastError: 'The platform could not be reached.',
    });
  });

  test('with new credentials are tried at once', async () => {
    platform().beforeConnect = () => {
      throw channelTransportErrors.revoked();
    };
    const channel = await parley.channel();
    await parley.work();
    expect((await parley.first.channels.get(parley.actor, channel.id)).status).toBe('disconnected');
    platform().beforeConnect = () => undefined;
    await parley.first.channels.update(parley.actor, channel.id, { config: { bot_token: '2:other' } });
    await parley.work();
    expect(platform().connected).toMatchObject([{ credentials: { bot_token: '2:other' } }]);
    expect((await parley.first.channels.get(parley.actor, channel.id)).status).toBe('connected');
  });

  test('that are deleted take leave of the platform, and are unknown to it then, in every process', async () => {
    const other = parley.process();
    const channel = await parley.channel();
    await parley.work();
    await parley.write(channel, { key: '1' }, other);
    await parley.work();
    await parley.first.channels.delete(parley.actor, channel.id);
    expect(platform().disconnects).toBe(1);
    await expect(parley.write(channel, { key: '2' }, other)).rejects.toMatchObject({ code: 'channels.not_found' });
    expect(await parley.said()).toEqual(['hello', 'hello (0)']);
  });

  test('of WhatsApp take nothing until they have their credentials', async () => {
    const { channel } = await parley.first.channels.create(parley.actor, parley.chats.bot.id, { type: 'whatsapp' });
    await expect(
      parley.call({ id: channel.id, secret: '', type: 'whatsapp' }, { kind: 'ignored' }),
    ).rejects.toMatchObject({ code: 'channels.not_configured', kind: 'invalid_input' });
  });

  test('answer what a platform tries them out with, and hear that they are out', async () => {
    const channel = await parley.channel('slack');
    const handshake = { kind: 'handshake', answer: { challenge: 'tea' }, contentType: 'text/plain' };
    expect(await parley.call(channel, handshake)).toEqual({
      status: 200,
      body: { challenge: 'tea' },
      contentType: 'text/plain',
    });
    await parley.call(channel, { kind: 'disconnected', reason: 'The app was uninstalled.' });
    expect(await parley.first.channels.get(parley.actor, channel.id)).toMatchObject({
      status: 'disconnected',
      statusReason: 'The app was uninstalled.',
    });
  });

  test('tell the platform at once what it wants to hear', async () => {
    const channel = await parley.channel('discord');
    const user = { id: 'ada' };
    const message = { key: '1', chatId: 'c', isDirect: false, mentionsBot: true, user, text: 'hello', attachments: [] };
    const answer = await parley.call(channel, { kind: 'message', message, answer: { type: 5 } });
    expect(answer).toEqual({ status: 200, body: { type: 5 } });
  });
});

describe('generic webhooks', () => {
  let parley: ChannelsUnderTest;

  beforeAll(async () => {
    Logger.overrideLogger(false);
    parley = await ChannelsUnderTest.open();
  });
  afterAll(() => parley.close());
  beforeEach(() => parley.forgetAll());

  test('are answered with the reply, and the same again when they ask again, by any process', async () => {
    const channel = await parley.channel('webhook');
    const first = await parley.write(channel, { key: '1', text: 'hi' });
    expect(first).toEqual({
      status: 200,
      body: {
        data: {
          conversation_id: expect.stringMatching(/^conv_[0-9a-f]{32}$/),
          message_id: expect.stringMatching(/^msg_[0-9a-f]{32}$/),
          reply: 'hi (0)',
        },
      },
    });
    expect(await parley.write(channel, { key: '1', text: 'hi' }, parley.process())).toEqual(first);
    expect(await parley.said()).toEqual(['hi', 'hi (0)']);
    await parley.work();
    expect(await parley.log(channel)).toEqual([]);
  });

  test('that ask the same at the same time are answered the same', async () => {
    const channel = await parley.channel('webhook');
    const other = parley.process({ chats: parley.chats.anotherProcess() });
    const answers = await Promise.all(
      [parley.first, other, parley.first].map((process) => parley.write(channel, { key: '1', text: 'hi' }, process)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await parley.said()).toEqual(['hi', 'hi (0)']);
  });

  test('hear nothing while the bot is disabled', async () => {
    const channel = await parley.channel('webhook');
    parley.chats.bot.status = 'disabled';
    expect(await parley.write(channel, { key: '1' })).toMatchObject({ body: { data: { reply: null } } });
  });

  test('are told what people say at their callback_url, if they have one', async () => {
    const channel = await parley.channel('webhook');
    await parley.write(channel, { key: '1' });
    await parley.agentSays(channel, 'Here I am');
    await parley.work();
    expect(await parley.log(channel)).toMatchObject([
      { state: 'skipped', error: expect.stringContaining('callback_url') },
    ]);
  });
});
