import { AddressGuard } from '#infra/http-client';
import { inboundRequest, TelegramStub, type TelegramUpdate } from '#testing/channel-platforms';
import { describeChannelTransportContract } from '../../channel-transport.contract-suite';
import { TelegramTransport } from './telegram.adapter';

const SECRET = 'whsec_telegram-Test_1';

describe('TelegramTransport', () => {
  const guard = new AddressGuard({ allowsPrivateAddresses: false });
  let telegram: TelegramStub;
  let transport: TelegramTransport;

  beforeAll(async () => {
    telegram = await TelegramStub.start();
    transport = new TelegramTransport(guard, telegram.url);
  });
  beforeEach(() => telegram.reset());
  afterAll(async () => {
    await guard.onApplicationShutdown();
    await telegram.close();
  });

  const account = () => ({
    credentials: { bot_token: telegram.token },
    webhookSecret: SECRET,
    identity: { id: '123456', username: 'tea_bot' },
  });
  const received = (update: TelegramUpdate) =>
    transport.receive(account(), inboundRequest(telegram.update({ secret: SECRET, ...update })));
  const messageOf = async (update: TelegramUpdate) => {
    const found = await received(update);
    return found.kind === 'message' ? found.message : found.kind;
  };

  describeChannelTransportContract('Telegram', () => ({
    transport,
    account: account(),
    platform: telegram,
    to: { chatId: '4242' },
    leave: () => telegram.blocked.add('4242'),
    maxChars: 4_096,
    sent: () => telegram.sent.map(({ message_id, text }) => ({ id: String(message_id), text })),
    says: (text, key) => inboundRequest(telegram.update({ text, secret: SECRET, updateId: key })),
    signed: (body) => inboundRequest(telegram.signed(body, SECRET)),
    ofTeam: { transport, account: { ...account(), baseUrl: telegram.url } },
  }));

  it('reads a private message', async () => {
    expect(await received({ text: 'Hello', updateId: 7, messageId: 9, user: { last_name: 'Doe' } })).toEqual({
      kind: 'message',
      message: {
        key: '7',
        chatId: '4242',
        platformMessageId: '9',
        isDirect: true,
        mentionsBot: false,
        user: { id: '42', username: 'johndoe', name: 'John Doe' },
        text: 'Hello',
        attachments: [],
      },
    });
  });

  it('knows its name in a group, and takes it out', async () => {
    const group = { chatId: -100, chatType: 'supergroup' as const };
    const said = (text: string, entities: object[]) => messageOf({ ...group, text, message: { entities } });
    expect(await said('@Tea_Bot, is it ☕?', [{ type: 'mention', offset: 0, length: 8 }])).toMatchObject({
      mentionsBot: true,
      isDirect: false,
      text: 'is it ☕?',
      replyTo: { messageId: expect.any(String) },
    });
    expect(await said('🫖 @tea_bot here', [{ type: 'mention', offset: 3, length: 8 }])).toMatchObject({
      text: '🫖 here',
    });
    expect(await said('/ask@tea_bot why', [{ type: 'bot_command', offset: 0, length: 12 }])).toMatchObject({
      mentionsBot: true,
      text: '/ask why',
    });
    expect(await said('@other_bot hi', [{ type: 'mention', offset: 0, length: 10 }])).toMatchObject({
      mentionsBot: false,
      text: '@other_bot hi',
    });
    const reply = { reply_to_message: { from: { id: 123456 } } };
    expect(await messageOf({ ...group, text: 'And milk?', message: reply })).toMatchObject({ mentionsBot: true });
  });

  it('tells topics of forums from chains of replies', async () => {
    const inTopic = { message_thread_id: 5, is_topic_message: true };
    expect(await messageOf({ message: inTopic })).toMatchObject({ threadId: '5' });
    expect(await messageOf({ message: { message_thread_id: 5 } })).not.toHaveProperty('threadId');
  });

  it('reads files with what stands below them', async () => {
    const document = { file_id: 'F1', file_name: 'menu.pdf', mime_type: 'application/pdf', file_size: 12 };
    const photo = [{ file_id: 'S' }, { file_id: 'L', file_size: 99 }];
    expect(await messageOf({ message: { text: undefined, caption: 'Our menu', document } })).toMatchObject({
      text: 'Our menu',
      attachments: [{ name: 'menu.pdf', mediaType: 'application/pdf', platformFileId: 'F1', sizeBytes: 12 }],
    });
    expect(await messageOf({ message: { text: undefined, photo } })).toMatchObject({
      text: '',
      attachments: [{ name: 'photo.jpg', mediaType: 'image/jpeg', platformFileId: 'L', sizeBytes: 99 }],
    });
  });

  it('leaves alone what no person says', async () => {
    expect(await received({ user: { is_bot: true } })).toEqual({ kind: 'ignored' });
    expect(await received({ message: { text: undefined, new_chat_members: [] } })).toEqual({ kind: 'ignored' });
    expect(await received({ user: { id: 777_000 }, message: { is_automatic_forward: true } })).toEqual({
      kind: 'ignored',
    });
    for (const update of [{ edited_message: { text: 'x' } }, { channel_post: { text: 'x' } }, { my_chat_member: {} }]) {
      const request = inboundRequest(telegram.signed({ update_id: 1, ...update }, SECRET));
      expect(await transport.receive(account(), request)).toEqual({ kind: 'ignored' });
    }
  });

  it('writes HTML, in the topic, as a reply in groups, without pictures of links', async () => {
    const to = { chatId: '-100', threadId: '5', replyTo: { messageId: '77' } };
    const [part] = transport.prepare({ ...to, markdown: '**Tea** & [milk](https://tea.example/?a=1&b=2) [1]' });
    await transport.send(account(), part!);
    expect(telegram.sent).toMatchObject([
      {
        chat_id: '-100',
        text: '<b>Tea</b> &amp; <a href="https://tea.example/?a=1&amp;b=2">milk</a> [1]',
        parse_mode: 'HTML',
        message_thread_id: 5,
        reply_parameters: { message_id: 77, allow_sending_without_reply: true },
        link_preview_options: { is_disabled: true },
      },
    ]);
  });

  it('sends plain text when its HTML is not understood', async () => {
    telegram.refusesMarkup = true;
    const [part] = transport.prepare({ chatId: '4242', markdown: '**Tea** [here](https://tea.example)' });
    await transport.send(account(), part!);
    expect(telegram.sent).toMatchObject([{ text: 'Tea here (https://tea.example)' }]);
    expect(telegram.sent[0]).not.toHaveProperty('parse_mode');
    expect(telegram.calls).toHaveLength(2);
  });

  it('fills a message to the last character', async () => {
    const [one, ...none] = transport.prepare({ chatId: '4242', markdown: '<'.repeat(4_096) });
    expect([one!.plainText.length, none]).toEqual([4_096, []]);
    await transport.send(account(), one!);
    expect(telegram.sent).toHaveLength(1);
  });

  it('sends no more bytes than the server reads, however little there is to read', () => {
    // Each & is five bytes in HTML.
    const link = `[tea](https://tea.example/?${'&'.repeat(900)}) `;
    const parts = transport.prepare({ chatId: '4242', markdown: link.repeat(30) });
    expect(parts.map(({ text }) => Buffer.byteLength(text)).every((bytes) => bytes <= 32_768)).toBe(true);
    expect(parts.map(({ text }) => text.match(/<a /g)!.length).reduce((sum, links) => sum + links)).toBe(30);
  });

  it('shows that it types', async () => {
    await transport.typing(account(), { chatId: '4242' });
    expect(telegram.typing).toEqual(['4242']);
  });

  it('sets its webhook with the secret that calls must bring, and takes it away', async () => {
    const webhookUrl = 'https://parley.example/hook';
    const identity = await transport.connect(account(), { webhookUrl });
    expect(identity).toEqual({ id: '123456', username: 'tea_bot', name: 'Tea Bot' });
    expect(telegram.webhook).toEqual({ url: webhookUrl, secret_token: SECRET, allowed_updates: ['message'] });
    await transport.disconnect(account());
    expect(telegram.webhook).toBeUndefined();
  });

  it('does not put what is no token into an address', async () => {
    const credentials = { bot_token: '1:x/../../2:y' };
    const [part] = transport.prepare({ chatId: '1', markdown: 'x' });
    await expect(transport.send({ ...account(), credentials }, part!)).rejects.toMatchObject({
      code: 'channel_transport.revoked',
    });
    expect(telegram.calls).toEqual([]);
  });
});
