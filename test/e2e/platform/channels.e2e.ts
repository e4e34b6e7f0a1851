/** Bots in messengers: the platforms are stubs on this machine, the product speaks to them with their official libraries. */
import { eventually } from '#testing';
import { CallbackStub, DiscordStub, type SignedCall, SlackStub, TelegramStub } from '#testing/channel-platforms';
import { Installation, must, registerTeam, type WireAnswer, WireClient } from '#testing/parley';
import { WebhookSink } from '#testing/webhooks';

const HOOKS = '/hooks';
const LIMIT_MS = 60_000;

/** What a platform is answered. */
type Heard = Pick<WireAnswer, 'status' | 'body'>;

/** What differs from platform to platform. */
interface Platform {
  type: string;
  stub: TelegramStub | SlackStub | DiscordStub;
  config: object;
  /** The longest text that the platform is sent. */
  maxChars: number;
  /** A call that tells what a person has written, told under an id of the platform. */
  say(text: string, id: number, secret: string): SignedCall;
  texts(): string[];
  revoke(): void;
}

function telegramOf(stub: TelegramStub): Platform {
  return {
    type: 'telegram',
    stub,
    config: { bot_token: stub.token },
    maxChars: 4_096,
    say: (text, updateId, secret) => stub.update({ text, updateId, secret }),
    texts: () => stub.sent.map(({ text }) => text),
    revoke: () => stub.revoke(),
  };
}

function slackOf(stub: SlackStub): Platform {
  return {
    type: 'slack',
    stub,
    config: { bot_token: stub.token, signing_secret: stub.signingSecret },
    maxChars: 4_000,
    say: (text, id) =>
      stub.event({ text, channel: 'D1', eventId: `Ev${id}`, ts: `17000.${String(id).padStart(6, '0')}` }),
    texts: () => stub.sent.map(({ text }) => text),
    revoke: () => stub.revoke(),
  };
}

function discordOf(stub: DiscordStub): Platform {
  return {
    type: 'discord',
    stub,
    config: { bot_token: stub.token, public_key: stub.publicKey, application_id: stub.applicationId },
    maxChars: 2_000,
    say: (text, id) => stub.command({ text, interactionId: String(600_000_000_000_000_000n + BigInt(id)) }),
    texts: () => stub.sent.map(({ content }) => content),
    // What is said late goes to the channel, which needs the token.
    revoke: () => {
      stub.endInteractions();
      stub.revoke();
    },
  };
}

describe('channels', () => {
  let parley: Installation;
  let sink: WebhookSink;
  let callbacks: CallbackStub;
  let wire: WireClient;
  let platforms: Platform[];
  let lastId = 0;

  beforeAll(async () => {
    const stubs = await Promise.all([TelegramStub.start(), SlackStub.start(), DiscordStub.start()]);
    const [telegram, slack, discord] = stubs;
    platforms = [telegramOf(telegram), slackOf(slack), discordOf(discord)];
    [sink, callbacks] = await Promise.all([WebhookSink.start(), CallbackStub.start()]);
    parley = await Installation.start({
      CHANNELS_LIVE: 'true',
      ALLOW_PRIVATE_ADDRESSES: 'true',
      TELEGRAM_API_URL: telegram.url,
      SLACK_API_URL: slack.url,
      DISCORD_API_URL: discord.url,
    });
    wire = (await registerTeam(new WireClient(parley.baseUrl))).asKey;
    sink.behave(HOOKS, { kind: 'status', status: 200 });
    must(await wire.post('/v1/webhooks', { url: sink.url(HOOKS), events: ['channel.disconnected'] }), 201);
  });
  afterAll(async () => {
    await parley?.remove();
    await Promise.all([...(platforms ?? []).map(({ stub }) => stub.close()), callbacks?.close(), sink?.stop()]);
  });
  beforeEach(() => {
    for (const { stub } of platforms) stub.reset();
  });

  /** A channel of a bot that says back what it hears. */
  const create = async (type: string, config: object) => {
    // It would be shown in a call of its own, which the platform might refuse in place of the message.
    const behaviors = { typing_indicator: false };
    const bot = must(await wire.post('/v1/bots', { name: 'Echo', behaviors }), 201).body.data;
    return must(await wire.post(`/v1/bots/${bot.id}/channels`, { type, config }), 201).body.data;
  };
  const connected = async (platform: Platform) => {
    const channel = await create(platform.type, platform.config);
    await eventually(async () => (await read(channel.id)).status === 'connected', LIMIT_MS);
    return channel;
  };
  const read = async (id: string) => must(await wire.get(`/v1/channels/${id}`), 200).body.data;
  /** Of the main API, whose ids are the keys. */
  const main = (id: string) =>
    `/api/v1/channels/${id.slice(3).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`;
  const deliveries = async (id: string) => must(await wire.get(`${main(id)}/deliveries?limit=100`), 200).body.data;
  const call = async ({ webhook_url }: { webhook_url: string }, { headers, body }: SignedCall): Promise<Heard> => {
    const { origin, pathname } = new URL(webhook_url);
    const answer = await new WireClient(origin, headers).send('POST', pathname, body);
    return { status: answer.status, body: answer.body };
  };

  describe.each([0, 1, 2])('on platform %i', (index) => {
    const platform = () => platforms[index]!;
    const say = (channel: { webhook_secret: string }, text: string, id = ++lastId) =>
      platform().say(text, id, channel.webhook_secret);
    const heard = (count: number) =>
      eventually(() => platform().texts().length >= count && platform().texts(), LIMIT_MS);

    test('messages are proved, acknowledged and answered in their order, each once however often it is told', async () => {
      const channel = await connected(platform());
      const forged = say(channel, 'forged');
      const isTelegram = platform().type === 'telegram';
      const refused = isTelegram
        ? platform().say('forged', ++lastId, 'guessed')
        : { ...forged, body: forged.body.replace('forged', 'changed') };
      expect((await call(channel, refused)).status).toBe(401);

      const first = say(channel, 'number 1');
      for (const told of [first, first, say(channel, 'number 2'), say(channel, 'number 3'), first])
        expect((await call(channel, told)).status).toBe(200);
      const texts = await heard(3);
      expect(texts.map((text) => /number \d/.exec(text)?.[0])).toEqual(['number 1', 'number 2', 'number 3']);
      const log = await eventually(async () => {
        const rows = await deliveries(channel.id);
        return rows.every(({ state }: { state: string }) => state === 'sent') && rows;
      }, LIMIT_MS);
      expect(log).toHaveLength(3);
      expect((await read(channel.id)).last_error).toBeNull();
    });

    test('long replies are split at the limit, and a wish for a pause is honoured', async () => {
      const channel = await connected(platform());
      const { maxChars, stub } = platform();
      const words = `${'tea and biscuits '.repeat(Math.ceil((maxChars * 1.2) / 17))} the end`;
      stub.next429(1);
      expect((await call(channel, say(channel, words))).status).toBe(200);
      const texts = await eventually(
        () => platform().texts().at(-1)?.includes('the end') && platform().texts(),
        LIMIT_MS,
      );
      for (const text of texts) expect(text.length).toBeLessThanOrEqual(maxChars);
      expect(texts).toHaveLength(2);
      const [delivery] = await eventually(async () => {
        const rows = await deliveries(channel.id);
        return rows[0]?.state === 'sent' && rows;
      }, LIMIT_MS);
      expect(delivery).toMatchObject({ parts: 2, sentParts: 2, attempts: 3, doubtfulParts: 0 });
    });

    test('a token that is no good any more is told once; what waits is sent when the channel is connected again', async () => {
      const channel = await connected(platform());
      platform().revoke();
      expect((await call(channel, say(channel, 'are you there?'))).status).toBe(200);
      const isOfChannel = ({ data }: { data: { channel_id?: string } }) => data.channel_id === channel.id;
      const { event, data } = await sink.untilEvent(HOOKS, isOfChannel, LIMIT_MS);
      const { status, status_reason } = await read(channel.id);
      expect({ event, status, reason: data.reason }).toEqual({
        event: 'channel.disconnected',
        status: 'disconnected',
        reason: status_reason,
      });
      expect(platform().texts()).toEqual([]);
      platform().stub.restore();
      const back = must(await wire.post(`${main(channel.id)}/reconnect`), 200).body.data;
      expect(back).toMatchObject({ status: 'connected', statusReason: null });
      expect((await heard(1))[0]).toContain('are you there?');
      expect(sink.eventsAt(HOOKS).filter(isOfChannel)).toHaveLength(1);
    });
  });

  test('platforms that try the address out are answered', async () => {
    const [, slack, discord] = platforms as [Platform, Platform, Platform];
    const challenge = (slack.stub as SlackStub).urlVerification('tea');
    expect(await call(await create('slack', slack.config), challenge)).toEqual({
      status: 200,
      body: { challenge: 'tea' },
    });
    const ping = (discord.stub as DiscordStub).ping();
    expect(await call(await create('discord', discord.config), ping)).toEqual({ status: 200, body: { type: 1 } });
  });

  test('a program of your own is answered at once, and the same when it asks again', async () => {
    const channel = await create('webhook', { callback_url: callbacks.url });
    const asked = callbacks.message(channel.webhook_secret, { id: 'm1', text: 'Hello' });
    const answer = await call(channel, asked);
    expect(answer).toMatchObject({ status: 200, body: { data: { reply: expect.stringContaining('Hello') } } });
    expect(await call(channel, asked)).toEqual(answer);
    const { conversation_id } = answer.body.data;
    expect(must(await wire.get(`/v1/conversations/${conversation_id}`), 200).body.data).toMatchObject({
      channel_id: channel.id,
      platform: 'webhook',
      message_count: 2,
    });
    expect((await call(channel, callbacks.message('guessed', { id: 'm2' }))).status).toBe(401);
  });

  test('what is missing is named, what is unknown is not found, and WhatsApp waits for its credentials', async () => {
    const bot = must(await wire.post('/v1/bots', { name: 'Echo' }), 201).body.data;
    const refused = must(await wire.post(`/v1/bots/${bot.id}/channels`, { type: 'slack', config: {} }), 422);
    expect(JSON.stringify(refused.body)).toContain('config.signing_secret');
    const unknown = `${parley.baseUrl}/v1/channels/ch_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b/webhook`;
    expect((await call({ webhook_url: unknown }, { headers: {}, body: '{}' })).status).toBe(404);
    const whatsapp = await create('whatsapp', {});
    expect(whatsapp.status).toBe('pending');
    const answer = await call(whatsapp, { headers: { 'content-type': 'application/json' }, body: '{}' });
    expect(answer.status).toBe(422);
  });
});
