import { HOUR_MS, MINUTE_MS, newId } from '#kernel';
import { type EchoingChats, openEchoingChats } from '#testing/chats';

const NOT_FOUND = { code: 'chats.chat_not_found' };
const DEFAULTS = { maxInputTokens: 2_000 };

describe('a chat that is open to several bots', () => {
  let chats: EchoingChats;
  let chatId: string;

  beforeAll(async () => {
    chats = await openEchoingChats();
  });
  afterAll(() => chats.db.close());
  beforeEach(async () => {
    await chats.forgetAll();
    chatId = await chats.chats.start(chats.actor);
  });

  const send = async (message: string, botId = chats.bot.id) =>
    (await chats.turns.ask(chats.actor, botId, { message, isStreamed: false, chatId })).answered();
  const texts = async () => (await chats.chats.buffer(chats.actor, chatId, DEFAULTS)).map(({ text }) => text);
  const exists = () => chats.chats.exists(chats.actor, chatId);

  test('is empty until a message names a bot', async () => {
    expect(await exists()).toBe(true);
    expect(await texts()).toEqual([]);
  });

  test('remembers what was said, and a bot is told of it', async () => {
    await send('one');
    await send('two');
    expect(await texts()).toEqual(['one', 'one (0)', 'two', 'two (2)']);
  });

  test('keeps what was said in its order, however the clock is set meanwhile', async () => {
    await send('one');
    chats.clock.jump(-MINUTE_MS);
    await send('two');
    expect(await texts()).toEqual(['one', 'one (0)', 'two', 'two (2)']);
  });

  test('is one conversation with each bot, and all of them know the whole', async () => {
    const first = await send('one');
    const second = await send('two', chats.otherBot.id);
    expect(second.conversationId).not.toBe(first.conversationId);
    expect(second.reply.text).toBe('two (2)');
    expect(await texts()).toEqual(['one', 'one (0)', 'two', 'two (2)']);
    const { items } = await chats.conversations.history(chats.actor, chats.bot.id, chatId, { page: 1, limit: 10 });
    expect(items.map(({ content }) => content)).toEqual(['one', 'one (0)']);
  });

  test('takes messages of the same moment one after the other', async () => {
    await Promise.all(Array.from({ length: 10 }, (_, n) => send(`question ${n}`)));
    const all = await texts();
    expect(all).toHaveLength(20);
    for (let n = 0; n < 20; n += 2) expect(all[n + 1]).toContain(`${all[n]} (`);
  });

  test('lives an hour after its last message', async () => {
    chats.clock.advance(HOUR_MS - 1);
    await send('still here');
    chats.clock.advance(HOUR_MS - 1);
    expect(await exists()).toBe(true);
    chats.clock.advance(1);
    expect(await exists()).toBe(false);
    await expect(send('too late')).rejects.toMatchObject(NOT_FOUND);
    await expect(texts()).rejects.toMatchObject(NOT_FOUND);
    await expect(chats.chats.end(chats.actor, chatId)).rejects.toMatchObject(NOT_FOUND);
  });

  test('that has expired is removed by the sweep, and its conversations stay', async () => {
    await send('one');
    chats.clock.advance(HOUR_MS);
    await chats.chats.removeExpired();
    const [row] = await chats.db.database.query(
      'select (select count(*)::int from chat) as chats, chat_id from conversation',
    );
    expect(row).toEqual({ chats: 0, chat_id: null });
  });

  test('that was ended is gone, and its conversations end with it', async () => {
    await send('one');
    await send('two', chats.otherBot.id);
    await chats.chats.end(chats.actor, chatId);
    expect(await exists()).toBe(false);
    await expect(send('again')).rejects.toMatchObject(NOT_FOUND);
    await expect(chats.chats.end(chats.actor, chatId)).rejects.toMatchObject(NOT_FOUND);
    expect((await chats.events()).filter((name) => name === 'conversation.ended')).toHaveLength(2);
  });

  test('keeps nothing of a message that it refuses', async () => {
    await chats.chats.end(chats.actor, chatId);
    await expect(send('again')).rejects.toMatchObject(NOT_FOUND);
    expect(await chats.db.database.query('select 1 from message')).toEqual([]);
    expect(await chats.events()).toEqual([]);
  });

  test('of another team is none', async () => {
    const stranger = { ...chats.actor, teamId: newId() };
    expect(await chats.chats.exists(stranger, chatId)).toBe(false);
    await expect(chats.chats.end(stranger, chatId)).rejects.toMatchObject(NOT_FOUND);
    expect(await exists()).toBe(true);
  });

  test('is none when its name is no id', async () => {
    expect(await chats.chats.exists(chats.actor, 'chat-1')).toBe(false);
    await expect(
      chats.turns.ask(chats.actor, chats.bot.id, { message: 'hello', isStreamed: false, chatId: 'chat-1' }),
    ).rejects.toMatchObject(NOT_FOUND);
  });
});
