import { type Actor, MINUTE_MS, newId } from '#kernel';
import { eventually } from '#testing';
import { type EchoingChats, openEchoingChats } from '#testing/chats';
import type { AskInput, ConversationFilter, FeedItem } from './chats.types';
import { stageOf } from './conversations.service';

const PAGE = { page: 1, limit: 10 };

describe('the conversations of a bot', () => {
  let chats: EchoingChats;

  beforeAll(async () => {
    chats = await openEchoingChats();
  });
  afterAll(() => chats.db.close());
  beforeEach(() => chats.forgetAll());

  const begin = (sessionKey: string, input: Partial<AskInput> = {}) => {
    chats.clock.advance(MINUTE_MS);
    return chats.turns.ask(chats.actor, chats.bot.id, { message: 'hello', isStreamed: false, sessionKey, ...input });
  };
  const ask = async (sessionKey: string, input: Partial<AskInput> = {}) => (await begin(sessionKey, input)).answered();
  const list = async (filter: ConversationFilter = {}, page = PAGE) => {
    const { items } = await chats.conversations.list(chats.actor, chats.bot.id, { ...page, ...filter });
    return items.map(({ sessionKey }) => sessionKey);
  };

  describe('are listed', () => {
    test('the most recent activity first, page by page', async () => {
      for (const key of ['a', 'b', 'c', 'a']) await ask(key);
      await chats.turns
        .ask(chats.actor, chats.otherBot.id, { message: 'x', isStreamed: false })
        .then((t) => t.answered());
      expect(await list()).toEqual(['a', 'c', 'b']);
      const second = await chats.conversations.list(chats.actor, chats.bot.id, { page: 2, limit: 2 });
      expect(second).toMatchObject({ page: 2, limit: 2, total: 3, items: [{ sessionKey: 'b', messageCount: 2 }] });
    });

    test('of all bots of a team, the latest begun first, each page behind the one before', async () => {
      const { conversationId: first } = await ask('a');
      const turn = await chats.turns.ask(chats.actor, chats.otherBot.id, { message: 'x', isStreamed: false });
      const { conversationId: second } = await turn.answered();
      await ask('a');
      const listed = async (request: { limit: number; before?: string }, actor: Actor = chats.actor) =>
        (await chats.conversations.listOfTeam(actor, request)).map(({ id }) => id);
      expect(await listed({ limit: 10 })).toEqual([second, first]);
      expect(await listed({ limit: 1 })).toEqual([second]);
      expect(await listed({ limit: 10, before: second })).toEqual([first]);
      expect(await listed({ limit: 10 }, { ...chats.actor, teamId: newId() })).toEqual([]);
      const key: Actor = {
        kind: 'bot_key',
        keyId: newId(),
        teamId: chats.actor.teamId,
        plan: 'free',
        botId: chats.bot.id,
      };
      await expect(listed({ limit: 10 }, key)).rejects.toMatchObject({ code: 'chats.person_needed' });
    });

    test('by messenger, channel and user', async () => {
      const channelId = await chats.channel();
      const arrival = { channelId, platform: 'telegram', chatId: '1', user: { id: '4711' } };
      await ask('by telegram', { arrival, userRef: 'telegram:4711' });
      await ask('by api', { userRef: 'user_42' });
      await ask('by mail', { channel: 'email', userRef: '4711' });
      expect(await list({ platform: 'telegram' })).toEqual(['by telegram']);
      expect(await list({ platform: 'api' })).toEqual(['by api']);
      expect(await list({ channelId })).toEqual(['by telegram']);
      for (const unknown of [newId(), 'no id']) expect(await list({ channelId: unknown })).toEqual([]);
      expect(await list({ userId: '4711' })).toEqual(['by mail', 'by telegram']);
      expect(await list({ userId: 'telegram:4711' })).toEqual(['by telegram']);
      expect(await list({ userId: 'user_42', platform: 'email' })).toEqual([]);
    });

    test('by when the last message came, the beginning included and the end not', async () => {
      const { answeredAt: from } = await ask('a');
      await ask('b');
      const { answeredAt: to } = await ask('c');
      expect(await list({ from, to })).toEqual(['b', 'a']);
      expect(await list({ from: to })).toEqual(['c']);
      expect(await list({ to: from })).toEqual([]);
    });

    test('by what has become of them, each in one state', async () => {
      const { conversationId: silent } = await ask('ended');
      await chats.conversations.close(chats.actor, silent);
      await ask('active');
      const { conversationId: done } = await ask('resolved');
      await chats.conversations.resolve(chats.actor, done);
      await chats.conversations.close(chats.actor, done);
      const { conversationId: wanted } = await ask('escalated');
      await chats.escalations.escalate(chats.actor, wanted);
      for (const status of ['active', 'escalated', 'resolved', 'ended'] as const)
        expect(await list({ status })).toEqual([status]);
      const { items } = await chats.conversations.list(chats.actor, chats.bot.id, PAGE);
      for (const conversation of items) expect(stageOf(conversation)).toBe(conversation.sessionKey);
    });

    test('to the team that they belong to', async () => {
      await ask('a');
      const stranger = { ...chats.actor, teamId: newId() };
      const visitor: Actor = {
        kind: 'visitor',
        teamId: chats.actor.teamId,
        plan: 'free',
        keyId: newId(),
        botId: chats.bot.id,
        allowedOrigins: [],
        conversationId: newId(),
      };
      await expect(chats.conversations.list(visitor, chats.bot.id, PAGE)).rejects.toMatchObject({ kind: 'forbidden' });
      const { items, total } = await chats.conversations.list(stranger, chats.bot.id, PAGE);
      expect([items, total]).toEqual([[], 0]);
    });
  });

  test('tell what was said in full, oldest first, page by page', async () => {
    const { conversationId } = await ask('a');
    chats.engine.failure = new Error('provider down');
    await expect(ask('a')).rejects.toThrow('provider down');
    chats.engine.failure = undefined;
    await ask('a', { message: 'again' });
    const page = await chats.conversations.messagesPage(chats.actor, conversationId, { page: 2, limit: 3 });
    expect(page).toMatchObject({ page: 2, limit: 3, total: 5 });
    expect(page.items.map(({ position, role }) => `${position} ${role}`)).toEqual(['5 user', '6 bot']);
    const stranger = { ...chats.actor, teamId: newId() };
    await expect(chats.conversations.messagesPage(stranger, conversationId, PAGE)).rejects.toMatchObject({
      code: 'chats.conversation_not_found',
    });
  });

  describe('are deleted', () => {
    const countOf = async (table: string) => {
      const [row] = await chats.db.database.query<{ count: number }>(`select count(*)::int as count from ${table}`);
      return row?.count;
    };

    test('with their messages, judgements and escalations, which is told', async () => {
      const { conversationId } = await ask('a', { userRef: 'user_42' });
      await chats.conversations.rateIn(chats.actor, conversationId, { score: 5 });
      await chats.escalations.takeOver(chats.actor, conversationId);
      const { conversationId: kept } = await ask('b');
      await chats.conversations.delete(chats.actor, conversationId);
      const gone = { code: 'chats.conversation_not_found' };
      await expect(chats.conversations.find(chats.actor, conversationId)).rejects.toMatchObject(gone);
      await expect(chats.conversations.delete(chats.actor, conversationId)).rejects.toMatchObject(gone);
      expect(await countOf('response_rating')).toBe(0);
      expect(await countOf('escalation')).toBe(0);
      expect(await countOf('message')).toBe(2);
      expect(await chats.conversations.messages(chats.actor, kept)).toHaveLength(2);
      expect(await chats.told('conversation.deleted')).toEqual([
        {
          botId: chats.bot.id,
          conversationId,
          sessionKey: 'a',
          userRef: 'user_42',
          channel: 'api',
          channelId: null,
          messageCount: 3,
        },
      ]);
    });

    test('with what is known of a user who has no other name', async () => {
      const { conversationId } = await ask('a');
      const insert = `insert into user_context (id, team_id, bot_id, user_ref, context, created_at, updated_at)
        values ($1, $2, $3, $4, '{}', now(), now())`;
      for (const userRef of [`conversation:${conversationId}`, 'user_42'])
        await chats.db.database.query(insert, [newId(), chats.actor.teamId, chats.bot.id, userRef]);
      await chats.conversations.delete(chats.actor, conversationId);
      const left = await chats.db.database.query('select user_ref as "userRef" from user_context');
      expect(left).toEqual([{ userRef: 'user_42' }]);
      await chats.db.database.query('delete from user_context');
    });

    test('by the team alone', async () => {
      const { conversationId } = await ask('a');
      const stranger = { ...chats.actor, teamId: newId() };
      const reader = { ...chats.actor, scopes: ['conversations:read' as const] };
      await expect(chats.conversations.delete(stranger, conversationId)).rejects.toMatchObject({ kind: 'not_found' });
      await expect(chats.conversations.delete(reader, conversationId)).rejects.toMatchObject({ kind: 'forbidden' });
      expect(await list()).toEqual(['a']);
    });

    test('while a reply is made, which is broken off and told to nobody, and while others read along', async () => {
      const gate = Promise.withResolvers<void>();
      const turn = await ask('a').then(async () => {
        chats.engine.gate = gate.promise;
        return begin('a');
      });
      await eventually(() => chats.engine.requests.length === 2);
      const { conversationId } = turn.start;
      const answered = expect(turn.answered()).rejects.toMatchObject({ code: 'chats.conversation_not_found' });
      const other = chats.anotherProcess();
      const read: FeedItem[] = [];
      const { signal } = new AbortController();
      const reading = (async () => {
        for await (const item of other.feed.follow(chats.actor, conversationId, { signal })) read.push(item);
      })();
      await eventually(() => read.length === 4);
      await other.conversations.delete(chats.actor, conversationId);
      await Promise.all([answered, reading]);
      expect(turn.signal.aborted).toBe(true);
      gate.resolve();
      expect(await chats.told('message.sent')).toHaveLength(1);
    });

    test('on their way to a person, which people who look at what is open are told', async () => {
      const { conversationId } = await ask('a');
      const { id } = await chats.escalations.escalate(chats.actor, conversationId);
      const leaving = new AbortController();
      const told = chats.anotherProcess().teamFeed.follow(chats.actor, leaving.signal);
      expect((await told.next()).value).toMatchObject({ type: 'open', escalations: [{ id }] });
      await chats.conversations.delete(chats.actor, conversationId);
      expect((await told.next()).value).toMatchObject({ type: 'ended', escalation: { id, state: 'resolved' } });
      leaving.abort();
    });

    test('and begin anew by the same session', async () => {
      const { conversationId } = await ask('a');
      await chats.conversations.delete(chats.actor, conversationId);
      const next = await ask('a');
      expect(next.conversationId).not.toBe(conversationId);
      expect(next.reply.text).toBe('hello (0)');
      await expect(
        chats.turns.askIn(chats.actor, conversationId, { message: 'x', isStreamed: false }),
      ).rejects.toMatchObject({ code: 'chats.conversation_not_found' });
    });

    test('with room for the next one at whoever answered', async () => {
      await chats.agents.put(chats.actor, chats.actor.userId, { capacity: 1 });
      const [first, second] = [await ask('a'), await ask('b')];
      await chats.escalations.escalate(chats.actor, first.conversationId);
      const { id } = await chats.escalations.escalate(chats.actor, second.conversationId);
      expect((await chats.escalations.get(chats.actor, id)).agent).toBeNull();
      await chats.conversations.delete(chats.actor, first.conversationId);
      expect((await chats.escalations.get(chats.actor, id)).agent?.id).toBe(chats.actor.userId);
    });
  });
});
