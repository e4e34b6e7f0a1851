import { Logger } from '@nestjs/common';
import { AppError } from '#kernel';
import { type LlmEvent, type LlmRequest, llmErrors, ScriptedLlm } from '#providers/llm';
import { backEnd, EngineUnderTest, modelBackEnd, passageOf, pluginsWith, runOf } from '#testing/replies';
import type { ReplyEvent, ReplyRequest } from './replies.types';

const HOURS = passageOf('hours', 'Opening hours', 'The shop opens at 9:00 from Monday to Friday.');
const QUESTION = 'When does the shop open on Monday?';
const APOLOGY = /cannot answer at the moment/;
const ARRIVAL = { channelId: 'c', platform: 'telegram', chatId: '42', user: { id: '7' } };
const DOWN = new Error('It is down.');

describe('integrations of a bot', () => {
  let model: ScriptedLlm;
  let other: ScriptedLlm;
  let broken: ScriptedLlm;
  let engine: EngineUnderTest;

  beforeEach(() => {
    jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => {});
    model = new ScriptedLlm({ name: 'm', deltas: ['At 9:00 [1].'] });
    other = new ScriptedLlm({ name: 'other', deltas: ['At nine ', '[1].'] });
    broken = new ScriptedLlm({ name: 'broken', error: llmErrors.provider_unavailable() });
    engine = new EngineUnderTest([model, other, broken]);
    engine.found = [HOURS];
  });
  afterEach(() => jest.restoreAllMocks());

  describe('that answer by themselves', () => {
    it('reply without any retrieval and without a model, in one delta', async () => {
      engine.backEnds = [backEnd('A', 'By A.')];
      const events = await engine.events(QUESTION);
      expect(events.map(({ type }) => type)).toEqual(['started', 'sources', 'delta', 'done']);
      const { reply } = events.at(-1) as Extract<ReplyEvent, { type: 'done' }>;
      expect(reply).toMatchObject({
        text: 'By A.',
        sources: [],
        model: 'none',
        usage: { inputTokens: 0, outputTokens: 0 },
        integration: { id: 'id of A', name: 'A', kind: 'webhook', latencyMs: 5 },
      });
      expect(reply).not.toHaveProperty('failedIntegrations');
      expect([engine.searched, model.requests]).toEqual([[], []]);
    });

    it('are taken at their word, unless they say how sure they are', async () => {
      engine.backEnds = [backEnd('A', 'By A.')];
      expect(await engine.reply(QUESTION)).toMatchObject({ confidence: 1, grounded: true });
      engine.backEnds = [backEnd('A', { text: 'Perhaps.', confidence: 0.3 })];
      expect(await engine.reply(QUESTION)).toMatchObject({ confidence: 0.3, grounded: true });
    });

    it('say what they have used and cost, and what they give beside the text', async () => {
      const attachments = [{ url: 'https://example.com/a.png' }];
      const usage = { inputTokens: 12, outputTokens: 3 };
      engine.backEnds = [backEnd('A', { text: 'x', usage, costUsd: 0.01, attachments, metadata: { own: 1 } })];
      expect(await engine.reply(QUESTION)).toMatchObject({
        ...{ usage, costUsd: 0.01 },
        integration: { attachments, metadata: { own: 1 } },
      });
    });

    it('are shown the latest messages, the present one last: 10, or as many as the bot says', async () => {
      const one = backEnd('A', 'x');
      engine.backEnds = [one];
      const history = Array.from({ length: 20 }, (_, at) => ({
        role: at % 2 === 0 ? ('user' as const) : ('bot' as const),
        text: `message ${at}`,
      }));
      await engine.reply(QUESTION, { history });
      await engine.reply(QUESTION, { history, configuration: { historyMessages: 3 } });
      await engine.reply(QUESTION, { history, configuration: { historyMessages: 1 } });
      const [ten, three, only] = one.asked.map(({ messages }) => messages);
      expect(ten).toHaveLength(10);
      expect(three).toEqual([
        { role: 'user', content: 'message 18' },
        { role: 'assistant', content: 'message 19' },
        { role: 'user', content: QUESTION },
      ]);
      expect(only).toEqual([{ role: 'user', content: QUESTION }]);
    });

    it('see what redactors and plugins leave of the message, and plugins see what they say', async () => {
      const one = backEnd('A', 'Hi ada@example.com');
      engine.backEnds = [one];
      const mask = (text: string) => text.replaceAll(/\S+@\S+/g, '***');
      engine.plugins = pluginsWith({
        mask,
        preProcess: async (_turn, text) => ({ text: text.replace('shoop', 'shop'), runs: [runOf()] }),
        postProcesses: true,
        postProcess: async (_turn, { text }) => ({ text: `${text}!`, runs: [runOf()] }),
      });
      const history = [{ role: 'user' as const, text: 'I am bob@example.com' }];
      const reply = await engine.reply('Where is the shoop of eve@example.com?', { history });
      expect(one.asked[0]?.messages).toEqual([
        { role: 'user', content: 'I am ***' },
        { role: 'user', content: 'Where is the shop of ***' },
      ]);
      expect(reply).toMatchObject({ text: 'Hi ***', integration: { name: 'A' } });
      expect(reply.trace?.plugins).toHaveLength(2);
    });

    it('are told where the message stands', async () => {
      engine.backEnds = [backEnd('A', 'x')];
      const place = { sessionKey: 's-1', messageId: 'message' };
      const endUser = { userRef: 'ada', conversationId: 'conversation' };
      await engine.reply(QUESTION, { endUser, place, arrival: ARRIVAL, botName: 'Bot' });
      expect(engine.backEndTurns).toEqual([
        { teamId: 'team', botId: 'bot', botName: 'Bot', arrival: ARRIVAL, ...endUser, ...place },
      ]);
    });

    it('end with the turn when it is withdrawn', async () => {
      engine.backEnds = [{ ...backEnd('A', 'x'), answer: (_asked, signal) => aborted(signal) }];
      const withdrawal = new AbortController();
      const replying = engine.reply(QUESTION, { signal: withdrawal.signal });
      setImmediate(() => withdrawal.abort(new Error('withdrawn')));
      await expect(replying).rejects.toThrow('withdrawn');
    });
  });

  describe('that are not asked', () => {
    it.each<[string, Partial<ReplyRequest>]>([
      ['a caller’s rules want the knowledge', { isStrict: true }],
      ['nobody is told the reply', { isTrial: true }],
    ])('since %s leave the turn to the bot', async (_why, changes) => {
      engine.backEnds = [backEnd('A', 'By A.')];
      const reply = await engine.reply(QUESTION, changes);
      expect(reply.text).toBe('At 9:00 [1].');
      expect(reply).not.toHaveProperty('integration');
      expect(engine.backEndTurns).toEqual([]);
    });

    it('since there are none leave the turn to the bot', async () => {
      const reply = await engine.reply(QUESTION);
      expect(reply).toMatchObject({ text: 'At 9:00 [1].', modelId: 1 });
      expect(reply).not.toHaveProperty('integration');
    });
  });

  describe('that fail', () => {
    it('give way to the next one, each once, and are told', async () => {
      const b = backEnd('B', DOWN, { wasCalled: false });
      engine.backEnds = [backEnd('A', DOWN), b, backEnd('C', 'By C.')];
      const reply = await engine.reply(QUESTION);
      expect(reply).toMatchObject({ text: 'By C.', integration: { name: 'C' }, grounded: true });
      expect(reply.failedIntegrations).toEqual([
        { id: 'id of A', name: 'A', error: 'It is down.', statusCode: 500, latencyMs: 7, wasCalled: true },
        { id: 'id of B', name: 'B', error: 'It is down.', statusCode: 500, latencyMs: 7, wasCalled: false },
      ]);
      expect(b.asked).toHaveLength(1);
    });

    it('all, are followed by an apology in the language of the message, which answers nothing', async () => {
      engine.backEnds = [backEnd('A', DOWN), backEnd('B', DOWN)];
      const reply = await engine.reply(QUESTION);
      expect(reply).toMatchObject({
        text: expect.stringMatching(APOLOGY),
        ...{ confidence: 0, grounded: false, sources: [] },
        integration: { id: 'id of A', name: 'A', isApology: true },
        failedIntegrations: [{ name: 'A' }, { name: 'B' }],
      });
      const german = await engine.reply('Wann öffnet der Laden am Montag und wie lange hat er geöffnet?');
      expect(german.text).toMatch(/^Es tut mir leid/);
    });
  });

  describe('that are models', () => {
    it('let the bot reply as ever, by that model', async () => {
      engine.backEnds = [modelBackEnd('B', 2)];
      const reply = await engine.reply(QUESTION, { configuration: { modelId: 1 } });
      expect(reply).toMatchObject({
        text: 'At nine [1].',
        ...{ model: 'other', modelId: 2, sources: [{ id: 'hours' }] },
        integration: { id: 'id of B', name: 'B', kind: 'model' },
      });
      expect(model.requests).toEqual([]);
    });

    it('go before a model that the bot has by name, and are streamed', async () => {
      engine.backEnds = [modelBackEnd('B', 2)];
      const events = await engine.events(QUESTION, { configuration: { model: 'm' } });
      expect(events.map(({ type }) => type)).toEqual(['started', 'sources', 'delta', 'delta', 'done']);
    });

    it('whose model is gone let the bot’s own answer', async () => {
      engine.backEnds = [modelBackEnd('B', null)];
      expect(await engine.reply(QUESTION)).toMatchObject({ modelId: 1, integration: { name: 'B' } });
    });

    it('give way to the bot’s fallback models first', async () => {
      const b = modelBackEnd('B', 3);
      engine.backEnds = [b, backEnd('A', 'By A.')];
      const reply = await engine.reply(QUESTION, { configuration: { fallbackModelIds: [2] } });
      expect(reply).toMatchObject({ modelId: 2, integration: { name: 'B' }, failedModels: [{ id: 3 }] });
      expect(reply).not.toHaveProperty('failedIntegrations');
      expect(b.noted).toEqual([undefined]);
    });

    it('give way to other integrations when all models have failed before the first word', async () => {
      const b = modelBackEnd('B', 3);
      engine.backEnds = [b, modelBackEnd('C', 2)];
      const events = await engine.events(QUESTION);
      expect(events.filter(({ type }) => type === 'sources')).toHaveLength(1);
      const { reply } = events.at(-1) as Extract<ReplyEvent, { type: 'done' }>;
      expect(reply).toMatchObject({
        integration: { name: 'C' },
        failedIntegrations: [{ name: 'B', error: expect.any(String), statusCode: null, wasCalled: true }],
      });
      expect(b.noted).toEqual([expect.any(String)]);
    });

    it('give way to others also where there is nothing to quote', async () => {
      engine.found = [];
      engine.backEnds = [modelBackEnd('B', 3), backEnd('A', 'By A.')];
      const configuration = { answersWithoutKnowledge: true };
      expect(await engine.reply(QUESTION, { configuration })).toMatchObject({ text: 'By A.' });
      engine.bases = [];
      expect(await engine.reply(QUESTION)).toMatchObject({ text: 'By A.', failedIntegrations: [{ name: 'B' }] });
    });

    it('do not answer for what every turn needs', async () => {
      engine.backEnds = [modelBackEnd('B', 1), backEnd('A', 'By A.')];
      engine.foundBy = () => {
        throw new AppError('database.unavailable', 'unavailable', 'The database cannot be reached.');
      };
      await expect(engine.reply(QUESTION)).rejects.toMatchObject({ code: 'database.unavailable' });
    });

    it('fail the turn when they fail in the middle of a word', async () => {
      const halfway = new ScriptedLlm({
        deltas: ['At ', '9'],
        failAfterDeltas: 1,
        error: llmErrors.provider_unavailable(),
      });
      engine = new EngineUnderTest([halfway]);
      engine.found = [HOURS];
      engine.backEnds = [modelBackEnd('B', 1), backEnd('A', 'By A.')];
      await expect(engine.reply(QUESTION)).rejects.toMatchObject({ code: 'llm.provider_unavailable' });
    });

    it('that take too long for their first word give way', async () => {
      engine = new EngineUnderTest([new HangingLlm()]);
      engine.found = [HOURS];
      engine.backEnds = [modelBackEnd('B', 1, 10), backEnd('A', 'By A.')];
      expect(await engine.reply(QUESTION)).toMatchObject({
        text: 'By A.',
        failedIntegrations: [{ name: 'B', error: 'No answer came within 0.01 s.' }],
      });
    });

    it('when nobody else is there, are made up for by what can be quoted, which is nobody’s share', async () => {
      engine.backEnds = [modelBackEnd('B', 3)];
      const reply = await engine.reply(QUESTION);
      expect(reply).toMatchObject({
        text: expect.stringContaining('The shop opens at 9:00'),
        model: 'extractive',
        failedIntegrations: [{ name: 'B' }],
      });
      expect(reply).not.toHaveProperty('integration');
    });

    it('when nobody else is there and there is nothing to quote, end in an apology', async () => {
      engine.bases = [];
      engine.backEnds = [modelBackEnd('B', 3)];
      expect(await engine.reply(QUESTION)).toMatchObject({
        text: expect.stringMatching(APOLOGY),
        integration: { name: 'B', isApology: true },
      });
    });
  });
});

class HangingLlm extends ScriptedLlm {
  override async *generate({ signal }: LlmRequest): AsyncGenerator<LlmEvent> {
    yield await aborted(signal);
  }
}

function aborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
}
