import { AddressGuard } from '#infra/http-client';
import { inboundRequest, WhatsappStub } from '#testing/channel-platforms';
import { describeChannelTransportContract } from '../../channel-transport.contract-suite';
import { WhatsappTransport } from './whatsapp.adapter';

const JOHN = '16315551181';

describe('WhatsappTransport', () => {
  const guard = new AddressGuard({ allowsPrivateAddresses: false });
  let whatsapp: WhatsappStub;
  let transport: WhatsappTransport;

  beforeAll(async () => {
    whatsapp = await WhatsappStub.start();
    transport = new WhatsappTransport(guard, whatsapp.url);
  });
  beforeEach(() => whatsapp.reset());
  afterAll(async () => {
    await guard.onApplicationShutdown();
    await whatsapp.close();
  });

  const account = () => ({ credentials: whatsapp.credentials(), webhookSecret: 'whsec_whatsapp-test' });
  const verified = (query: Record<string, string>) =>
    transport.receive(account(), { ...inboundRequest({ headers: {}, body: '' }), query });

  describeChannelTransportContract('WhatsApp', () => ({
    transport,
    account: account(),
    platform: whatsapp,
    to: { chatId: JOHN },
    leave: () => whatsapp.resting.add(JOHN),
    maxChars: 4_096,
    sent: () => whatsapp.sent.map(({ id, text }) => ({ id, text })),
    says: (text, key) => inboundRequest(whatsapp.messages({ text, id: `wamid.${key}` })),
    signed: (body) => inboundRequest(whatsapp.signed(body)),
    ofTeam: { transport, account: { ...account(), baseUrl: whatsapp.url } },
  }));

  it('gives the challenge back to whoever knows the verify token', async () => {
    const query = whatsapp.verification('77');
    expect(await verified(query)).toEqual({ kind: 'handshake', answer: '77', contentType: 'text/plain' });
    const forgeries: Array<Record<string, string>> = [{ 'hub.verify_token': 'other' }, { 'hub.mode': 'unsubscribe' }];
    for (const forged of forgeries) {
      await expect(verified({ ...query, ...forged })).rejects.toMatchObject({
        code: 'channel_transport.signature_invalid',
      });
    }
  });

  it('says what it lacks until it has all credentials', async () => {
    const bare = { ...account(), credentials: { access_token: whatsapp.token } };
    await expect(transport.receive(bare, inboundRequest(whatsapp.messages({})))).rejects.toMatchObject({
      code: 'channel_transport.not_configured',
      message: 'The channel lacks phone_number_id.',
    });
  });

  it('reads several messages of one call in order', async () => {
    const call = whatsapp.messages(
      { text: 'Tea?', id: 'wamid.1' },
      { text: 'Milk?', id: 'wamid.2', from: '49170', name: 'Ada' },
    );
    expect(await transport.receive(account(), inboundRequest(call))).toMatchObject({
      kind: 'message',
      message: { key: 'wamid.1', chatId: JOHN, text: 'Tea?', user: { id: JOHN, name: 'John' }, isDirect: true },
      further: [{ key: 'wamid.2', chatId: '49170', text: 'Milk?', user: { id: '49170', name: 'Ada' } }],
    });
  });

  it('leaves alone what was delivered, and other numbers of the account', async () => {
    const metadata = { phone_number_id: whatsapp.phoneNumberId };
    const delivered = whatsapp.change({ metadata, statuses: [{ id: 'wamid.1', status: 'delivered' }] });
    const messages = [{ id: 'wamid.1', from: JOHN, type: 'text', text: { body: 'x' } }];
    const other = whatsapp.change({ metadata: { phone_number_id: '1' }, messages });
    const reaction = whatsapp.change({ metadata, messages: [{ id: 'w', from: JOHN, type: 'reaction', reaction: {} }] });
    for (const call of [delivered, other, reaction]) {
      expect(await transport.receive(account(), inboundRequest(call))).toEqual({ kind: 'ignored' });
    }
  });

  it('writes marks of its own', async () => {
    const [part] = transport.prepare({ chatId: JOHN, markdown: '**Tea** & *milk* [here](https://tea.example) [1]' });
    await transport.send(account(), part!);
    expect(whatsapp.sent).toMatchObject([{ to: JOHN, text: '*Tea* & _milk_ here (https://tea.example) [1]' }]);
  });

  it('shows that it types below the message that it answers', async () => {
    await transport.typing(account(), { chatId: JOHN });
    await transport.typing(account(), { chatId: JOHN, replyTo: { messageId: 'wamid.1' } });
    expect(whatsapp.typing).toEqual(['wamid.1']);
  });
});
