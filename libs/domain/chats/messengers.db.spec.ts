import type { Arrival } from '#domain/integrations';
import { newId } from '#kernel';
import { type EchoingChats, openEchoingChats } from '#testing/chats';
import type { AskInput } from './chats.types';

describe('a conversation by a messenger', () => {
  let chats: EchoingChats;
  let channelId: string;

  beforeAll(async () => {
    chats = await openEchoingChats();
  });
  afterAll(() => chats.db.close());
  beforeEach(async () => {
    await chats.forgetAll();
    channelId = await chats.channel();
  });

  const arrivalOf = (user: Arrival['user'], changes: Partial<Arrival> = {}): Arrival => ({
    channelId,
    platform: 'telegram',
    chatId: 'chat_7',
    user,
    ...changes,
  });
  const ada = { id: '4711', username: 'ada', name: 'Ada' };
  const ask = async (arrival: Arrival | undefined, input: Partial<AskInput> = {}) => {
    const turn = await chats.turns.ask(chats.actor, chats.bot.id, {
      message: 'hello',
      isStreamed: false,
      sessionKey: 'visit',
      userRef: 'telegram:4711',
      ...input,
      ...(arrival ? { arrival } : {}),
    });
    return turn.answered();
  };
  const find = (id: string) => chats.conversations.find(chats.actor, id);

  test('knows where it is held and who with, and so does whoever answers', async () => {
    const arrival = arrivalOf(ada, { threadId: 't1', platformMessageId: 'm1' });
    const { conversationId, channel } = await ask(arrival);
    expect(channel).toBe('telegram');
    expect(await find(conversationId)).toMatchObject({
      channelId,
      arrival: { chatId: 'chat_7', threadId: 't1', user: ada },
    });
    expect(chats.engine.requests[0]?.arrival).toEqual(arrival);
  });

  test('renews the names of its user, and not by those of another one', async () => {
    const { conversationId } = await ask(arrivalOf(ada));
    await ask(arrivalOf({ id: '4711', name: 'Ada L.' }, { chatId: 'elsewhere' }));
    const renewed = { chatId: 'chat_7', threadId: null, user: { id: '4711', username: null, name: 'Ada L.' } };
    expect((await find(conversationId)).arrival).toEqual(renewed);
    await ask(arrivalOf({ id: '12', name: 'Bob' }));
    expect((await find(conversationId)).arrival).toEqual(renewed);
    await ask(undefined);
    expect(await find(conversationId)).toMatchObject({ channelId, arrival: renewed });
  });

  test('is named by every event, and its messages name whose they are', async () => {
    const { conversationId } = await ask(arrivalOf(ada));
    await ask(arrivalOf({ id: '12' }));
    await chats.turns.askIn(chats.actor, conversationId, { message: 'by its id', isStreamed: false });
    const { id } = await chats.escalations.takeOver(chats.actor, conversationId);
    await chats.escalations.reply(chats.actor, id, 'Hello.');
    await chats.conversations.rateIn(chats.actor, conversationId, { score: 5 });
    await chats.conversations.close(chats.actor, conversationId);
    const events = await chats.db.database.query<{ name: string; channelId: string | null }>(
      `select name, data->>'channelId' as "channelId" from outbox`,
    );
    expect(events.filter((event) => event.channelId !== channelId)).toEqual([]);
    expect(new Set(events.map(({ name }) => name)).size).toBe(8);
    expect((await chats.told('message.received')).map(({ user }) => user)).toEqual([
      ada,
      { id: '12', username: null, name: null },
      ada,
    ]);
  });

  test('by none names its user as the caller does', async () => {
    const { conversationId } = await ask(undefined, { userRef: 'user_42' });
    expect(await find(conversationId)).toMatchObject({ channelId: null, arrival: null });
    expect(await chats.told('message.received')).toMatchObject([
      { channelId: null, user: { id: 'user_42', username: null, name: null } },
    ]);
  });

  test('outlives its channel, in which nothing begins any more', async () => {
    const { conversationId } = await ask(arrivalOf(ada));
    await chats.db.database.query('delete from channel where id = $1', [channelId]);
    expect(await find(conversationId)).toMatchObject({ channelId: null, arrival: { user: ada } });
    const gone = ask(arrivalOf(ada, { channelId: newId() }), { sessionKey: 'another' });
    await expect(gone).rejects.toMatchObject({ code: 'chats.channel_not_found' });
  });
});

describe('a turn', () => {
  let chats: EchoingChats;

  beforeAll(async () => {
    chats = await openEchoingChats();
  });
  afterAll(() => chats.db.close());
  beforeEach(() => chats.forgetAll());

  const ask = async (message = 'hello') =>
    (await chats.turns.ask(chats.actor, chats.bot.id, { message, sessionKey: 'visit', isStreamed: false })).answered();

  test('looks at as much of the conversation as the bot says', async () => {
    const { conversationId } = await ask('1');
    for (let n = 2; n <= 12; n += 1) await ask(`${n}`);
    const seen = async (historyMessages: number | undefined) => {
      chats.bot.configuration = historyMessages === undefined ? {} : { historyMessages };
      chats.engine.requests.length = 0;
      await chats.turns
        .askIn(chats.actor, conversationId, { message: 'x', isStreamed: false })
        .then((turn) => turn.answered());
      return chats.engine.requests[0]?.history.length;
    };
    expect([await seen(1), await seen(4), await seen(undefined), await seen(100)]).toEqual([0, 3, 20, 30]);
  });

  test('costs two statements beside what the engine asks, by a messenger too', async () => {
    const channelId = await chats.channel();
    const { conversationId } = await ask();
    const query = jest.spyOn(chats.db.database, 'query');
    const arrival = { channelId, platform: 'telegram', chatId: '1', user: { id: '4711' } };
    const message = { message: 'hello', isStreamed: false };
    const costOf = async (asking: () => ReturnType<typeof chats.turns.ask>) => {
      query.mockClear();
      await (await asking()).answered();
      return query.mock.calls.length;
    };
    const { actor, bot, turns } = chats;
    expect([
      await costOf(() => turns.ask(actor, bot.id, message)),
      await costOf(() => turns.ask(actor, bot.id, { ...message, arrival })),
      await costOf(() => turns.askIn(actor, conversationId, message)),
      await costOf(() => turns.askOnce(actor, bot.id, { ...message, arrival, userMessageId: newId() })),
    ]).toEqual([2, 2, 2, 3]);
    query.mockRestore();
  });

  test('with a disabled bot is refused, and leaves nothing behind', async () => {
    const { conversationId } = await ask();
    const before = await chats.events();
    chats.bot.status = 'disabled';
    const disabled = { code: 'chats.bot_disabled', kind: 'conflict' };
    await expect(ask()).rejects.toMatchObject(disabled);
    const byId = chats.turns.askIn(chats.actor, conversationId, { message: 'x', isStreamed: false });
    await expect(byId).rejects.toMatchObject(disabled);
    expect(await chats.events()).toEqual(before);
    expect(await chats.conversations.messages(chats.actor, conversationId)).toHaveLength(2);
  });

  const [good, bad, left] = [newId(), newId(), newId()];
  const failure = (id: string, wasCalled = true) => ({
    id,
    name: `back-end ${id}`,
    error: 'It answered 500.',
    statusCode: wasCalled ? 500 : null,
    latencyMs: 12,
    wasCalled,
  });

  test('tells which integration answered and which failed before it', async () => {
    chats.engine.as = {
      integration: { id: good, name: 'good', kind: 'webhook', latencyMs: 40 },
      failedIntegrations: [failure(bad), failure(left, false)],
    };
    const { conversationId, messageId } = await ask();
    expect(await chats.told('message.sent')).toMatchObject([
      {
        reply: {
          integration: { id: good, kind: 'webhook', latencyMs: 40, isApology: false },
          failedIntegrations: [
            { id: bad, latencyMs: 12, wasCalled: true },
            { id: left, latencyMs: 12, wasCalled: false },
          ],
        },
      },
    ]);
    expect(await chats.told('integration.failed')).toEqual([
      {
        botId: chats.bot.id,
        integrationId: bad,
        integrationName: `back-end ${bad}`,
        conversationId,
        error: 'It answered 500.',
        statusCode: 500,
        isFinal: false,
      },
    ]);
    await chats.conversations.rateIn(chats.actor, conversationId, { score: 5, messageId });
    await chats.conversations.rateIn(chats.actor, conversationId, { score: 5 });
    expect((await chats.told('message.rated')).map(({ integrationId }) => integrationId)).toEqual([good, null]);
  });

  test('that ends with an apology tells of the last integration that nobody was left', async () => {
    chats.engine.as = {
      integration: { id: bad, name: 'bad', kind: 'webhook', latencyMs: 40, isApology: true },
      failedIntegrations: [failure(bad), failure(left, false)],
    };
    await ask();
    expect(await chats.told('integration.failed')).toMatchObject([
      { integrationId: bad, isFinal: false },
      { integrationId: left, isFinal: true, statusCode: null },
    ]);
  });

  test('that is withdrawn tells of no integration', async () => {
    const gate = Promise.withResolvers<void>();
    chats.engine.gate = gate.promise;
    chats.engine.as = { failedIntegrations: [failure(bad)] };
    const turn = await chats.turns.ask(chats.actor, chats.bot.id, { message: 'hello', isStreamed: false });
    await chats.escalations.takeOver(chats.actor, turn.start.conversationId);
    gate.resolve();
    await turn.answered();
    expect(await chats.told('integration.failed')).toEqual([]);
  });

  test('marks what neither a person nor a model or back-end wrote', async () => {
    const { conversationId } = await ask();
    chats.engine.as = { integration: { id: bad, name: 'bad', kind: 'webhook', latencyMs: 1, isApology: true } };
    await ask();
    chats.engine.as = { model: 'none', integration: { id: good, name: 'echo', kind: 'echo', latencyMs: 1 } };
    await ask();
    chats.engine.as = { model: 'none' };
    await ask();
    chats.engine.as = { model: 'none', isVerified: true };
    await ask();
    await chats.escalations.escalate(chats.actor, conversationId);
    const messages = await chats.conversations.messages(chats.actor, conversationId);
    const replies = messages.filter(({ role }) => role !== 'user');
    expect(
      replies.map(({ role, isSynthetic = false, integrationId = null }) => [role, isSynthetic, integrationId]),
    ).toEqual([
      ['bot', false, null],
      ['bot', true, bad],
      ['bot', false, good],
      ['bot', true, null],
      ['bot', false, null],
      ['system', true, null],
    ]);
  });
});
