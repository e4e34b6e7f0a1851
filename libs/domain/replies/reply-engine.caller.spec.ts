import type { LlmTool } from '#providers/llm';
import { CallingLlm, EngineUnderTest, passageOf, pluginsWith, questionOf, toolOf } from '#testing/replies';
import type { CallerTerms } from './caller-terms';
import type { ReplyEvent } from './replies.types';

const PRICES = passageOf('prices', 'Prices', 'A bag of coffee costs 9 euros.');
const QUESTION = 'How much does a bag of coffee cost?';
const WEATHER: LlmTool = { name: 'weather', description: 'Weather of a place.', parameters: { type: 'object' } };
const CALL = { id: '1-0', name: 'weather', arguments: '{"place":"Graz"}' };
const ASKS_WEATHER = { calls: [['weather', '{"place":"Graz"}']] as const };

describe('a caller who speaks to the bot as to a model', () => {
  const under = (model: CallingLlm) => {
    const engine = new EngineUnderTest([model]);
    engine.found = [PRICES];
    return engine;
  };
  const withTools: CallerTerms = { tools: [WEATHER] };
  const told = (events: ReplyEvent[]) =>
    events.flatMap((event) => (event.type === 'delta' ? [event.text] : [])).join('');

  test('is told which of their tools the model wants called, and nothing more', async () => {
    const model = new CallingLlm([ASKS_WEATHER]);
    const reply = await under(model).reply(QUESTION, { caller: withTools });
    expect(reply).toMatchObject({
      text: '',
      sources: [],
      grounded: false,
      finishReason: 'tool_calls',
      toolCalls: [CALL],
    });
    expect(model.requests).toHaveLength(1);
    expect(model.requests[0]).toMatchObject({ tools: [WEATHER], toolChoice: 'auto', passages: [{ id: 'prices' }] });
  });

  test('is asked for a call also where the knowledge has nothing', async () => {
    const engine = new EngineUnderTest([new CallingLlm([ASKS_WEATHER])]);
    const reply = await engine.reply('What is the weather in Graz?', { caller: withTools });
    expect(reply).toMatchObject({ text: '', toolCalls: [CALL] });
  });

  test('gets an answer from what the call returned, although the knowledge has nothing', async () => {
    const model = new CallingLlm([{ deltas: ['It rains.'] }]);
    const engine = new EngineUnderTest([model]);
    const rounds = [
      { role: 'assistant' as const, text: '', toolCalls: [CALL] },
      { role: 'tool' as const, callId: '1-0', text: 'rain' },
    ];
    const reply = await engine.reply('What is the weather in Graz?', { caller: { ...withTools, rounds } });
    expect(reply).toMatchObject({ text: 'It rains.' });
    expect(reply.toolCalls).toBeUndefined();
    expect(model.requests[0]?.messages.slice(-3)).toMatchObject([{ role: 'user' }, ...rounds]);
    expect(model.requests[0]).toMatchObject({ hasKnowledge: false });
  });

  test('and tools of the bot are called by whom they belong to; a name of the caller goes before one of the bot', async () => {
    const model = new CallingLlm([{ calls: [['add', '{}']] }, ASKS_WEATHER]);
    const engine = under(model);
    const own = [toolOf('add', () => '5'), toolOf('weather', () => 'never')];
    engine.plugins = pluginsWith({ tools: async () => own });
    const reply = await engine.reply(QUESTION, { caller: withTools });
    expect(reply.toolCalls).toEqual([{ ...CALL, id: '2-0' }]);
    expect(reply.trace?.plugins).toMatchObject([{ tool: 'add', outcome: 'ok' }]);
    expect(model.requests[0]?.tools?.map(({ name }) => name)).toEqual(['add', 'weather']);
  });

  test('who insists on a call or a format gets neither small talk nor words that were written beforehand', async () => {
    const model = new CallingLlm([{ deltas: ['{"price":9}'] }], 'caller', { jsonOutput: true });
    const engine = under(model);
    engine.knows(questionOf('price', QUESTION, { llmReply: false, answer: 'Nine.' }));
    const responseFormat = { type: 'json_schema', name: 'price', schema: { type: 'object' } } as const;
    expect((await engine.reply(QUESTION, { caller: { responseFormat } })).text).toBe('{"price":9}');
    expect((await engine.reply('Hello', { caller: { responseFormat } })).text).toBe('{"price":9}');
    expect(model.requests).toMatchObject([{ responseFormat }, { responseFormat }]);
    expect((await engine.reply(QUESTION, { caller: {} })).text).toBe('Nine.');
  });

  test('gives instructions that stand after those of the bot, and a history with tools', async () => {
    const model = new CallingLlm([{ deltas: ['Nine euros [1].'] }]);
    const earlier = [
      { role: 'user' as const, text: 'Hi' },
      { role: 'assistant' as const, text: '', toolCalls: [CALL] },
      { role: 'tool' as const, callId: '1-0', text: 'rain' },
      { role: 'assistant' as const, text: 'It rains.' },
    ];
    await under(model).reply(QUESTION, {
      configuration: { systemPrompt: 'You sell coffee.' },
      history: [
        { role: 'user', text: 'Hi' },
        { role: 'bot', text: 'It rains.' },
      ],
      caller: { instructions: 'Speak like a pirate.', earlier },
    });
    expect(model.requests[0]?.system).toBe('You sell coffee.\n\nSpeak like a pirate.');
    expect(model.requests[0]?.messages.slice(0, -1)).toEqual(earlier);
  });

  test.each([
    [['euros'], 'Nine '],
    [['os [1]', 'cheap'], 'Nine eur'],
    [['nowhere'], 'Nine euros [1].'],
  ])('ends the words before the first of %j, however they come', async (stop, text) => {
    const model = new CallingLlm([{ deltas: ['Nine e', 'ur', 'os ', '[1].'] }]);
    const events = await under(model).events(QUESTION, { caller: { stop } });
    expect(told(events)).toBe(text);
    expect(events.at(-1)).toMatchObject({ reply: { text } });
  });

  test('ends the words of the built-in model at a number of tokens, and says so', async () => {
    const engine = new EngineUnderTest();
    engine.found = [PRICES];
    const configuration = { maxReplyTokens: 4 };
    const reply = await engine.reply(QUESTION, { configuration, caller: {} });
    expect(reply).toMatchObject({ text: 'A bag of coffee ', finishReason: 'length' });
    expect((await engine.reply(QUESTION, { configuration })).text).toBe('A bag of coffee costs 9 euros.');
  });
});
