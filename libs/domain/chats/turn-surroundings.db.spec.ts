import type { TurnContext } from '#domain/context';
import { type EchoingChats, openEchoingChats } from '#testing/chats';

const NOTHING_KNOWN: TurnContext = {
  resolvedText: '',
  references: [],
  entities: [],
  topics: [],
  known: {},
  prompt: undefined,
};

describe('a turn', () => {
  let chats: EchoingChats;

  beforeAll(async () => {
    chats = await openEchoingChats();
  });
  afterAll(() => chats.db.close());
  beforeEach(() => chats.forgetAll());

  const ask = async (message: string, input: { sessionKey?: string; userRef?: string } = {}) => {
    const { actor, bot, turns } = chats;
    return (await turns.ask(actor, bot.id, { message, isStreamed: false, ...input })).answered();
  };

  test('tells with its reply what counts, and what it answers', async () => {
    chats.engine.as = {
      model: 'gpt-test',
      modelId: 7,
      usage: { inputTokens: 30, outputTokens: 4 },
      costUsd: 0.5,
      confidence: 0.9,
      grounded: true,
      intent: { name: 'hours', confidence: 0.7, inScope: true, modelVersion: 2 },
    };
    const answer = await ask('hello');
    const [sent] = await chats.told('message.sent');
    expect(sent).toMatchObject({
      messageId: answer.messageId,
      userMessageId: answer.userMessageId,
      askedAt: answer.askedAt.toISOString(),
      reply: {
        model: 'gpt-test',
        modelId: 7,
        inputTokens: 30,
        outputTokens: 4,
        costUsd: 0.5,
        latencyMs: 0,
        confidence: 0.9,
        isGrounded: true,
        isSmallTalk: false,
        intent: 'hours',
        intentConfidence: 0.7,
        inScope: true,
      },
    });
    chats.engine.as = { model: 'none' };
    await ask('again', { sessionKey: answer.sessionKey });
    const [, second] = await chats.told('message.sent');
    expect(second?.reply).toMatchObject({ model: null, modelId: null, costUsd: null, intent: null, inScope: null });
  });

  test('keeps the intent with its reply', async () => {
    const intent = { name: 'hours', confidence: 0.7, inScope: true, modelVersion: 2 };
    chats.engine.as = { intent };
    await ask('hello', { sessionKey: 'one' });
    const { items } = await chats.conversations.history(chats.actor, chats.bot.id, 'one', { page: 1, limit: 10 });
    expect(items.map((entry) => entry.intent)).toEqual([undefined, intent]);
  });

  describe('of which something is to be remembered', () => {
    beforeEach(() => {
      chats.engine.toRemember = { text: 'hello', context: NOTHING_KNOWN };
    });

    test('has it remembered of its user, before it is answered', async () => {
      chats.bot.configuration = { userContext: { extractsByModel: true } };
      const { conversationId } = await ask('hello', { userRef: 'user_42' });
      expect(chats.engine.requests[0]).toMatchObject({ endUser: { userRef: 'user_42', conversationId } });
      expect(chats.context.turns).toMatchObject([
        {
          userRef: 'user_42',
          conversationId,
          botId: chats.bot.id,
          text: 'hello',
          reply: 'hello (0)',
          extractsByModel: true,
        },
      ]);
    });

    test('by a key that does not say for whom is a user of its own conversation', async () => {
      const { conversationId } = await ask('hello');
      const userRef = `conversation:${conversationId}`;
      expect(chats.engine.requests[0]?.endUser).toEqual({ userRef, conversationId });
      expect(chats.context.turns).toMatchObject([{ userRef }]);
    });

    test('does not fail when that fails', async () => {
      chats.context.failure = new Error('away');
      expect((await ask('hello')).reply.text).toBe('hello (0)');
    });

    test('and that fails itself leaves nothing to be remembered', async () => {
      chats.engine.failure = new Error('provider down');
      await expect(ask('hello')).rejects.toThrow('provider down');
      expect(chats.context.turns).toEqual([]);
    });
  });

  describe('of a bot whose redactor masks', () => {
    const SECRET = '4111 1111';
    beforeEach(() => {
      chats.redactor.masks = /4111 1111/g;
    });

    /** Of everything that is kept or told. */
    const keptText = async () => {
      const { database } = chats.db;
      const kept = await Promise.all(
        ['message', 'outbox', 'escalation', 'response_rating'].map((table) =>
          database.query<{ text: string }>(`select coalesce(json_agg(t)::text, '') as text from ${table} t`),
        ),
      );
      return kept.flat().map(({ text }) => text);
    };
    const expectHidden = async () => {
      const kept = (await keptText()).join('\n');
      expect(kept).toContain('***');
      expect(kept).not.toContain(SECRET);
    };

    test('keeps, tells and hands on nothing of what is hidden', async () => {
      const { sessionKey } = await ask(`My card is ${SECRET}`);
      await ask(`Again: ${SECRET}`, { sessionKey });
      await expectHidden();
      expect(JSON.stringify(chats.engine.requests)).not.toContain(SECRET);
    });

    test('nor in a conversation that is named without its bot', async () => {
      const { conversationId } = await ask('hello');
      const others = chats.anotherProcess();
      for (const { turns } of [chats, others]) {
        const turn = await turns.askIn(chats.actor, conversationId, { message: SECRET, isStreamed: false });
        expect((await turn.answered()).reply.text).toContain('***');
      }
      await expectHidden();
    });

    test('nor while a person answers, by either of them', async () => {
      const { conversationId, sessionKey } = await ask('hello');
      const { id } = await chats.escalations.takeOver(chats.actor, conversationId);
      await ask(`My card is ${SECRET}`, { sessionKey });
      await chats.escalations.reply(chats.actor, id, `You said ${SECRET}`);
      await chats.escalations.return(chats.actor, id, `Goodbye, ${SECRET}`);
      await expectHidden();
      expect((await chats.told('message.agent-replied')).map(({ content }) => content)).toEqual([
        'You said ***',
        'Goodbye, ***',
      ]);
    });

    test('nor in what it is judged by', async () => {
      const { conversationId } = await ask('hello');
      const words = { query: SECRET, response: SECRET, comment: SECRET };
      await chats.conversations.rate(chats.actor, chats.bot.id, { conversationId, rating: 'negative', ...words });
      await expectHidden();
    });
  });

  test('that is judged by its message alone is told with its words', async () => {
    const { conversationId, messageId, userMessageId } = await ask('When are you open?');
    const judge = (changes: object) =>
      chats.conversations.rate(chats.actor, chats.bot.id, { conversationId, rating: 'positive', ...changes });
    await judge({ messageId });
    await judge({ messageId: userMessageId });
    await judge({ messageId, response: 'My own words' });
    await judge({});
    const rated = await chats.told('message.rated');
    expect(rated.map(({ query, response }) => [query, response])).toEqual([
      ['When are you open?', 'When are you open? (0)'],
      ['When are you open?', null],
      ['When are you open?', 'My own words'],
      [null, null],
    ]);
  });
});
