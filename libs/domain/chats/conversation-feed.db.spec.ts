import { newId } from '#kernel';
import { eventually } from '#testing';
import { type EchoingChats, openEchoingChats } from '#testing/chats';
import type { FeedItem } from './chats.types';
import { FeedQueries } from './feed.queries';
import type { TeamFeedItem } from './handoff/team-feed.types';

describe('the feed of a conversation', () => {
  let chats: EchoingChats;
  const open: AbortController[] = [];

  beforeAll(async () => {
    chats = await openEchoingChats();
  });
  afterAll(() => chats.db.close());
  beforeEach(() => chats.forgetAll());
  afterEach(() => {
    for (const controller of open.splice(0)) controller.abort();
  });

  const begin = (message: string) =>
    chats.turns.ask(chats.actor, chats.bot.id, { message, sessionKey: 'visit', isStreamed: true });
  const ask = async (message: string) => (await begin(message)).answered();
  function collect<Item>(items: (signal: AbortSignal) => AsyncIterable<Item>): Item[] {
    const leaving = new AbortController();
    open.push(leaving);
    const collected: Item[] = [];
    void (async () => {
      for await (const item of items(leaving.signal)) collected.push(item);
    })();
    return collected;
  }
  const follow = (conversationId: string, afterPosition = 0, from: Pick<EchoingChats, 'feed'> = chats) =>
    collect<FeedItem>((signal) => from.feed.follow(chats.actor, conversationId, { afterPosition, signal }));
  const wordsOf = (items: readonly FeedItem[]) =>
    items.map((item) => (item.type === 'message' ? `${item.position} ${item.message.role}` : item.handling));

  test('tells what was said, then what is said, and who answers, in this and in every other process', async () => {
    const { conversationId } = await ask('one');
    const [here, there] = [follow(conversationId), follow(conversationId, 0, chats.anotherProcess())];
    await eventually(() => here.length === 3 && there.length === 3);
    const { id } = await chats.escalations.escalate(chats.actor, conversationId);
    await chats.escalations.reply(chats.actor, id, 'Hello.');
    await chats.escalations.return(chats.actor, id);
    // The reader who keeps up has eight items, the last one `human`, before the bot answers again.
    const isTold = (items: readonly FeedItem[]) =>
      wordsOf(items).includes('6 system') && wordsOf(items).at(-1) === 'bot';
    await eventually(() => [here, there].every(isTold));
    for (const items of [here, there]) {
      const words = wordsOf(items);
      expect(words.slice(0, 3)).toEqual(['1 user', '2 bot', 'bot']);
      expect(words.filter((word) => /^\d/.test(word))).toEqual([
        '1 user',
        '2 bot',
        '3 system',
        '4 system',
        '5 agent',
        '6 system',
      ]);
      expect(words.at(-1)).toBe('bot');
    }
  });

  test('resumes after any position without losing or repeating a message', async () => {
    const { conversationId } = await ask('one');
    await ask('two');
    await ask('three');
    for (let position = 0; position <= 6; position += 1) {
      const items = follow(conversationId, position);
      await eventually(() => items.at(-1)?.type === 'handling');
      const positions = items.flatMap((item) => (item.type === 'message' ? [item.position] : []));
      expect(positions).toEqual([1, 2, 3, 4, 5, 6].filter((one) => one > position));
    }
  });

  test('waits for a reply that is being made, so that positions never go back', async () => {
    const { conversationId } = await ask('one');
    const gate = Promise.withResolvers<void>();
    chats.engine.gate = gate.promise;
    const slow = await begin('slow');
    await eventually(() => chats.engine.requests.length === 2);
    chats.engine.gate = undefined;
    await ask('quick');
    const items = follow(conversationId);
    await eventually(() => items.at(-1)?.type === 'handling');
    expect(wordsOf(items)).toEqual(['1 user', '2 bot', '3 user', 'bot']);
    gate.resolve();
    await slow.answered();
    await eventually(() => items.length === 7);
    expect(wordsOf(items).slice(4)).toEqual(['4 bot', '5 user', '6 bot']);
  });

  test('finds by its poll what no notice told', async () => {
    const { conversationId } = await ask('one');
    const items = follow(conversationId);
    await eventually(() => items.length === 3);
    await chats.db.database.query(
      `insert into message (id, conversation_id, position, role, state, content, principal, created_at)
       values ($1, $2, 3, 'system', 'complete', 'Silently.', 'x', now())`,
      [newId(), conversationId],
    );
    await eventually(() => wordsOf(items).includes('3 system'));
  });

  test('is left alone by its poll as long as nothing is new', async () => {
    const { conversationId } = await ask('one');
    const queries = new FeedQueries(chats.db.database);
    const place = { conversationId, after: 2, state: 'bot:false' };
    expect(await queries.changedAmong([place])).toEqual([]);
    for (const behind of [
      { ...place, after: 1 },
      { ...place, state: 'human:false' },
      { ...place, conversationId: newId() },
    ])
      expect(await queries.changedAmong([behind])).toEqual([behind.conversationId]);
  });

  test('ends when the conversation is deleted, and leaves nobody behind', async () => {
    const { conversationId } = await ask('one');
    const controller = new AbortController();
    const feed = chats.feed.follow(chats.actor, conversationId, { signal: controller.signal });
    for (let n = 0; n < 3; n += 1) await feed.next();
    await chats.db.database.query('delete from conversation where id = $1', [conversationId]);
    expect((await feed.next()).done).toBe(true);
  });

  test('is open to the team and to its own visitor alone', async () => {
    const { conversationId } = await ask('one');
    const stranger = { ...chats.actor, teamId: newId() };
    const feed = chats.feed.follow(stranger, conversationId, { signal: new AbortController().signal });
    await expect(feed.next()).rejects.toMatchObject({ code: 'chats.conversation_not_found' });
  });

  test('of a team begins with what is open and tells every step', async () => {
    const { conversationId } = await ask('one');
    const items = collect<TeamFeedItem>((signal) => chats.anotherProcess().teamFeed.follow(chats.actor, signal));
    await eventually(() => items.length === 1);
    expect(items[0]).toEqual({ type: 'open', escalations: [] });
    const step = async (work: () => Promise<unknown>, ...types: TeamFeedItem['type'][]) => {
      const before = items.length;
      await work();
      await eventually(() => items.length >= before + types.length);
      expect(items.slice(before).map(({ type }) => type)).toEqual(types);
    };
    let id = '';
    await step(async () => {
      ({ id } = await chats.escalations.escalate(chats.actor, conversationId));
    }, 'created');
    await step(() => ask('hello?'), 'message', 'message');
    await step(() => chats.agents.put(chats.actor, chats.actor.userId, { capacity: 1 }), 'assigned');
    await step(() => chats.escalations.accept(chats.actor, id), 'accepted', 'message');
    await step(() => chats.escalations.reply(chats.actor, id, 'Yes?'), 'message');
    await step(() => chats.escalations.resolve(chats.actor, id), 'ended');
    const late = collect<TeamFeedItem>((signal) => chats.teamFeed.follow(chats.actor, signal));
    await eventually(() => late.length === 1);
    expect(late[0]).toEqual({ type: 'open', escalations: [] });
  });
});
