import { Logger } from '@nestjs/common';
import type { FoundPassage } from '#domain/knowledge';
import { ScriptedLlm } from '#providers/llm';
import { EngineUnderTest, passageOf } from '#testing/replies';
import type { ReplyEvent } from './replies.types';

const GRINDER = passageOf('grinder', 'Grinder', 'The grinder costs 129 euros and has a warranty of two years.');
const KETTLE = passageOf('kettle', 'Kettle', 'The kettle costs 49 euros and holds one litre.');
const END_USER = { userRef: 'user_42', conversationId: 'c' };
const COST = 'How much does it cost?';

describe('what is known of the end user', () => {
  let model: ScriptedLlm;
  let engine: EngineUnderTest;

  beforeEach(() => {
    jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => {});
    model = new ScriptedLlm({ name: 'm', deltas: ['129 euros [1].'] });
    engine = new EngineUnderTest([model]);
    engine.found = [GRINDER];
  });
  afterEach(() => jest.restoreAllMocks());

  test('and how the bot speaks are told to the model in blocks of their own', async () => {
    engine.manner = 'Be warm and brief.';
    engine.context = { prompt: 'Name: Ada' };
    await engine.reply('What does the grinder cost?', {
      endUser: END_USER,
      configuration: { systemPrompt: 'You sell coffee.' },
    });
    expect(model.requests[0]).toMatchObject({
      system: 'You sell coffee.',
      manner: 'Be warm and brief.',
      aboutUser: 'Name: Ada',
    });
  });

  test('is asked with the message, the history and when that was, for named users of bots that use it', async () => {
    const history = [{ role: 'user' as const, text: 'Hello' }];
    const at = new Date(5);
    await engine.reply(COST, { endUser: END_USER, history, at });
    expect(engine.contextsRead).toEqual([
      { teamId: 'team', botId: 'bot', userRef: 'user_42', text: COST, history, at },
    ]);
    await engine.reply(COST);
    await engine.reply(COST, { endUser: END_USER, configuration: { userContext: { isUsed: false } } });
    expect(engine.contextsRead).toHaveLength(1);
  });

  test('is said with the reply, as far as there is something, and given to whoever stores it', async () => {
    const context = { entities: [], topics: [{ name: 'grinders', confidence: 0.7 }] };
    engine.context = context;
    const events = await engine.events(COST, { endUser: END_USER });
    const done = events.at(-1) as Extract<ReplyEvent, { type: 'done' }>;
    expect(done.reply.context).toEqual({ topics: [{ name: 'grinders', confidence: 0.7 }] });
    expect(done.toRemember).toMatchObject({ text: COST, context });
  });

  test('is missing when it cannot be read, and the turn goes on', async () => {
    engine.context = new Error('The database is away.');
    const events = await engine.events('What does the grinder cost?', { endUser: END_USER });
    const done = events.at(-1) as Extract<ReplyEvent, { type: 'done' }>;
    expect([done.reply.text, done.toRemember]).toEqual(['129 euros [1].', undefined]);
  });

  describe('names what a message refers to', () => {
    const found = (byWord: Record<string, FoundPassage[]>) => (query: string) =>
      Object.entries(byWord).find(([word]) => query.toLowerCase().includes(word))?.[1] ?? [];

    beforeEach(() => {
      engine = new EngineUnderTest();
      engine.context = { resolvedText: 'How much does the grinder cost?' };
    });

    test('so that what it means is found', async () => {
      engine.foundBy = found({ grinder: [GRINDER] });
      const reply = await engine.reply(COST, { endUser: END_USER });
      expect(reply.text).toContain('129 euros');
      expect(reply.context).toEqual({ resolvedText: 'How much does the grinder cost?' });
    });

    test('and what was said is searched as well', async () => {
      engine.foundBy = found({ grinder: [], cost: [KETTLE] });
      await engine.reply(COST, { endUser: END_USER });
      expect(engine.searched.some((query) => !query.includes('grinder'))).toBe(true);
    });

    test('a wrong name takes nothing from what was found without it', async () => {
      const message = 'What does the kettle cost when I order it today?';
      engine.context = { resolvedText: 'What does the kettle cost when I order the grinder today?' };
      engine.foundBy = found({ grinder: [GRINDER], kettle: [KETTLE] });
      const resolved = await engine.reply(message, { endUser: END_USER });
      engine.context = {};
      engine.foundBy = () => [KETTLE];
      const plain = await engine.reply(message, { endUser: END_USER });
      expect(resolved.text).toBe(plain.text);
      expect(resolved.confidence).toBeGreaterThanOrEqual(plain.confidence);
    });

    test('what has none of the words of the message is not believed', async () => {
      engine.foundBy = found({ grinder: [passageOf('w', 'Grinder', 'The grinder is made of steel.')] });
      expect((await engine.reply(COST, { endUser: END_USER })).grounded).toBe(false);
    });
  });
});
