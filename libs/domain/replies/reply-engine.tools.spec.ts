import { Logger } from '@nestjs/common';
import type { PluginTool } from '#domain/plugins';
import { llmErrors, ScriptedLlm } from '#providers/llm';
import { CallingLlm, EngineUnderTest, failingTool, passageOf, pluginsWith, type Round, toolOf } from '#testing/replies';
import type { ReplyEvent, ReplyRequest } from './replies.types';

const PRICES = passageOf('prices', 'Prices', 'A bag of coffee costs 9 euros.');
const QUESTION = 'How much does a bag of coffee cost?';
const SUM: Round = { calls: [['add', '{"a":2,"b":3}']] };
const add = toolOf('add', (args) => {
  const { a, b } = JSON.parse(args) as { a: number; b: number };
  return String(a + b);
});

describe('a model with tools', () => {
  beforeEach(() => {
    jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => {});
  });
  afterEach(() => jest.restoreAllMocks());

  const under = (models: ConstructorParameters<typeof EngineUnderTest>[0], tools: readonly PluginTool[] = [add]) => {
    const engine = new EngineUnderTest(models);
    engine.plugins = pluginsWith({ tools: async () => tools });
    return engine;
  };
  const knowing = (model: CallingLlm, tools?: readonly PluginTool[]) => {
    const engine = under([model], tools);
    engine.found = [PRICES];
    return engine;
  };
  const typesOf = (events: ReplyEvent[]) => events.map(({ type }) => type);

  describe('that has passages', () => {
    test('gets what its tools return, and then answers; text before and after the calls is one', async () => {
      const model = new CallingLlm([
        { deltas: ['Let me add that up.'], ...SUM },
        { deltas: ['Two cost ', '5 euros [1].'] },
      ]);
      const events = await knowing(model).events(QUESTION);
      expect(typesOf(events)).toEqual(['started', 'sources', 'delta', 'tool', 'delta', 'delta', 'delta', 'done']);
      const { reply } = events.at(-1) as Extract<ReplyEvent, { type: 'done' }>;
      expect(reply.text).toBe('Let me add that up.\n\nTwo cost 5 euros [1].');
      expect(events.flatMap((event) => (event.type === 'delta' ? [event.text] : [])).join('')).toBe(reply.text);
      expect(reply).toMatchObject({
        model: 'caller',
        grounded: true,
        usage: { inputTokens: 20, outputTokens: 4 },
        trace: { plugins: [{ plugin: 'helper', tool: 'add', outcome: 'ok' }] },
      });
      expect(model.requests[1]?.messages.slice(-2)).toEqual([
        {
          role: 'assistant',
          text: 'Let me add that up.',
          toolCalls: [{ id: '1-0', name: 'add', arguments: '{"a":2,"b":3}' }],
        },
        { role: 'tool', callId: '1-0', text: '5' },
      ]);
      expect(model.requests[0]).toMatchObject({ toolChoice: 'auto', tools: [{ name: 'add' }] });
    });

    test('names no passages as sources that it does not cite, when nobody reads along', async () => {
      const model = new CallingLlm([SUM, { deltas: ['Five.'] }]);
      expect(await knowing(model).reply(QUESTION, { stream: false })).toMatchObject({ text: 'Five.', sources: [] });
      const citing = new CallingLlm([SUM, { deltas: ['Five [1].'] }]);
      const { sources } = await knowing(citing).reply(QUESTION, { stream: false });
      expect(sources.map(({ id }) => id)).toEqual(['prices']);
    });

    test('is asked five times at most, the last time without a choice', async () => {
      const model = new CallingLlm([SUM]);
      const { model: spoke, trace } = await knowing(model).reply(QUESTION);
      expect(model.requests.map(({ toolChoice }) => toolChoice)).toEqual(['auto', 'auto', 'auto', 'auto', 'none']);
      expect(trace?.plugins).toHaveLength(4);
      expect(spoke).toBe('extractive');
    });

    test('calls ten tools at most', async () => {
      const many = { calls: Array.from({ length: 8 }, () => ['add', '{"a":1,"b":1}'] as const) };
      const model = new CallingLlm([many, many, { deltas: ['Two.'] }]);
      const { text, trace } = await knowing(model).reply(QUESTION);
      expect(trace?.plugins).toHaveLength(10);
      expect(model.requests.map(({ toolChoice }) => toolChoice)).toEqual(['auto', 'auto', 'none']);
      const refused = model.requests[2]?.messages.filter(({ text: said }) => said.startsWith('Not called'));
      expect([text, refused?.length]).toEqual(['Two.', 6]);
    });

    test('gets at most 16,000 characters of a result, and is told that it goes on', async () => {
      const model = new CallingLlm([{ calls: [['dump', '{}']] }, { deltas: ['A lot.'] }]);
      await knowing(model, [toolOf('dump', () => 'x'.repeat(50_000))]).reply(QUESTION);
      const result = model.requests[1]?.messages.at(-1)?.text ?? '';
      expect(result).toHaveLength(16_000);
      expect(result).toMatch(/goes on\.\)$/);
    });

    test('gets no more of a result than it may read', async () => {
      const model = new CallingLlm([{ calls: [['dump', '{}']] }, { deltas: ['A lot.'] }]);
      const engine = knowing(model, [toolOf('dump', () => 'many words '.repeat(1_000))]);
      await engine.reply(QUESTION, { configuration: { maxInputTokens: 800 } });
      expect(model.requests[1]?.messages.at(-1)?.text.length).toBeLessThan(4_000);
    });

    test('is told of a tool that does not exist, and of one that failed, and may go on', async () => {
      const model = new CallingLlm([
        {
          calls: [
            ['add', '{}'],
            ['guess', '{}'],
          ],
        },
        { deltas: ['9 euros [1].'] },
      ]);
      const reply = await knowing(model, [failingTool('add')]).reply(QUESTION);
      expect(model.requests[1]?.messages.slice(-2).map(({ text }) => text)).toEqual([
        'It failed: No.',
        'There is no tool with the name "guess".',
      ]);
      expect(reply.trace?.plugins.map(({ outcome }) => outcome)).toEqual(['failed']);
      expect(reply.sources).toHaveLength(1);
    });

    test('gives way to the next model when it fails after calls and before its first word', async () => {
      const broken = new CallingLlm([SUM, { error: llmErrors.provider_unavailable() }], 'broken');
      const engine = under([broken, new ScriptedLlm({ name: 'other', deltas: ['9 euros [1].'] })]);
      engine.found = [PRICES];
      const reply = await engine.reply(QUESTION, { configuration: { modelId: 1, fallbackModelIds: [2] } });
      expect(reply).toMatchObject({ model: 'other', failedModels: [{ model: 'broken' }] });
    });

    test('whose turn is aborted leaves a running tool, with the reason', async () => {
      const leaving = new AbortController();
      let seen: AbortSignal | undefined;
      const waiting = toolOf('wait', (_args, signal) => {
        seen = signal;
        setImmediate(() => leaving.abort(new Error('The user left.')));
        return new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
      });
      const engine = knowing(new CallingLlm([{ calls: [['wait', '{}']] }]), [waiting]);
      await expect(engine.reply(QUESTION, { signal: leaving.signal })).rejects.toThrow('The user left.');
      expect(seen?.aborted).toBe(true);
    });
  });

  describe('when the knowledge holds nothing', () => {
    const ask = (model: CallingLlm, changes: Partial<ReplyRequest> = {}, tools?: readonly PluginTool[]) =>
      under([model], tools).reply('What is 2 + 3 exactly?', changes);

    test('answers from what a tool returns, also when it may not guess', async () => {
      const model = new CallingLlm([{ deltas: ['One moment.'], ...SUM }, { deltas: ['It is 5.'] }]);
      expect(await ask(model, { configuration: { answersWithoutKnowledge: false } })).toMatchObject({
        text: 'One moment.\n\nIt is 5.',
        grounded: true,
        sources: [],
        confidence: 0.8,
        model: 'caller',
      });
      expect(model.requests[0]?.mayGuess).toBe(false);
    });

    test.each<[string, readonly Round[], readonly PluginTool[]]>([
      ['it calls none', [{ deltas: ['It is 5.'] }], [add]],
      ['none of them succeeds', [SUM, { deltas: ['It is 5.'] }], [failingTool('add')]],
    ])('is not heard when %s', async (_, rounds, tools) => {
      const reply = await ask(new CallingLlm(rounds), {}, tools);
      expect(reply).toMatchObject({ grounded: false, model: 'none', usage: { inputTokens: 0, outputTokens: 0 } });
      expect(reply.text).not.toContain('5');
      expect(reply.further?.unspoken).toEqual({ inputTokens: 10 * rounds.length, outputTokens: 2 * rounds.length });
    });

    test('is not asked where the rules of an API leave no room, nor about nothing', async () => {
      const model = new CallingLlm([SUM, { deltas: ['It is 5.'] }]);
      expect((await ask(model, { isStrict: true })).model).toBe('none');
      expect((await under([model]).reply('???')).model).toBe('none');
      expect((await under([model]).reply('Hello!')).isSmallTalk).toBe(true);
      expect(model.requests).toEqual([]);
    });

    test('may guess where the bot wants that; its words are grounded only when a tool has given them ground', async () => {
      const configuration = {
        answersWithoutKnowledge: true,
        prefixesFallbackMessage: true,
        fallbackMessage: 'No idea.',
      };
      const guess = await ask(new CallingLlm([{ deltas: ['About 5.'] }]), { configuration });
      expect(guess).toMatchObject({ text: 'No idea.\n\nAbout 5.', grounded: false });
      const known = await ask(new CallingLlm([SUM, { deltas: ['It is 5.'] }]), { configuration });
      expect(known).toMatchObject({ text: 'It is 5.', grounded: true });
    });
  });

  test('of a bot without any knowledge answers with them', async () => {
    const engine = under([new CallingLlm([SUM, { deltas: ['It is 5.'] }])]);
    engine.bases = [];
    expect(await engine.reply('What is 2 + 3?')).toMatchObject({ text: 'It is 5.', grounded: true, confidence: 0.8 });
  });

  test('that cannot call any is offered none; nor is one that only quotes', async () => {
    const plain = new ScriptedLlm({ deltas: ['9 euros [1].'] });
    const engine = under([plain]);
    engine.found = [PRICES];
    await engine.reply(QUESTION);
    expect(plain.requests[0]?.tools).toBeUndefined();
    const quoting = new CallingLlm([{ deltas: ['9 euros.'] }], 'quoting', { groundedOnly: true });
    await knowing(quoting).reply(QUESTION);
    expect(quoting.requests[0]?.tools).toBeUndefined();
  });

  test('answers without them when they cannot be listed', async () => {
    const model = new CallingLlm([{ deltas: ['9 euros [1].'] }]);
    const engine = knowing(model);
    engine.plugins = pluginsWith({ tools: async () => Promise.reject(new Error('down')) });
    expect((await engine.reply(QUESTION)).text).toBe('9 euros [1].');
  });
});
