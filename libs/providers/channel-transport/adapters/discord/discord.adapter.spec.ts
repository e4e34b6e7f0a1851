import { AddressGuard } from '#infra/http-client';
import { ManualClock } from '#testing';
import { type DiscordCommand, DiscordStub, inboundRequest, type SignedCall } from '#testing/channel-platforms';
import { describeChannelTransportContract } from '../../channel-transport.contract-suite';
import { DiscordTransport } from './discord.adapter';

const CHANNEL = '800000000000000001';
const NOW = new Date('2026-11-21T12:00:00Z');

describe('DiscordTransport', () => {
  const guard = new AddressGuard({ allowsPrivateAddresses: false });
  const clock = new ManualClock(NOW);
  let discord: DiscordStub;
  let transport: DiscordTransport;

  beforeAll(async () => {
    discord = await DiscordStub.start();
    transport = new DiscordTransport(guard, discord.url, clock);
  });
  beforeEach(() => {
    discord.reset();
    clock.set(NOW);
  });
  afterAll(async () => {
    await guard.onApplicationShutdown();
    await discord.close();
  });

  const account = () => ({
    credentials: { bot_token: discord.token, public_key: discord.publicKey },
    webhookSecret: 'whsec_discord-test',
  });
  const received = (call: SignedCall, at = NOW) => transport.receive(account(), inboundRequest(call, at));
  const messageOf = async (given: DiscordCommand) => {
    const found = await received(discord.command({ at: NOW, ...given }));
    if (found.kind !== 'message') throw new Error(found.kind);
    return found.message;
  };

  describeChannelTransportContract('Discord', () => ({
    transport,
    account: account(),
    platform: discord,
    to: { chatId: CHANNEL },
    leave: () => discord.gone.add(CHANNEL),
    maxChars: 2_000,
    sent: () => discord.sent.map(({ id, content }) => ({ id, text: content })),
    says: (text, key) => inboundRequest(discord.command({ text, interactionId: String(key) })),
    signed: (body) => inboundRequest(discord.signed(body)),
    ofTeam: { transport, account: { ...account(), baseUrl: discord.url } },
  }));

  it('answers a ping, when it is signed', async () => {
    const call = discord.ping();
    expect(await received(call, new Date())).toEqual({ kind: 'handshake', answer: { type: 1 } });
    for (const signature of ['', '00'.repeat(64), 'zz'.repeat(64)]) {
      const forged = { ...call, headers: { ...call.headers, 'x-signature-ed25519': signature } };
      await expect(received(forged, new Date())).rejects.toMatchObject({ code: 'channel_transport.signature_invalid' });
    }
  });

  it('takes no call of another time or other bytes than were signed, and no old ones', async () => {
    const refused = { code: 'channel_transport.signature_invalid' };
    const call = discord.command({ at: NOW });
    await expect(received({ ...call, body: `${call.body} ` })).rejects.toMatchObject(refused);
    const moved = { ...call, headers: { ...call.headers, 'x-signature-timestamp': String(NOW.getTime() / 1_000 + 1) } };
    await expect(received(moved)).rejects.toMatchObject(refused);
    await expect(received(call, new Date(NOW.getTime() + 301_000))).rejects.toMatchObject(refused);
    const keyless = { ...account(), credentials: { ...account().credentials, public_key: 'tea' } };
    await expect(transport.receive(keyless, inboundRequest(call, NOW))).rejects.toMatchObject({
      code: 'channel_transport.not_configured',
    });
  });

  it('reads a command, and tells the user at once that it is being answered', async () => {
    const command = discord.command({ text: 'Which tea?', interactionId: '71', token: 'tok', at: NOW });
    expect(await received(command)).toEqual({
      kind: 'message',
      answer: { type: 5 },
      message: {
        key: '71',
        chatId: CHANNEL,
        isDirect: false,
        mentionsBot: true,
        user: { id: '42', username: 'johndoe', name: 'John' },
        text: 'Which tea?',
        attachments: [],
        replyTo: {
          applicationId: discord.applicationId,
          token: 'tok',
          expiresAtMs: String(NOW.getTime() + 14 * 60_000),
        },
      },
    });
    expect(await messageOf({ guildId: null })).toMatchObject({ isDirect: true, user: { id: '42' } });
  });

  it('reads what commands have within commands, files, and what they were used on', async () => {
    const options = [
      {
        type: 1,
        name: 'about',
        options: [
          { type: 3, value: 'tea' },
          { type: 4, value: 3 },
          { type: 11, value: '9' },
        ],
      },
    ];
    const resolved = {
      attachments: { 9: { id: '9', filename: 'a.png', content_type: 'image/png', url: 'https://cdn/a', size: 5 } },
    };
    expect(await messageOf({ interaction: { data: { name: 'ask', options, resolved } } })).toMatchObject({
      text: 'tea 3',
      attachments: [{ name: 'a.png', mediaType: 'image/png', url: 'https://cdn/a', platformFileId: '9', sizeBytes: 5 }],
    });
    const target = { name: 'Explain', target_id: '5', resolved: { messages: { 5: { content: 'Oolong' } } } };
    expect(await messageOf({ interaction: { data: target } })).toMatchObject({ text: 'Oolong' });
    expect(await messageOf({ interaction: { data: { name: 'help' } } })).toMatchObject({ text: '/help' });
  });

  it('reads buttons, lists and forms', async () => {
    const rows = [{ type: 1, components: [{ type: 2, custom_id: 'b1', label: 'More tea' }] }];
    const button = { type: 3, data: { custom_id: 'b1', component_type: 2 }, message: { components: rows } };
    expect(await messageOf({ interaction: button })).toMatchObject({ text: 'More tea' });
    const list = { type: 3, data: { custom_id: 's', component_type: 3, values: ['green', 'black'] } };
    expect(await messageOf({ interaction: list })).toMatchObject({ text: 'green, black' });
    const form = {
      type: 5,
      data: { custom_id: 'f', components: [{ type: 18, component: { custom_id: 'q', value: 'Why?' } }] },
    };
    expect(await messageOf({ interaction: form })).toMatchObject({ text: 'Why?' });
  });

  it('knows a thread from its channel', async () => {
    const channel = { id: '5', type: 11, parent_id: '4' };
    expect(await messageOf({ channelId: '5', interaction: { channel } })).toMatchObject({ chatId: '4', threadId: '5' });
  });

  it('leaves events of the application alone, and offers no completions', async () => {
    expect(await received(discord.signed({ type: 1, event: { type: 'APPLICATION_DEAUTHORIZED' } }, NOW))).toEqual({
      kind: 'ignored',
    });
    expect(await received(discord.signed({ type: 0 }, NOW))).toMatchObject({ kind: 'handshake', status: 204 });
    expect(await received(discord.signed({ type: 4 }, NOW))).toMatchObject({
      answer: { type: 8, data: { choices: [] } },
    });
  });

  it('puts the answer in the place of the deferred one, and the rest behind it', async () => {
    const { replyTo } = await messageOf({ token: 'tok' });
    const parts = transport.prepare({
      chatId: CHANNEL,
      replyTo: replyTo!,
      markdown: `**Tea**\n\n${'long words '.repeat(250)}`,
    });
    for (const part of parts) await transport.send(account(), part);
    expect(discord.sent.map(({ kind, interactionToken }) => [kind, interactionToken])).toEqual([
      ['answer', 'tok'],
      ['followup', 'tok'],
    ]);
    expect(discord.calls.every(({ headers }) => headers.authorization === undefined)).toBe(true);
    expect(discord.calls[0]!.body).toMatchObject({ allowed_mentions: { parse: [] } });
  });

  it('answers in the channel when the interaction is over', async () => {
    const { replyTo } = await messageOf({});
    const [part] = transport.prepare({ chatId: CHANNEL, replyTo: replyTo!, markdown: 'Tea' });
    discord.endInteractions();
    await transport.send(account(), part!);
    clock.advance(15 * 60_000);
    await transport.send(account(), part!);
    expect(discord.sent.map(({ kind, channelId }) => [kind, channelId])).toEqual([
      ['message', CHANNEL],
      ['message', CHANNEL],
    ]);
    expect(discord.calls).toHaveLength(3);
  });

  it('is to be tried again when the reply is quicker than the deferred answer', async () => {
    const { replyTo } = await messageOf({});
    const [part] = transport.prepare({ chatId: CHANNEL, replyTo: replyTo!, markdown: 'Tea' });
    const unknown = { status: 404, body: { code: 10_015, message: 'Unknown Webhook' } };
    discord.nextAnswer(unknown);
    await expect(transport.send(account(), part!)).rejects.toMatchObject({
      code: 'channel_transport.unavailable',
      retryAfterMs: 500,
    });
    clock.advance(10_000);
    discord.nextAnswer(unknown);
    await transport.send(account(), part!);
    expect(discord.sent).toMatchObject([{ kind: 'message' }]);
  });

  it('says nothing twice that is sent twice with the same id', async () => {
    const [part] = transport.prepare({ chatId: CHANNEL, id: 'msg_1', markdown: 'Tea' });
    const ids = [await transport.send(account(), part!), await transport.send(account(), part!)];
    expect(ids[0]).toEqual(ids[1]);
    expect(discord.sent).toHaveLength(1);
  });

  it('types where nothing shows it already', async () => {
    const { replyTo } = await messageOf({});
    await transport.typing(account(), { chatId: CHANNEL, replyTo: replyTo! });
    expect(discord.calls).toEqual([]);
    await transport.typing(account(), { chatId: CHANNEL, threadId: '5' });
    expect(discord.typing).toEqual(['5']);
  });

  it('holds to pauses of parts of seconds', async () => {
    discord.next429(0.65);
    const [part] = transport.prepare({ chatId: CHANNEL, markdown: 'Tea' });
    await expect(transport.send(account(), part!)).rejects.toMatchObject({ retryAfterMs: 650 });
  });

  it('says who we are', async () => {
    expect(await transport.connect(account(), { webhookUrl: 'https://parley.example' })).toEqual({
      id: discord.applicationId,
      username: 'teabot',
      name: 'Tea Bot',
    });
  });
});
