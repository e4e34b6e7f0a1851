import { Logger } from '@nestjs/common';
import type { ReadyReranker } from '#domain/models';
import { llmErrors, ScriptedLlm } from '#providers/llm';
import { EngineUnderTest, passageOf, questionOf } from '#testing/replies';
import type { ReplyConfiguration } from './replies.types';

const CAPITAL = 'What is the capital of France?';
const HOURS = passageOf('hours', 'Opening hours', 'The shop opens at 9:00 from Monday to Friday.');
const PARCEL = passageOf('parcel', 'Parcels', 'Parcels are sent on the day of the order.', { score: 0.9 });
const NO_CONTEXT = "Sorry, I'm not sure about that.";
const NOTHING_USED = { inputTokens: 0, outputTokens: 0 };

/** A model that is down. */
const failing = (name: string) => new ScriptedLlm({ name, error: llmErrors.provider_unavailable() });

describe('a reply', () => {
  let model: ScriptedLlm;
  let engine: EngineUnderTest;

  beforeEach(() => {
    jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => {});
    model = new ScriptedLlm({ name: 'm', deltas: ['In Paris ', '[1].'] });
    engine = new EngineUnderTest([model]);
  });
  afterEach(() => jest.restoreAllMocks());

  const by = (configuration: ReplyConfiguration) => ({ configuration });

  describe('to what a question was written for', () => {
    test('is its answer as it stands, without a call, when that is wanted', async () => {
      const relatedPrompts = [{ label: 'Size', prompt: 'How large is Paris?' }];
      engine.knows(questionOf('capital', CAPITAL, { llmReply: false, relatedPrompts }));
      const reply = await engine.reply(CAPITAL);
      expect(reply).toMatchObject({ text: 'Paris', isVerified: true, grounded: true, model: 'none' });
      expect(reply).toMatchObject({
        usage: NOTHING_USED,
        relatedPrompts: [{ prompt: 'How large is Paris?', isGenerated: false }],
      });
      expect(reply.sources.map(({ documentId, type }) => [documentId, type])).toEqual([['capital', 'question']]);
      expect(model.requests).toEqual([]);
    });

    test('is made by the model from that question alone otherwise, and from its whole answer', async () => {
      const answer = 'Paris, since 987, with some interruptions in times of war.';
      engine.knows(questionOf('capital', CAPITAL, { answer }));
      engine.found.push(passageOf('france', 'France', 'The capital of France is Paris, its largest city.'));
      const reply = await engine.reply(CAPITAL);
      expect(reply).toMatchObject({ text: 'In Paris [1].', model: 'm', grounded: true });
      expect(reply.isVerified).toBeUndefined();
      expect(model.requests[0]?.passages.map(({ title, text }) => [title, text])).toEqual([[CAPITAL, answer]]);
    });

    test('is its whole answer when only the built-in model can speak', async () => {
      engine = new EngineUnderTest();
      const answer = 'Take the train. It leaves at nine. Then walk for an hour. You will see the tower from there.';
      engine.knows(questionOf('way', 'How do I get to the tower?', { answer }));
      expect(await engine.reply('How do I get to the tower?')).toMatchObject({
        text: answer,
        model: 'extractive',
        isVerified: false,
      });
    });

    test('takes any of its phrasings', async () => {
      engine.knows(
        questionOf('capital', CAPITAL, { llmReply: false, phrasings: ['Biggest town of France?', CAPITAL] }),
      );
      expect((await engine.reply('the capital of France')).text).toBe('Paris');
    });

    test('is not its answer when something else is asked', async () => {
      engine.knows(questionOf('capital', CAPITAL, { llmReply: false }));
      const reply = await engine.reply('What is the population of France?', by({ fallbackMessage: NO_CONTEXT }));
      expect(reply).toMatchObject({ text: NO_CONTEXT, sources: [], grounded: false });
    });

    test('is not its answer when the message names another thing than the question before', async () => {
      engine.knows(questionOf('capital', CAPITAL, { llmReply: false }));
      const history = [
        { role: 'user' as const, text: CAPITAL },
        { role: 'bot' as const, text: 'Paris' },
      ];
      const asked = { history, ...by({ fallbackMessage: NO_CONTEXT }) };
      for (const message of ['What is the capital of Mongolia?', 'And of Mongolia?'])
        expect((await engine.reply(message, asked)).text).toBe(NO_CONTEXT);
      expect((await engine.reply('And what is it?', asked)).text).toBe('Paris');
    });

    test('comes from documents when those are clearly better', async () => {
      engine.knows(questionOf('close', 'When does the shop close?', { llmReply: false, answer: 'Late.' }));
      engine.found.push(HOURS);
      await engine.reply('When does the shop open on Monday?');
      expect(model.requests[0]?.passages[0]?.title).toBe('Opening hours');
    });
  });

  describe('when the knowledge has nothing', () => {
    const bot = { fallbackMessage: NO_CONTEXT };

    test('is exactly the message of the bot, and uses no tokens', async () => {
      expect(await engine.reply('Hello, bot!', { isStrict: true, ...by(bot) })).toMatchObject({
        text: NO_CONTEXT,
        usage: NOTHING_USED,
      });
      expect(model.requests).toEqual([]);
    });

    test('is a guess when the bot may guess, after its message when that is wanted', async () => {
      const guessing = { ...bot, answersWithoutKnowledge: true };
      expect((await engine.reply(CAPITAL, by(guessing))).text).toBe('In Paris [1].');
      const { text, usage } = await engine.reply(CAPITAL, by({ ...guessing, prefixesFallbackMessage: true }));
      expect(text).toBe(`${NO_CONTEXT}\n\nIn Paris [1].`);
      expect(usage.outputTokens).toBeGreaterThan(0);
    });

    test('is the model saying that it does not know when the bot has the empty message', async () => {
      expect(await engine.reply(CAPITAL, by({ fallbackMessage: '' }))).toMatchObject({ model: 'm', grounded: false });
      expect(model.requests[0]).toMatchObject({ mayGuess: false, passages: [] });
    });

    test('is the fixed message when the model that should guess is down, and says who failed', async () => {
      engine = new EngineUnderTest([failing('a')]);
      const reply = await engine.reply(CAPITAL, by({ ...bot, answersWithoutKnowledge: true }));
      expect(reply).toMatchObject({ text: NO_CONTEXT, model: 'none' });
    });

    test('is looked for also in small talk where an API leaves no room for that', async () => {
      expect((await engine.reply('Hello!', by(bot))).text).not.toBe(NO_CONTEXT);
      expect((await engine.reply('Hello!', { isStrict: true, ...by(bot) })).text).toBe(NO_CONTEXT);
      engine.bases = [];
      expect((await engine.reply('Hello!', { isStrict: true, ...by(bot) })).text).toBe(NO_CONTEXT);
      expect((await engine.reply('Hello!', by(bot))).text).toBe('In Paris [1].');
    });
  });

  describe('by a chain of models', () => {
    test('is by the first that speaks, and names those that failed', async () => {
      const [a, b, c] = [failing('a'), new ScriptedLlm({ name: 'b', deltas: [] }), new ScriptedLlm({ name: 'c' })];
      engine = new EngineUnderTest([a, b, c]);
      engine.found = [HOURS];
      const reply = await engine.reply('When does the shop open?', by({ modelId: 1, fallbackModelIds: [2, 3] }));
      expect(reply).toMatchObject({ model: 'c', modelId: 3, text: 'This is scripted.' });
      expect(reply.failedModels).toEqual([
        { id: 1, model: 'a', code: 'llm.provider_unavailable' },
        { id: 2, model: 'b', code: 'llm.said_nothing' },
      ]);
    });

    test('ends at the built-in model, which quotes', async () => {
      engine = new EngineUnderTest([failing('a'), failing('b')]);
      engine.found = [HOURS];
      const reply = await engine.reply('When does the shop open?', by({ fallbackModelIds: [2] }));
      expect(reply).toMatchObject({ model: 'extractive', grounded: true });
      expect(reply.text).toContain('9:00');
      expect(reply.failedModels).toHaveLength(2);
    });
  });

  describe('within limits', () => {
    const question = 'When does the shop open, and when are parcels sent?';

    test('rests on no more passages than the bot wants, and on none that is too weak', async () => {
      engine.found = [HOURS, PARCEL];
      await engine.reply('When does the shop open?', by({ topN: 1, minN: 0 }));
      expect(model.requests[0]?.passages.map(({ id }) => id)).toEqual(['hours']);
      expect(await engine.reply(question, by({ minN: 1, fallbackMessage: NO_CONTEXT }))).toMatchObject({
        text: NO_CONTEXT,
      });
      expect(await engine.reply(question, by({ minK: 1, fallbackMessage: NO_CONTEXT }))).toMatchObject({
        text: NO_CONTEXT,
      });
    });

    test('has as many tokens as the bot allows, and the model is given no more than it may read', async () => {
      engine.found = [HOURS];
      const history = Array.from({ length: 10 }, (_, n) => ({
        role: 'user' as const,
        text: `message ${n} `.repeat(40),
      }));
      await engine.reply('When does the shop open?', {
        history,
        ...by({ maxInputTokens: 500, maxReplyTokens: 64, topP: 0.5 }),
      });
      const [request] = model.requests;
      expect(request).toMatchObject({ maxTokens: 64, topP: 0.5 });
      expect(request!.messages.length).toBeLessThan(5);
      expect(request!.messages.at(-1)?.text).toBe('When does the shop open?');
      expect(request!.passages).toHaveLength(1);
    });
  });

  describe('by a bot that suggests what to ask next', () => {
    const suggesting = by({ generatesRelatedPrompts: true });

    test('carries what the model has made up, and what that has used', async () => {
      model = new ScriptedLlm({ name: 'm', deltas: ['["When do you close?", "Are you open on Sunday?"]'] });
      engine = new EngineUnderTest([model]);
      engine.found = [HOURS];
      const reply = await engine.reply('When does the shop open?', suggesting);
      expect(reply.relatedPrompts?.map(({ prompt }) => prompt)).toEqual([
        'When do you close?',
        'Are you open on Sunday?',
      ]);
      expect(reply.further?.relatedPrompts?.outputTokens).toBeGreaterThan(0);
      expect(model.requests).toHaveLength(2);
    });

    test('has none when the model fails at it, or when nothing was answered', async () => {
      engine.found = [HOURS];
      expect((await engine.reply('When does the shop open?', suggesting)).relatedPrompts).toBeUndefined();
      engine.found = [];
      model.requests.length = 0;
      await engine.reply('When does the shop open?', suggesting);
      expect(model.requests).toEqual([]);
    });
  });

  describe('with a rerank model', () => {
    const rerankerOf = (scoreOf: (text: string) => number): ReadyReranker => ({
      id: 9,
      probabilityOf: (score) => score,
      model: {
        name: 'r',
        provider: 'cohere',
        rerank: async ({ texts }) => ({ scores: texts.map(scoreOf), searchUnits: 1 }),
      },
    });
    const reranking = by({ rerankModelId: 9 });

    test('rests on what that puts first', async () => {
      engine.found = [HOURS, PARCEL];
      engine.reranker = rerankerOf((text) => (text.includes('Parcels') ? 0.9 : 0.1));
      const reply = await engine.reply('When does the shop open?', reranking);
      expect(model.requests[0]?.passages.map(({ id, score }) => [id, score])).toEqual([['parcel', 0.9]]);
      expect(reply.further?.searchUnits).toBe(1);
    });

    test('that is down is made by our own look, and says so', async () => {
      engine.found = [HOURS];
      engine.reranker = rerankerOf(() => {
        throw llmErrors.provider_unavailable();
      });
      const reply = await engine.reply('When does the shop open?', reranking);
      expect(reply).toMatchObject({ grounded: true, shortfalls: [{ reason: 'rerank_unavailable', modelId: 9 }] });
    });
  });

  test('says what it costs when its model has prices', async () => {
    engine.found = [HOURS];
    expect((await engine.reply('When does the shop open?')).costUsd).toBeUndefined();
    engine.prices = { inputPrice: 3, outputPrice: 15 };
    const { costUsd, usage } = await engine.reply('When does the shop open?');
    expect(costUsd).toBeCloseTo((3 * usage.inputTokens + 15 * usage.outputTokens) / 1_000_000, 12);
  });

  test('says what its search had to do without', async () => {
    engine.found = [HOURS];
    engine.shortfalls = [{ reason: 'embedding_unavailable', modelId: 7, message: 'Away.' }];
    const { shortfalls, grounded } = await engine.reply('When does the shop open?');
    expect([grounded, shortfalls]).toEqual([true, engine.shortfalls]);
  });
});
