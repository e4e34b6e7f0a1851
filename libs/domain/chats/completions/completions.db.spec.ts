import type { HistoryMessage } from '#domain/replies';
import { DAY_MS, newId } from '#kernel';
import { type EchoingChats, openEchoingChats } from '#testing/chats';
import type { CompletionEvent, CompletionInput } from './completions.types';

describe('completions', () => {
  let chats: EchoingChats;

  beforeAll(async () => {
    chats = await openEchoingChats();
  });
  afterAll(() => chats.db.close());
  beforeEach(() => chats.forgetAll());

  const inputOf = (message: string, changes: Partial<CompletionInput> = {}): CompletionInput => {
    return { message, history: [], caller: {}, isStreamed: false, isStored: true, ...changes };
  };
  const complete = async (message: string, changes: Partial<CompletionInput> = {}, id = newId()) => {
    const { completions, actor, bot } = chats;
    const events = await Array.fromAsync(completions.complete(actor, bot, inputOf(message, changes), id));
    return events.at(-1) as Extract<CompletionEvent, { type: 'done' }>;
  };
  const said = async (conversationId: string | undefined) => {
    const rows = await chats.db.database.query<{ content: string }>(
      'select content from message where conversation_id = $1 order by position',
      [conversationId],
    );
    return rows.map(({ content }) => content);
  };
  const thread = (...texts: string[]): HistoryMessage[] =>
    texts.map((text, at) => ({ role: at % 2 === 0 ? 'user' : 'bot', text }));
  const contentOf = ({ text }: { text: string }) => ({ text });

  test('are turns of a conversation, told of once each', async () => {
    const { conversationId } = await complete('one');
    expect(await said(conversationId)).toEqual(['one', 'one (0)']);
    expect((await chats.events()).sort()).toEqual(['conversation.started', 'message.received', 'message.sent']);
  });

  test('with the history of an earlier one go on with its conversation, also where it was forked', async () => {
    const first = await complete('one');
    const history = thread('one', 'one (0)');
    const second = await complete('two', { history });
    const third = await complete('three', { history: [...history, ...thread('two', 'two (2)')] });
    const forked = await complete('other', { history });
    expect([second, third, forked].map(({ conversationId }) => conversationId)).toEqual(
      Array(3).fill(first.conversationId),
    );
    expect(await said(first.conversationId)).toHaveLength(8);
  });

  test('with the same words of somebody else begin a conversation of their own', async () => {
    const { completions, bot } = chats;
    const first = await complete('one');
    const other = { ...(await chats.person('Bob')), keyId: newId() };
    const input = inputOf('two', { history: thread('one', 'one (0)') });
    const events = await Array.fromAsync(completions.complete(other, bot, input));
    expect(events.at(-1)).toMatchObject({ type: 'done' });
    expect((events.at(-1) as { conversationId?: string }).conversationId).not.toBe(first.conversationId);
  });

  test('go on in a new conversation when the old one was deleted', async () => {
    const first = await complete('one');
    await chats.db.database.query('delete from conversation where id = $1', [first.conversationId]);
    const second = await complete('two', { history: thread('one', 'one (0)') });
    expect(await said(second.conversationId)).toEqual(['two', 'two (2)']);
  });

  test('that are not to be stored leave nothing', async () => {
    expect((await complete('one', { isStored: false })).conversationId).toBeUndefined();
    expect(await chats.events()).toEqual([]);
    expect(await chats.db.database.query('select 1 from completion')).toEqual([]);
  });

  test('that want tools called are found again, and are no turns; the answer to them is one', async () => {
    const { completions, actor } = chats;
    const id = newId();
    const toolCalls = [{ id: 'call', name: 'weather', arguments: '{}' }];
    chats.engine.as = { text: '', toolCalls };
    await complete('one', { contentOf }, id);
    expect(await chats.events()).toEqual([]);
    const [previous] = await completions.thread(actor, id);
    chats.engine.as = {};
    const { conversationId } = await complete('one', { contentOf, ...(previous ? { previous } : {}) });
    expect(await said(conversationId)).toEqual(['one', 'one (0)']);
  });

  test('whose caller leaves are not made any further, and leave nothing', async () => {
    const { completions, actor, bot, engine } = chats;
    const { promise, resolve } = Promise.withResolvers<void>();
    engine.gate = promise;
    const leaving = new AbortController();
    const events = completions.complete(actor, bot, inputOf('one', { signal: leaving.signal }));
    for await (const event of events) {
      if (event.type !== 'delta') continue;
      leaving.abort();
      break;
    }
    resolve();
    expect(engine.requests.at(-1)?.signal?.aborted).toBe(true);
    expect(await chats.events()).toEqual([]);
    engine.gate = undefined;
  });

  test('store what redactors have left of a message', async () => {
    chats.redactor.masks = /secret/g;
    const { conversationId } = await complete('my secret');
    expect((await said(conversationId))[0]).toBe('my ***');
    chats.redactor.masks = undefined;
  });

  describe('that are kept', () => {
    test('are given with all that they go on with, oldest first', async () => {
      const { completions, actor } = chats;
      const ids = [newId(), newId(), newId()] as const;
      await complete('one', { contentOf }, ids[0]);
      for (const [at, id] of ids.slice(1).entries())
        await complete('more', { contentOf, previous: await completions.find(actor, ids[at] as string) }, id);
      expect((await completions.thread(actor, ids[2])).map(({ id }) => id)).toEqual(ids);
    });

    test('are not found by other teams, after they were deleted, or after 30 days', async () => {
      const { completions, actor, clock } = chats;
      const missing = { code: 'chats.completion_not_found' };
      const [one, other] = [newId(), newId()];
      for (const id of [one, other]) await complete('one', { contentOf }, id);
      await expect(completions.find({ ...actor, teamId: newId() }, one)).rejects.toMatchObject(missing);
      await expect(completions.thread({ ...actor, teamId: newId() }, one)).rejects.toMatchObject(missing);
      await completions.delete(actor, one);
      await expect(completions.find(actor, one)).rejects.toMatchObject(missing);
      await expect(completions.delete(actor, one)).rejects.toMatchObject(missing);
      clock.advance(31 * DAY_MS);
      await completions.removeExpired();
      await expect(completions.find(actor, other)).rejects.toMatchObject(missing);
    });
  });
});
