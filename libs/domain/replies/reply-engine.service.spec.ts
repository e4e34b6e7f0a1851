import { Logger } from '@nestjs/common';
import { ScriptedLlm } from '#providers/llm';
import { OpenAiServer } from '#testing/llm';
import { EngineUnderTest, passageOf } from '#testing/replies';
import { OpenAiCompatibleModel } from '../../providers/llm/adapters/openai-compatible/openai-compatible-model';
import type { ReplyEvent, ReplyRequest } from './replies.types';

const HOURS = passageOf(
  'hours',
  'Opening hours',
  'The shop opens at 9:00 from Monday to Friday. It is closed on Sundays.',
);
const SUNDAY = passageOf(
  'sunday',
  'Opening hours on Sunday',
  'On the last Sunday before Christmas the shop opens at 13:00.',
);
const QUESTION = 'When does the shop open on Monday?';

describe('a reply by a model behind an OpenAI-compatible API', () => {
  let server: OpenAiServer;
  let model: OpenAiCompatibleModel;
  let engine: EngineUnderTest;

  beforeAll(async () => {
    server = await OpenAiServer.start();
    model = new OpenAiCompatibleModel({ baseUrl: server.baseUrl, model: 'm', timeoutMs: 60_000, retries: 0 });
  });

  beforeEach(() => {
    jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => {});
    server.reset();
    engine = new EngineUnderTest([model, new ScriptedLlm({ name: 'silent', deltas: [] })]);
    engine.found = [HOURS, SUNDAY];
  });

  afterEach(() => jest.restoreAllMocks());

  afterAll(async () => {
    await model.close();
    await server.stop();
  });

  const eventsOf = ({ message = QUESTION, ...changes }: Partial<ReplyRequest> = {}) => engine.events(message, changes);
  const replyOf = ({ message = QUESTION, ...changes }: Partial<ReplyRequest> = {}) => engine.reply(message, changes);
  const asked = (signal?: AbortSignal) =>
    engine.engine.reply({
      teamId: 'team',
      botId: 'bot',
      configuration: {},
      message: QUESTION,
      history: [],
      ...(signal ? { signal } : {}),
    });

  test('is told as it comes, after the passages that the model was given', async () => {
    server.replyOnce({ pieces: ['At ', '9:00 ', '[1].'], pieceDelayMs: 20 });
    const events = await eventsOf();
    expect(events.map(({ type }) => type)).toEqual(['started', 'sources', 'delta', 'delta', 'delta', 'done']);
    const told = events.find((event) => event.type === 'sources');
    const { reply } = events.at(-1) as Extract<ReplyEvent, { type: 'done' }>;
    expect(reply).toMatchObject({ text: 'At 9:00 [1].', model: 'm', grounded: true, sources: told?.sources });
    expect(reply.sources.map(({ id }) => id)).toEqual(['hours', 'sunday']);
  });

  test('has the usage that the provider counted, and its confidence from what was found', async () => {
    server.replyOnce({ text: 'At 9:00.', usage: { promptTokens: 321, completionTokens: 12 } });
    const reply = await replyOf();
    expect(reply.usage).toEqual({ inputTokens: 321, outputTokens: 12 });
    expect(reply.confidence).toBeGreaterThan(0.5);
    expect(reply.confidence).toBeLessThanOrEqual(1);
  });

  test('that nobody reads along has only the sources it cites, by their places in the list', async () => {
    server.replyOnce({ text: 'At 13:00 before Christmas [2], see [2].' });
    const events = await eventsOf({ stream: false });
    const { reply } = events.at(-1) as Extract<ReplyEvent, { type: 'done' }>;
    expect([reply.text, reply.sources.map(({ id }) => id)]).toEqual([
      'At 13:00 before Christmas [1], see [1].',
      ['sunday'],
    ]);
    expect(events.map(({ type }) => type)).toEqual(['started', 'sources', 'delta', 'done']);
    server.replyOnce({ text: 'At 9:00.' });
    expect((await replyOf({ stream: false })).sources).toHaveLength(2);
    expect(server.chats[0]?.body.stream).toBeUndefined();
  });

  test('is made with the role of the bot, the history and the passages', async () => {
    await replyOf({
      configuration: { systemPrompt: 'You are Ada.', temperature: 0.2 },
      history: [
        { role: 'user', text: 'Hello' },
        { role: 'bot', text: 'Hello!' },
      ],
    });
    const { messages, temperature } = server.chats[0]!.body;
    expect(messages.map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'user']);
    expect([messages[0]?.content, temperature]).toEqual([expect.stringMatching(/^You are Ada\./), 0.2]);
    expect(messages[3]?.content).toContain('It is closed on Sundays.');
  });

  test.each([
    [{ status: 429, retryAfter: '30' }],
    [{ status: 500 }],
    [{ status: 401 }],
    [{ status: 400, code: 'context_length_exceeded' }],
    [{ fault: { kind: 'cut-off' as const, afterPieces: 0 } }],
    [{ text: '' }],
  ])(
    'comes from the knowledge itself, and says so, when the provider fails before its first word: %j',
    async (failure) => {
      for (const stream of [true, false]) {
        server.replyOnce(failure);
        const reply = await replyOf({ stream });
        expect(reply).toMatchObject({ model: 'extractive', grounded: true });
        expect(reply.text).toContain('9:00');
      }
      expect(Logger.prototype.warn).toHaveBeenCalledTimes(2);
    },
  );

  test('fails when its provider fails after words were told', async () => {
    server.replyOnce({ pieces: ['At ', '9:00'], pieceDelayMs: 5, fault: { kind: 'cut-off', afterPieces: 1 } });
    const told: string[] = [];
    const reading = (async () => {
      for await (const event of asked()) if (event.type === 'delta') told.push(event.text);
    })();
    await expect(reading).rejects.toMatchObject({ code: 'llm.provider_unavailable' });
    expect(told).toEqual(['At ']);
  });

  test('is the fallback message, without a call, when nothing was found or too little for the bot, and for small talk', async () => {
    const configuration = { fallbackMessage: 'Ask a colleague.' };
    expect(await replyOf({ configuration: { ...configuration, confidenceThreshold: 0.999 } })).toMatchObject({
      text: 'Ask a colleague.',
      grounded: false,
    });
    engine.found = [];
    const reply = await replyOf({ configuration });
    expect(reply).toMatchObject({ text: 'Ask a colleague.', model: 'none', sources: [], grounded: false });
    expect(await replyOf({ message: 'Hello!' })).toMatchObject({ model: 'none', confidence: 1 });
    expect(server.chats).toHaveLength(0);
  });

  test('may be what the model knows itself, when the bot allows that; it has no sources and is not grounded', async () => {
    engine.found = [];
    const configuration = { answersWithoutKnowledge: true, fallbackMessage: 'Ask a colleague.' };
    server.replyOnce({ text: 'Usually at nine.' }, { status: 500 });
    const reply = await replyOf({ configuration });
    expect(reply).toMatchObject({ text: 'Usually at nine.', model: 'm', sources: [], grounded: false });
    expect(reply.confidence).toBeLessThan(0.5);
    expect(server.chats[0]?.body.messages[0]?.content).toContain('does not come from the knowledge base');
    expect(await replyOf({ configuration })).toMatchObject({ text: 'Ask a colleague.', model: 'none' });
    expect((await replyOf({ configuration: { ...configuration, model: 'extractive' } })).text).toBe('Ask a colleague.');
  });

  test('ends with the reason of the signal, and the provider is left at once', async () => {
    server.replyOnce({ pieces: ['At ', '9:00'], fault: { kind: 'stall', afterPieces: 1 } });
    const leaving = new AbortController();
    const reading = (async () => {
      for await (const event of asked(leaving.signal))
        if (event.type === 'delta') leaving.abort(new Error('The user left.'));
    })();
    await expect(reading).rejects.toThrow('The user left.');
  });
});
