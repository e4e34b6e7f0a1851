import { AddressGuard } from '#infra/http-client';
import { inboundRequest, type SignedCall, SlackStub } from '#testing/channel-platforms';
import { describeChannelTransportContract } from '../../channel-transport.contract-suite';
import { SlackTransport } from './slack.adapter';

const MINUTE_MS = 60_000;

describe('SlackTransport', () => {
  const guard = new AddressGuard({ allowsPrivateAddresses: false });
  let slack: SlackStub;
  let transport: SlackTransport;

  beforeAll(async () => {
    slack = await SlackStub.start();
    transport = new SlackTransport(guard, `${slack.url}/api`);
  });
  beforeEach(() => slack.reset());
  afterAll(async () => {
    await guard.onApplicationShutdown();
    await slack.close();
  });

  const account = () => ({
    credentials: { bot_token: slack.token, signing_secret: slack.signingSecret },
    webhookSecret: 'whsec_slack-test',
  });
  const received = (call: SignedCall, at?: Date) => transport.receive(account(), inboundRequest(call, at));
  const messageOf = async (call: SignedCall) => {
    const found = await received(call);
    return found.kind === 'message' ? found.message : found.kind;
  };

  describeChannelTransportContract('Slack', () => ({
    transport,
    account: account(),
    platform: slack,
    to: { chatId: 'C1', threadId: '1.1' },
    leave: () => slack.gone.add('C1'),
    maxChars: 4_000,
    sent: () => slack.sent.map(({ ts, text }) => ({ id: ts, text })),
    says: (text, key) => {
      const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
      return inboundRequest(slack.event({ text: escaped, ts: `17000.${key}` }));
    },
    signed: (body) => inboundRequest(slack.signed(body)),
    ofTeam: { transport, account: { ...account(), baseUrl: slack.url } },
  }));

  it('answers the challenge of Slack, when it is signed', async () => {
    const call = slack.urlVerification('tea');
    expect(await received(call)).toEqual({ kind: 'handshake', answer: { challenge: 'tea' } });
    const unsigned = { ...call, headers: { ...call.headers, 'x-slack-signature': 'v0=00' } };
    await expect(received(unsigned)).rejects.toMatchObject({ code: 'channel_transport.signature_invalid' });
  });

  it('takes no call that is more than five minutes old, or has another time than was signed', async () => {
    const at = new Date('2026-11-21T12:00:00Z');
    const call = slack.event({ at });
    const later = (ms: number) => received(call, new Date(at.getTime() + ms));
    expect(await later(5 * MINUTE_MS)).toMatchObject({ kind: 'message' });
    expect(await later(-5 * MINUTE_MS)).toMatchObject({ kind: 'message' });
    const refused = { code: 'channel_transport.signature_invalid' };
    await expect(later(5 * MINUTE_MS + 1_000)).rejects.toMatchObject(refused);
    await expect(later(-5 * MINUTE_MS - 1_000)).rejects.toMatchObject(refused);
    for (const time of ['', 'now', '1e9', String(at.getTime() / 1_000 + 400)]) {
      const headers = { ...call.headers, 'x-slack-request-timestamp': time };
      await expect(received({ ...call, headers }, new Date(at.getTime() + 400_000))).rejects.toMatchObject(refused);
    }
  });

  it('proves the bytes, not what they mean', async () => {
    const call = slack.event({ text: 'Hello' });
    const other = { ...call, body: call.body.replace('Hello', 'Hallo') };
    await expect(received(other)).rejects.toMatchObject({ code: 'channel_transport.signature_invalid' });
    const spaced = { ...call, body: `${call.body} ` };
    await expect(received(spaced)).rejects.toMatchObject({ code: 'channel_transport.signature_invalid' });
  });

  it('reads a conversation with the bot alone', async () => {
    expect(await messageOf(slack.event({ channel: 'D1', ts: '1.5', text: 'Is 3 &lt; 5 &amp;amp;?' }))).toEqual({
      key: 'D1:1.5',
      chatId: 'D1',
      platformMessageId: '1.5',
      isDirect: true,
      mentionsBot: false,
      user: { id: 'U1' },
      text: 'Is 3 < 5 &amp;?',
      attachments: [],
    });
  });

  it('opens a thread for what is said in a channel, and stays in one', async () => {
    expect(await messageOf(slack.event({ ts: '1.5' }))).toMatchObject({ threadId: '1.5', isDirect: false });
    expect(await messageOf(slack.event({ ts: '1.6', threadTs: '1.5' }))).toMatchObject({ threadId: '1.5' });
    expect(await messageOf(slack.event({ channel: 'D1', ts: '1.6', threadTs: '1.5' }))).toMatchObject({
      threadId: '1.5',
    });
  });

  it('gives a mention, which is told twice, one key', async () => {
    const text = `<@${slack.botUserId}> which tea?`;
    const told = [slack.event({ ts: '2.1', text }), slack.event({ ts: '2.1', text, type: 'app_mention' })];
    const [one, other] = await Promise.all(told.map(messageOf));
    expect(one).toEqual(other);
    expect(one).toMatchObject({ key: 'C1:2.1', mentionsBot: true, text: 'which tea?' });
  });

  it('makes names and links readable', async () => {
    const text = 'Ask <@U7> in <#C9|tea> about <https://tea.example|our tea>, <https://x.example> or <!here>';
    expect(await messageOf(slack.event({ text }))).toMatchObject({
      text: 'Ask @U7 in #tea about our tea (https://tea.example), https://x.example or @here',
      mentionsBot: false,
    });
  });

  it('reads files', async () => {
    const files = [{ id: 'F1', name: 'menu.pdf', mimetype: 'application/pdf', size: 12, url_private: 'https://x' }];
    expect(await messageOf(slack.event({ text: '', event: { subtype: 'file_share', files } }))).toMatchObject({
      text: '',
      attachments: [{ name: 'menu.pdf', mediaType: 'application/pdf', platformFileId: 'F1', sizeBytes: 12 }],
    });
  });

  it('leaves alone bots, itself, edits, joins and forms', async () => {
    const ignored = [
      slack.event({ event: { bot_id: 'B2' } }),
      slack.event({ user: slack.botUserId }),
      slack.event({ user: 'USLACKBOT' }),
      slack.event({ event: { subtype: 'message_changed' } }),
      slack.event({ event: { subtype: 'message_deleted' } }),
      slack.event({ event: { subtype: 'channel_join' } }),
      slack.event({ event: { subtype: 'bot_message' } }),
      slack.event({ event: { hidden: true } }),
      slack.event({ event: { user: undefined } }),
      slack.eventCallback({ type: 'reaction_added' }),
      slack.eventCallback({ type: 'tokens_revoked', tokens: { oauth: ['U1'], bot: [] } }),
    ];
    for (const call of ignored) expect(await received(call)).toEqual({ kind: 'ignored' });
  });

  it('hears that the app was removed', async () => {
    expect(await received(slack.uninstalled())).toEqual({ kind: 'disconnected', reason: 'app_uninstalled' });
    const revoked = slack.eventCallback({ type: 'tokens_revoked', tokens: { bot: ['U0BOT'] } });
    expect(await received(revoked)).toEqual({ kind: 'disconnected', reason: 'tokens_revoked' });
  });

  it('writes mrkdwn in the thread, and calls nobody', async () => {
    const markdown = '**Tea** & *milk* ~~no~~ `a<b` [here](https://tea.example) <!channel> [1]\n\n```js\nx > 1\n```';
    const [part] = transport.prepare({ chatId: 'C1', threadId: '1.5', markdown });
    await transport.send(account(), part!);
    expect(slack.sent).toMatchObject([
      {
        channel: 'C1',
        thread_ts: '1.5',
        unfurl_links: 'false',
        text: '*Tea* &amp; _milk_ ~no~ `a&lt;b` <https://tea.example|here> &lt;!channel&gt; [1]\n\n```\nx &gt; 1\n```',
      },
    ]);
  });

  it.each(['invalid_auth', 'account_inactive', 'token_revoked', 'token_expired', 'not_authed', 'missing_scope'])(
    'takes %s for credentials that are no good',
    async (error) => {
      slack.nextAnswer({ body: { ok: false, error } });
      const [part] = transport.prepare({ chatId: 'C1', markdown: 'x' });
      const outcome = expect(transport.send(account(), part!)).rejects;
      await outcome.toMatchObject({ code: 'channel_transport.revoked', message: expect.stringContaining(error) });
    },
  );

  it('tells what will never be taken', async () => {
    const [part] = transport.prepare({ chatId: 'C1', markdown: 'x' });
    slack.nextAnswer({ body: { ok: false, error: 'msg_too_long' } });
    await expect(transport.send(account(), part!)).rejects.toMatchObject({ code: 'channel_transport.refused' });
    slack.nextAnswer({ body: { ok: false, error: 'ratelimited' }, headers: { 'retry-after': '9' } });
    await expect(transport.send(account(), part!)).rejects.toMatchObject({ retryAfterMs: 9_000 });
  });

  it('says who and where we are', async () => {
    expect(await transport.connect(account(), { webhookUrl: 'https://parley.example' })).toEqual({
      id: slack.botUserId,
      username: 'teabot',
      name: 'teabot',
      teamName: 'Tea',
    });
  });
});
