import { createHmac } from 'node:crypto';
import { AddressGuard } from '#infra/http-client';
import { ManualClock } from '#testing';
import { CallbackStub, inboundRequest, type WebhookChannelMessage } from '#testing/channel-platforms';
import { describeChannelTransportContract } from '../../channel-transport.contract-suite';
import { WebhookTransport } from './webhook.adapter';

const SECRET = 'whsec_dGVhLWFuZC1taWxr';

describe('WebhookTransport', () => {
  const guard = new AddressGuard({ allowsPrivateAddresses: true });
  const strictGuard = new AddressGuard({ allowsPrivateAddresses: false });
  const clock = new ManualClock(new Date('2026-11-21T12:00:00Z'));
  const transport = new WebhookTransport(guard, clock);
  let receiver: CallbackStub;

  beforeAll(async () => {
    receiver = await CallbackStub.start();
  });
  beforeEach(() => receiver.reset());
  afterAll(async () => {
    await Promise.all([guard.onApplicationShutdown(), strictGuard.onApplicationShutdown(), receiver.close()]);
  });

  const account = () => ({ credentials: { callback_url: `${receiver.url}/in` }, webhookSecret: SECRET });
  const received = (given: WebhookChannelMessage) =>
    transport.receive(account(), inboundRequest(receiver.message(SECRET, given)));

  describeChannelTransportContract('A webhook', () => ({
    transport,
    account: account(),
    platform: receiver,
    to: { chatId: 'chat-1' },
    maxChars: Number.POSITIVE_INFINITY,
    sent: () => receiver.sent.map(({ id, text }) => ({ id, text })),
    says: (text, key) => inboundRequest(receiver.message(SECRET, { text, id: String(key) })),
    signed: (body) => inboundRequest(receiver.signed(SECRET, body)),
    ofTeam: { transport: new WebhookTransport(strictGuard, clock), account: account() },
  }));

  it('reads a message', async () => {
    expect(await received({ id: 'm1', thread_id: 't1' })).toEqual({
      kind: 'message',
      message: {
        key: 'm1',
        chatId: 'chat-1',
        threadId: 't1',
        platformMessageId: 'm1',
        isDirect: true,
        mentionsBot: true,
        user: { id: 'user-42', name: 'John', username: 'johndoe' },
        text: 'Hello',
        attachments: [],
      },
    });
  });

  it('takes words that are said twice without ids for two messages', async () => {
    const keys = [await received({}), await received({})].map((found) => found.kind === 'message' && found.message.key);
    expect(new Set(keys).size).toBe(2);
  });

  it('takes a bare signature too, in letters of either case', async () => {
    const call = receiver.message(SECRET);
    const hex = createHmac('sha256', SECRET).update(call.body).digest('hex');
    for (const signature of [hex, hex.toUpperCase(), `sha256=${hex}`]) {
      const request = inboundRequest({ ...call, headers: { 'x-webhook-signature': signature } });
      expect(await transport.receive(account(), request)).toMatchObject({ kind: 'message' });
    }
  });

  it('names the field that is missing', async () => {
    for (const [body, field] of [
      [{ text: 'x' }, 'user.id'],
      [{ user: { id: 'u' } }, 'text'],
      [{ user: { id: 'u' }, text: '  ' }, 'text'],
      [{ user: { id: 'u' }, text: 'x', chat_id: 'c'.repeat(257) }, 'chat_id'],
    ] as const) {
      const asked = transport.receive(account(), inboundRequest(receiver.signed(SECRET, body)));
      await expect(asked).rejects.toMatchObject({
        code: 'channel_transport.payload_invalid',
        message: expect.stringContaining(field),
      });
    }
  });

  it('tells the callback in Markdown, signed, under the id of the message', async () => {
    const attachments = [{ url: 'https://tea.example/menu.pdf', name: 'Menu' }];
    const message = { id: 'msg_1', chatId: 'chat-1', threadId: 't1', markdown: '**Tea** [1]', attachments };
    const [part] = transport.prepare(message);
    expect(await transport.send(account(), part!)).toEqual({ platformMessageId: 'msg_1' });
    expect(receiver.sent).toEqual([
      { id: 'msg_1', chat_id: 'chat-1', thread_id: 't1', text: '**Tea** [1]', attachments },
    ]);
    const [{ headers, body }] = receiver.calls as [(typeof receiver.calls)[number]];
    const hex = createHmac('sha256', SECRET).update(JSON.stringify(body)).digest('hex');
    expect(headers).toMatchObject({
      'x-webhook-signature': `sha256=${hex}`,
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(clock.nowMs() / 1_000),
    });
  });

  it('refuses an address that it would not call as soon as it is given', async () => {
    const strict = new WebhookTransport(strictGuard, clock);
    await expect(strict.connect(account())).rejects.toMatchObject({ code: 'http_client.address_refused' });
  });
});
