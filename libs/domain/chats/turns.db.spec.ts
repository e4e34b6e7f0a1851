import { HOUR_MS, newId } from '#kernel';
import { type EchoingChats, openEchoingChats } from '#testing/chats';

describe('turns', () => {
  let chats: EchoingChats;

  beforeAll(async () => {
    chats = await openEchoingChats();
  });
  afterAll(() => chats.db.close());
  beforeEach(() => chats.forgetAll());

  const ask = async (message: string, sessionKey?: string) => {
    const { actor, bot, turns } = chats;
    const session = sessionKey === undefined ? {} : { sessionKey };
    return (await turns.ask(actor, bot.id, { message, isStreamed: false, ...session })).answered();
  };
  const said = async (sessionKey: string) => {
    const { actor, bot, conversations } = chats;
    const { items } = await conversations.history(actor, bot.id, sessionKey, { page: 1, limit: 100 });
    return items.map((entry) => entry.content);
  };

  test('without a session open one; with its key they go on in it and remember', async () => {
    const first = await ask('one');
    const second = await ask('two', first.sessionKey);
    expect(second.conversationId).toBe(first.conversationId);
    expect(await said(first.sessionKey)).toEqual(['one', 'one (0)', 'two', 'two (2)']);
  });

  test('may name a session of their own', async () => {
    expect((await ask('hello', 'visit-7')).sessionKey).toBe('visit-7');
    expect(await said('visit-7')).toEqual(['hello', 'hello (0)']);
  });

  test('of one conversation at the same time keep each question with its reply, in one order', async () => {
    const questions = Array.from({ length: 20 }, (_, n) => `question ${n}`);
    await Promise.all(questions.map((question) => ask(question, 'busy')));
    const all = await said('busy');
    expect(all).toHaveLength(40);
    for (let n = 0; n < 40; n += 2) expect(all[n + 1]).toMatch(new RegExp(`^${all[n]} \\(`));
  });

  test('tell what happened, once', async () => {
    const { sessionKey } = await ask('hello');
    await ask('again', sessionKey);
    expect((await chats.events()).sort()).toEqual([
      'conversation.started',
      'message.received',
      'message.received',
      'message.sent',
      'message.sent',
    ]);
  });

  test('that fail say so, keep the question and tell of no reply', async () => {
    chats.engine.failure = new Error('provider down');
    await expect(ask('hello', 'broken')).rejects.toThrow('provider down');
    expect(await said('broken')).toEqual(['hello']);
    expect(await chats.events()).not.toContain('message.sent');
  });

  test('whose process died are failed by the sweep, and resuming them says so', async () => {
    const { messageId } = await ask('hello', 'lost');
    await chats.db.database.query(`update message set state = 'pending', content = '' where id = $1`, [messageId]);
    chats.clock.advance(HOUR_MS);
    await chats.ending.failAbandonedReplies();
    await expect(chats.turns.resume(chats.actor, chats.bot.id, { messageId, cursor: 0 })).rejects.toMatchObject({
      code: 'chats.reply_failed',
    });
  });

  test('for a bot that has just gone say so and keep nothing', async () => {
    const gone = { ...chats.bot, id: newId() };
    await expect(
      chats.turnsWith([gone]).ask(chats.actor, gone.id, { message: 'hello', isStreamed: false }),
    ).rejects.toMatchObject({
      code: 'bots.not_found',
    });
    expect(await chats.events()).toEqual([]);
  });

  test('are resumed only by who asked', async () => {
    const { messageId } = await ask('hello');
    const other = { ...chats.actor, keyId: newId() };
    await expect(chats.turns.resume(other, chats.bot.id, { messageId, cursor: 0 })).rejects.toMatchObject({
      code: 'chats.turn_not_found',
    });
    expect(
      (await (await chats.turns.resume(chats.actor, chats.bot.id, { messageId, cursor: 0 })).answered()).reply.text,
    ).toBe('hello (0)');
  });

  test('a conversation ends after its idle time, is told of once, and a new message opens it again', async () => {
    await ask('hello', 'idle');
    await chats.ending.endIdleConversations();
    expect(await chats.events()).not.toContain('conversation.ended');
    chats.clock.advance(2 * HOUR_MS);
    await chats.ending.endIdleConversations();
    await chats.ending.endIdleConversations();
    expect((await chats.events()).filter((name) => name === 'conversation.ended')).toHaveLength(1);
    await ask('still there?', 'idle');
    const [row] = await chats.db.database.query('select state, ended_at from conversation');
    expect(row).toEqual({ state: 'open', ended_at: null });
  });
});
