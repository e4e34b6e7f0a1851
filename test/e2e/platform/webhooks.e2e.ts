/** Webhooks of a team: registered, told what happens, signed; and nobody else's. */
import { loginAsAdmin, must, type RegisteredTeam, registerTeam, sharedInstallation, WireClient } from '#testing/parley';
import {
  holdsPlainSignature,
  holdsStandardSignature,
  type ReceivedDelivery,
  signatureFaults,
  WebhookSink,
} from '#testing/webhooks';
import { createBot, verifiedByOpenAi, verifiedByStandardWebhooks, WEBHOOKS, WebhookClient } from './webhooks-client';

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const BASE64_SECRET = Buffer.from('a key that the receiver has chosen').toString('base64');

describe('webhooks of a team', () => {
  let sink: WebhookSink;
  let wire: WireClient;
  let team: RegisteredTeam;
  let others: RegisteredTeam;
  let paths = 0;

  beforeAll(async () => {
    sink = await WebhookSink.start();
    wire = new WireClient((await sharedInstallation()).baseUrl);
    [team, others] = [await registerTeam(wire), await registerTeam(wire)];
  });

  afterAll(() => sink?.stop());

  const newPath = () => `/receiver-${++paths}`;
  const register = (path: string, events: readonly string[], more: object = {}, by = team.asKey) =>
    WebhookClient.register(by, { url: sink.url(path), events, ...more });

  /** A webhook and what it was sent when a bot was created. */
  const delivered = async (more: object = {}): Promise<{ webhook: WebhookClient; delivery: ReceivedDelivery }> => {
    const path = newPath();
    const webhook = await register(path, ['chatbot.created'], more);
    await createBot(team.asKey);
    const [delivery] = await sink.untilCount(path, 1);
    await webhook.change({ active: false });
    return { webhook, delivery: delivery! };
  };

  test('one is registered, read, listed, changed and deleted; its secret is shown once', async () => {
    const url = sink.url(newPath());
    const body = { url, events: ['message.received', 'message.received'], description: 'Tickets' };
    const registered = must(await team.asKey.post(WEBHOOKS, body), 201).body.data;
    const { secret, ...shown } = registered;
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(shown).toEqual({
      id: expect.stringMatching(UUID),
      url,
      events: ['message.received'],
      active: true,
      chatbotId: null,
      description: 'Tickets',
      disabledReason: null,
      disabledAt: null,
      failingSince: null,
      lastSuccessAt: null,
      lastFailureAt: null,
      previousSecretExpiresAt: null,
      createdAt: expect.stringMatching(ISO),
      updatedAt: shown.createdAt,
    });
    const path = `${WEBHOOKS}/${shown.id}`;
    expect(must(await team.asKey.get(path), 200).body.data).toEqual(shown);
    const list = must(await team.asUser.get(`${WEBHOOKS}?limit=100`), 200).body;
    expect(list.data).toContainEqual(shown);
    expect(JSON.stringify(list)).not.toContain('secret":');
    const changed = must(await team.asKey.put(path, { events: ['message.sent'], description: null }), 200).body.data;
    expect(changed).toMatchObject({ url, events: ['message.sent'], description: null });
    expect(changed.secret).toBeUndefined();
    must(await team.asKey.delete(path), 200);
    for (const gone of [await team.asKey.get(path), await team.asKey.delete(path)]) {
      expect([gone.status, gone.body.code]).toEqual([404, 'NOT_FOUND']);
    }
  });

  test('the names that can be asked for are listed with an example of each', async () => {
    const events = must(await team.asKey.get(`${WEBHOOKS}/events`), 200).body.data;
    const names = events.map(({ name }: { name: string }) => name);
    for (const name of ['message.received', 'message.sent', 'conversation.started', 'conversation.created']) {
      expect(names).toContain(name);
    }
    for (const { description, example } of events)
      expect([typeof description, typeof example]).toEqual(['string', 'object']);
  });

  test('a turn is told as a message received and a message sent, in both spellings', async () => {
    const path = newPath();
    await register(path, ['message.received', 'message.sent', 'conversation.started']);
    const botId = await createBot(team.asKey);
    const turn = { sessionId: 'session-7', userId: 'user-42', message: 'Äpfel & "Birnen" — 🍐?' };
    const answer = must(await team.asKey.post(`/api/v1/chatbots/${botId}/conversation`, turn), 200).body.data;
    const received = await sink.untilEvent(path, ({ event }) => event === 'message.received');
    const sent = await sink.untilEvent(path, ({ event }) => event === 'message.sent');
    const started = await sink.untilEvent(path, ({ event }) => event === 'conversation.started');

    const inConversation = {
      chatbotId: botId,
      conversationId: expect.stringMatching(UUID),
      sessionId: 'session-7',
      userId: 'user-42',
      conversation_id: expect.stringMatching(/^conv_/),
      user_id: 'user-42',
    };
    const envelope = { id: expect.stringMatching(UUID), timestamp: expect.stringMatching(ISO) };
    expect(started).toEqual({
      ...envelope,
      event: 'conversation.started',
      data: expect.objectContaining(inConversation),
    });
    expect(received).toEqual({
      ...envelope,
      event: 'message.received',
      data: expect.objectContaining({
        ...inConversation,
        conversationId: started.data.conversationId,
        messageId: expect.stringMatching(UUID),
        message_id: expect.stringMatching(/^msg_/),
        role: 'user',
        content: turn.message,
      }),
    });
    expect(sent).toEqual({
      ...envelope,
      event: 'message.sent',
      data: expect.objectContaining({
        ...inConversation,
        messageId: answer.messageId,
        role: 'bot',
        content: answer.text,
      }),
    });
    expect(Object.keys(sent)).toEqual(['id', 'event', 'timestamp', 'data']);
  });

  describe('what is sent is signed', () => {
    const changedByte = (delivery: ReceivedDelivery) => ({
      ...delivery,
      body: delivery.body.replace('Helper', 'Helqer'),
    });

    test('so that every receiver can check it, when the secret was made', async () => {
      const { webhook, delivery } = await delivered();
      const body = JSON.parse(delivery.body);
      expect(signatureFaults(delivery, webhook.secret)).toEqual([]);
      expect(verifiedByStandardWebhooks(delivery, webhook.secret)).toEqual(body);
      expect(await verifiedByOpenAi(delivery, webhook.secret)).toEqual(body);
    });

    test.each(['your_webhook_secret', BASE64_SECRET, 'ein Geheimnis für Überraschungen'])(
      'so that every receiver can check it, when the secret was given: %s',
      async (secret) => {
        const { webhook, delivery } = await delivered({ secret });
        expect(webhook.secret).toBe(secret);
        expect(signatureFaults(delivery, secret)).toEqual([]);
        expect(await verifiedByOpenAi(delivery, secret)).toEqual(JSON.parse(delivery.body));
      },
    );

    test('as the package of Standard Webhooks reads a secret that is plain base64', async () => {
      const { delivery } = await delivered({ secret: BASE64_SECRET });
      expect(verifiedByStandardWebhooks(delivery, BASE64_SECRET)).toEqual(JSON.parse(delivery.body));
    });

    test('so that one changed byte, another id, another time and another secret are refused', async () => {
      const { webhook, delivery } = await delivered();
      const { headers } = delivery;
      const forgeries: ReceivedDelivery[] = [
        changedByte(delivery),
        { ...delivery, headers: { ...headers, 'webhook-id': 'another' } },
        { ...delivery, headers: { ...headers, 'webhook-timestamp': String(Number(headers['webhook-timestamp']) - 1) } },
      ];
      for (const forgery of forgeries) {
        expect(holdsStandardSignature(forgery, webhook.secret)).toBe(false);
        expect(() => verifiedByStandardWebhooks(forgery, webhook.secret)).toThrow();
        await expect(verifiedByOpenAi(forgery, webhook.secret)).rejects.toThrow();
      }
      expect(holdsPlainSignature(changedByte(delivery), webhook.secret)).toBe(false);
      expect(signatureFaults(delivery, 'another secret')).toHaveLength(2);
    });
  });

  test('a bot that was created is told, to webhooks of its own team only', async () => {
    const [mine, theirs] = [newPath(), newPath()];
    await register(mine, ['chatbot.created']);
    await register(theirs, ['chatbot.created'], {}, others.asKey);
    const botId = await createBot(team.asKey, 'Concierge');
    expect((await sink.untilEvent(mine, ({ data }) => data.chatbotId === botId)).data).toMatchObject({
      chatbotId: botId,
      name: 'Concierge',
    });
    const theirBotId = await createBot(others.asKey, 'Porter');
    await sink.untilEvent(theirs, ({ data }) => data.chatbotId === theirBotId);
    expect(sink.eventsAt(theirs).map(({ data }) => data.chatbotId)).toEqual([theirBotId]);
  });

  test('a user who registers is told to administrators, and to no other team', async () => {
    const [atAdmin, atTeam] = [newPath(), newPath()];
    const admin = await loginAsAdmin(wire);
    const ofAdmin = await register(atAdmin, ['user.registered'], {}, admin);
    await register(atTeam, ['user.registered', 'chatbot.created']);
    const newcomer = await registerTeam(wire);
    const { data } = await sink.untilEvent(atAdmin, (event) => event.data.username === newcomer.account.username);
    expect(data).toMatchObject({
      userId: expect.stringMatching(UUID),
      username: newcomer.account.username,
      email: newcomer.account.email,
    });
    await createBot(team.asKey);
    await sink.untilCount(atTeam, 1);
    expect(sink.eventsAt(atTeam).map(({ event }) => event)).toEqual(['chatbot.created']);
    must(await admin.delete(ofAdmin.path), 200);
  });

  test('with a chatbotId it hears of that bot only', async () => {
    const path = newPath();
    const [wanted, other] = [await createBot(team.asKey), await createBot(team.asKey)];
    await register(path, ['message.received'], { chatbotId: wanted });
    for (const botId of [other, wanted]) {
      must(await team.asKey.post(`/api/v1/chatbots/${botId}/conversation`, { message: `To ${botId}` }), 200);
    }
    await sink.untilCount(path, 1);
    expect(sink.eventsAt(path).map(({ data }) => data.content)).toEqual([`To ${wanted}`]);
  });

  test('a secret that was replaced signs for a day longer', async () => {
    const path = newPath();
    const webhook = await register(path, ['chatbot.created']);
    const rotated = must(await team.asKey.post(`${webhook.path}/rotate-secret`), 200).body.data;
    expect(rotated.secret).not.toBe(webhook.secret);
    const hoursLeft = (Date.parse(rotated.previousSecretExpiresAt) - Date.now()) / 3_600_000;
    expect([hoursLeft > 23.9, hoursLeft <= 24]).toEqual([true, true]);
    await createBot(team.asKey);
    const [delivery] = await sink.untilCount(path, 1);
    expect(signatureFaults(delivery!, rotated.secret)).toEqual([]);
    for (const secret of [webhook.secret, rotated.secret]) {
      expect(verifiedByStandardWebhooks(delivery!, secret)).toEqual(JSON.parse(delivery!.body));
      expect(await verifiedByOpenAi(delivery!, secret)).toEqual(JSON.parse(delivery!.body));
    }
    const previous = {
      ...delivery!.headers,
      'x-webhook-signature': delivery!.headers['x-webhook-signature-previous']!,
    };
    expect(holdsPlainSignature({ ...delivery!, headers: previous }, webhook.secret)).toBe(true);
  });

  test('another team finds nothing of it', async () => {
    const { webhook, delivery } = await delivered();
    const deliveryPath = `${webhook.path}/deliveries/${delivery.headers['webhook-id']}`;
    for (const [method, path, body] of [
      ['GET', webhook.path, undefined],
      ['PUT', webhook.path, { active: false }],
      ['PATCH', webhook.path, { active: false }],
      ['DELETE', webhook.path, undefined],
      ['POST', `${webhook.path}/rotate-secret`, {}],
      ['POST', `${webhook.path}/test`, {}],
      ['GET', `${webhook.path}/deliveries`, undefined],
      ['GET', deliveryPath, undefined],
      ['POST', `${deliveryPath}/replay`, {}],
      ['POST', `${webhook.path}/replay`, { since: '2020-01-01T00:00:00Z' }],
      ['GET', `${webhook.path}/statistics`, undefined],
    ] as const) {
      const answer = await others.asKey.send(method, path, body);
      expect([method, path, answer.status, answer.body.code]).toEqual([method, path, 404, 'NOT_FOUND']);
    }
    const theirs = await register(newPath(), ['chatbot.created'], {}, others.asKey);
    const notTheirs = await others.asKey.get(`${theirs.path}/deliveries/${delivery.headers['webhook-id']}`);
    expect(notTheirs.status).toBe(404);
  });

  test.each(['1', 'seven', '0190f000-0000-7000-8000-000000000000'])('%s is the id of no webhook', async (id) => {
    const answer = await team.asKey.get(`${WEBHOOKS}/${id}`);
    expect([answer.status, answer.body.code]).toEqual([404, 'NOT_FOUND']);
  });

  const GOOD = { url: 'https://receiver.example/', events: ['message.sent'] };
  test.each([
    ['nothing', {}, ['url', 'events']],
    ['no event', { ...GOOD, events: [] }, ['events']],
    ['an unknown event', { ...GOOD, events: ['message.sent', 'moon.landed'] }, ['events']],
    ['events that are no texts', { ...GOOD, events: [7] }, ['events']],
    ['an address that is none', { ...GOOD, url: 'not an address' }, ['url']],
    ['another scheme', { ...GOOD, url: 'ftp://receiver.example/' }, ['url']],
    ['a name and password in the address', { ...GOOD, url: 'https://a:b@receiver.example/' }, ['url']],
    ['an endless address', { ...GOOD, url: `https://receiver.example/${'x'.repeat(3_000)}` }, ['url']],
    ['a short secret', { ...GOOD, secret: 'seven77' }, ['secret']],
    ['a long secret', { ...GOOD, secret: 'x'.repeat(257) }, ['secret']],
    ['a bot of nobody', { ...GOOD, chatbotId: '0190f000-0000-7000-8000-000000000000' }, ['chatbotId']],
    ['a description of a novel', { ...GOOD, description: 'x'.repeat(501) }, ['description']],
  ])('%s is refused, naming the field', async (_, body, fields) => {
    const answer = await team.asKey.post(WEBHOOKS, body);
    expect([answer.status, answer.body.code]).toEqual([400, 'VALIDATION_ERROR']);
    expect(answer.body.details.fields.map((problem: { field: string }) => problem.field)).toEqual(fields);
  });

  test("another team's bot cannot be listened to", async () => {
    const chatbotId = await createBot(others.asKey);
    const answer = await team.asKey.post(WEBHOOKS, { ...GOOD, chatbotId });
    expect([answer.status, answer.body.details?.fields[0].field]).toEqual([400, 'chatbotId']);
  });

  test('an unknown event is answered with the known ones, and a change that is refused changes nothing', async () => {
    const webhook = await register(newPath(), ['message.sent']);
    const before = await webhook.read();
    const answer = await team.asKey.put(webhook.path, { description: 'New', events: ['moon.landed'] });
    expect([answer.status, answer.body.message]).toEqual([400, expect.stringContaining('chatbot.created')]);
    expect(await webhook.read()).toEqual(before);
    for (const body of [{ since: 'yesterday' }, {}, { since: '2030-01-02T00:00:00Z', until: '2030-01-01T00:00:00Z' }]) {
      expect((await team.asKey.post(`${webhook.path}/replay`, body)).status).toBe(400);
    }
  });

  test('keys need the scopes for webhooks', async () => {
    const webhook = await register(newPath(), ['message.sent']);
    const body = { name: 'reader', scopes: ['webhooks:read'] };
    const { apiKey } = must(await team.asUser.post('/api/v1/auth/api-key', body), 201).body.data;
    const reader = wire.withKey(apiKey);
    must(await reader.get(webhook.path), 200);
    must(await reader.get(`${webhook.path}/deliveries`), 200);
    expect((await reader.post(WEBHOOKS, GOOD)).status).toBe(403);
    expect((await reader.post(`${webhook.path}/test`)).status).toBe(403);
    expect((await reader.delete(webhook.path)).status).toBe(403);
    expect((await wire.get(WEBHOOKS)).status).toBe(401);
  });
});
