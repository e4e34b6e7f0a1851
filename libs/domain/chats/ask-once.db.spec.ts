import { MINUTE_MS, newId, SECOND_MS } from '#kernel';
import { eventually } from '#testing';
import { type ChatProcess, EchoEngine, type EchoingChats, openEchoingChats } from '#testing/chats';
import type { FeedItem } from './chats.types';
import type { LiveTurn } from './live-turn';

const OVERDUE = { code: 'chats.reply_overdue', kind: 'unavailable' };

describe('a message that is asked once however often', () => {
  let chats: EchoingChats;
  /** Another process, with an engine of its own. */
  let other: ChatProcess;
  let otherEngine: EchoEngine;
  let userMessageId: string;

  beforeAll(async () => {
    chats = await openEchoingChats();
  });
  afterAll(() => chats.db.close());
  beforeEach(async () => {
    await chats.forgetAll();
    otherEngine = new EchoEngine();
    other = chats.anotherProcess(otherEngine);
    userMessageId = newId();
  });

  const once = (
    process: Pick<ChatProcess, 'turns'> = chats,
    message = 'hello',
    actor = chats.actor,
  ): Promise<LiveTurn> =>
    process.turns.askOnce(actor, chats.bot.id, { message, userMessageId, sessionKey: 'visit', isStreamed: false });
  const ask = async (message: string) =>
    (await chats.turns.ask(chats.actor, chats.bot.id, { message, sessionKey: 'visit', isStreamed: false })).answered();
  const answered = async (process?: Pick<ChatProcess, 'turns'>) => (await once(process)).answered();
  const countOf = async (name: string) => (await chats.told(name)).length;
  const wordsOf = async (conversationId: string) =>
    (await chats.conversations.messages(chats.actor, conversationId)).map(({ content }) => content);
  /** Its process dies while it makes the reply: it never says again that it still does. */
  const diedWhileReplying = async () => {
    const gate = Promise.withResolvers<void>();
    chats.engine.gate = gate.promise;
    const turn = await once();
    await eventually(() => chats.engine.requests.length === 1);
    chats.engine.gate = undefined;
    return { turn, comesBack: gate.resolve };
  };
  const failed = async () => {
    chats.engine.failure = new Error('provider down');
    const { answered, start } = await once().then((turn) => ({ answered: turn.answered(), start: turn.start }));
    await expect(answered).rejects.toThrow('provider down');
    await eventually(async () => {
      const [row] = await chats.db.database.query<{ state: string }>('select state from message where id = $1', [
        start.messageId,
      ]);
      return row?.state === 'failed';
    });
    chats.engine.failure = undefined;
    return start;
  };

  test('has one reply, which every process gives again', async () => {
    const first = await answered();
    expect(first.userMessageId).toBe(userMessageId);
    for (const process of [chats, other, other]) expect(await answered(process)).toEqual(first);
    expect([chats.engine.requests.length, otherEngine.requests.length]).toEqual([1, 0]);
    expect([await countOf('message.received'), await countOf('message.sent')]).toEqual([1, 1]);
    expect(await wordsOf(first.conversationId)).toEqual(['hello', 'hello (0)']);
  });

  test('is followed in the process that is answering it', async () => {
    const { turn, comesBack } = await diedWhileReplying();
    expect(await once()).toBe(turn);
    comesBack();
    expect((await turn.answered()).reply.text).toBe('hello (0)');
  });

  test('is stored once when two processes are asked in the same moment', async () => {
    const asked = await Promise.allSettled([once(), once(other), once(), once(other)]);
    for (const one of asked) if (one.status === 'rejected') expect(one.reason).toMatchObject(OVERDUE);
    await Promise.all(asked.flatMap((one) => (one.status === 'fulfilled' ? [one.value.answered()] : [])));
    const { conversationId } = await answered();
    expect(chats.engine.requests.length + otherEngine.requests.length).toBe(1);
    expect(await wordsOf(conversationId)).toHaveLength(2);
    expect([await countOf('message.received'), await countOf('message.sent')]).toEqual([1, 1]);
  });

  test('has to wait while another process makes the reply and says so', async () => {
    const { turn, comesBack } = await diedWhileReplying();
    await expect(once(other)).rejects.toMatchObject(OVERDUE);
    chats.clock.advance(25 * SECOND_MS);
    await chats.held.keep();
    chats.clock.advance(25 * SECOND_MS);
    await expect(once(other)).rejects.toMatchObject(OVERDUE);
    comesBack();
    await turn.answered();
    expect(otherEngine.requests).toEqual([]);
  });

  test('is answered by another process when its own has died; should that come back, it has nothing to say', async () => {
    const { turn, comesBack } = await diedWhileReplying();
    chats.clock.advance(31 * SECOND_MS);
    otherEngine.as = { model: 'other' };
    const answer = await answered(other);
    expect(answer).toMatchObject({ messageId: turn.start.messageId, reply: { model: 'other', text: 'hello (0)' } });
    expect(answer.askedAt).toEqual(turn.start.askedAt);
    comesBack();
    expect((await turn.answered()).reply.model).toBe('other');
    expect([await countOf('message.received'), await countOf('message.sent')]).toEqual([1, 1]);
    expect(await wordsOf(answer.conversationId)).toEqual(['hello', 'hello (0)']);
  });

  test('is not given up by the sweep while its reply is made', async () => {
    const { turn, comesBack } = await diedWhileReplying();
    chats.clock.advance(11 * MINUTE_MS);
    await chats.held.keep();
    await other.ending.failAbandonedReplies();
    comesBack();
    expect((await turn.answered()).reply.text).toBe('hello (0)');
  });

  test('has its failed reply made again for the words that were stored, whatever is asked now', async () => {
    chats.redactor.masks = /secret/;
    chats.engine.failure = new Error('provider down');
    const asking = once(chats, 'my secret');
    await expect(asking.then((turn) => turn.answered())).rejects.toThrow('provider down');
    await eventually(async () => {
      const turn = await once(other, 'something else').catch(() => undefined);
      return (await turn?.answered().catch(() => undefined)) !== undefined;
    });
    const { start } = await once();
    expect(await wordsOf(start.conversationId)).toEqual(['my ***', 'my *** (0)']);
    expect(await countOf('message.sent')).toBe(1);
  });

  test('has a reply made again found by readers who are past its place, with the history of its message', async () => {
    const { conversationId } = await ask('before');
    const { messageId } = await failed();
    await ask('after');
    const leaving = new AbortController();
    const read: FeedItem[] = [];
    void (async () => {
      const place = { afterPosition: 0, signal: leaving.signal };
      for await (const item of other.feed.follow(chats.actor, conversationId, place)) read.push(item);
    })();
    const positions = () => read.flatMap((item) => (item.type === 'message' ? [item.position] : []));
    await eventually(() => positions().length === 5);
    const answer = await answered(other);
    expect(answer).toMatchObject({ messageId, userMessageId, reply: { text: 'hello (2)' } });
    await eventually(() => positions().length === 6);
    expect(positions()).toEqual([1, 2, 3, 5, 6, 7]);
    leaving.abort();
    expect(await answered()).toEqual(answer);
    const resumed = await chats.turns.resume(chats.actor, chats.bot.id, { messageId, cursor: 0 });
    expect(await resumed.answered()).toEqual(answer);
    expect((await ask('last')).reply.text).toBe('last (6)');
  });

  test('gets no reply made again once a person has taken over', async () => {
    const { conversationId } = await failed();
    await chats.escalations.takeOver(chats.actor, conversationId);
    for (const process of [other, chats])
      expect(await answered(process)).toMatchObject({ isNotice: true, handling: 'human' });
    expect(otherEngine.requests).toEqual([]);
    expect(await countOf('message.sent')).toBe(0);
    expect(await wordsOf(conversationId)).toEqual(['hello', expect.stringContaining('Ada')]);
  });

  test('has a reply withdrawn that is being made again when a person takes over', async () => {
    const { conversationId } = await failed();
    const gate = Promise.withResolvers<void>();
    otherEngine.gate = gate.promise;
    const turn = await once(other);
    await eventually(() => otherEngine.requests.length === 1);
    await chats.escalations.takeOver(chats.actor, conversationId);
    gate.resolve();
    expect(await turn.answered()).toMatchObject({ isNotice: true, handling: 'human' });
    expect(await answered()).toMatchObject({ isNotice: true });
    expect(await countOf('message.sent')).toBe(0);
  });

  test('is stored once for the person who answers', async () => {
    const { conversationId } = await ask('before');
    await chats.escalations.takeOver(chats.actor, conversationId);
    for (const process of [chats, other])
      expect(await answered(process)).toMatchObject({ isNotice: true, userMessageId });
    expect(await countOf('message.received')).toBe(2);
  });

  test('is nobody else’s, and names its message by a UUID', async () => {
    await answered();
    const stranger = await chats.person('Eve');
    await expect(once(chats, 'hello', stranger)).rejects.toMatchObject({ code: 'chats.message_taken' });
    userMessageId = 'mine';
    await expect(once()).rejects.toMatchObject({ code: 'input.invalid' });
  });

  test('keeps its answer when the bot is disabled, but gets no new one', async () => {
    const first = await answered();
    chats.bot.status = 'disabled';
    expect(await answered(other)).toEqual(first);
    userMessageId = newId();
    await expect(once()).rejects.toMatchObject({ code: 'chats.bot_disabled', kind: 'conflict' });
    chats.bot.status = 'active';
    await failed();
    chats.bot.status = 'disabled';
    await expect(once(other)).rejects.toMatchObject({ code: 'chats.bot_disabled' });
  });
});
