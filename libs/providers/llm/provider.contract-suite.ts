/**
 * What every adapter of a provider does, whatever the wire: run it against a server that speaks the provider's. The servers
 * refuse what the provider refuses, so that each answer also says that the request was right.
 */
import { eventually } from '../../testing/eventually';
import type { OpenAiServer, ScriptedAnswer, VendorServer } from '../../testing/llm';
import type { LlmEvent, LlmRequest, LlmTool } from './llm.contract';
import { describeLlmContract, eventsOf, openingHoursRequest, textOf } from './llm.contract-suite';
import type { ClosableLlm, LlmSettings } from './llm.settings';
import { providerWordsOf } from './provider-failures';

export interface ProviderUnderTest {
  name: string;
  /** With the key, and the one model `m`. */
  start(options: { apiKey: string; models: readonly string[] }): Promise<OpenAiServer | VendorServer>;
  make(settings: Omit<LlmSettings, 'provider'>): ClosableLlm;
  /** False for providers without a reason of their own for refused content. */
  refuses?: boolean;
  /** False for providers that cannot be made to call a tool. */
  insists?: boolean;
}

const KEY = 'abcdef-verysecret-0123456789';
const TIMEOUT_MS = 150;

const ORDER_TOOL: LlmTool = {
  name: 'find_order',
  description: 'Finds an order.',
  parameters: {
    type: 'object',
    properties: { number: { type: 'string' }, notes: { type: 'string' } },
    required: ['number'],
    additionalProperties: false,
  },
};
const CLOCK_TOOL: LlmTool = {
  name: 'clock',
  description: 'Says what time it is.',
  parameters: { type: 'object', properties: {} },
};
const TOOLS = [ORDER_TOOL, CLOCK_TOOL];
const ORDER_CALL = { name: 'find_order', arguments: '{"number":"A-17","notes":"Grüße \\"quoted\\""}' };
const CLOCK_CALL = { name: 'clock', arguments: '{}' };

interface Failing {
  told: string;
  code: string | undefined;
  message: string;
  retryAfterMs: number | undefined;
  words: string | undefined;
  /** All that anybody could log of it. */
  everything: string;
}

export function describeProviderContract(provider: ProviderUnderTest): void {
  let server: OpenAiServer | VendorServer;
  const models: ClosableLlm[] = [];

  function modelOf(settings: Partial<LlmSettings> = {}): ClosableLlm {
    const { baseUrl } = server;
    const model = provider.make({ name: 'test', model: 'm', baseUrl, apiKey: KEY, timeoutMs: 5_000, ...settings });
    models.push(model);
    return model;
  }

  function ask(changes: Partial<LlmRequest> = {}, settings?: Partial<LlmSettings>): Promise<LlmEvent[]> {
    const model = modelOf(settings);
    return eventsOf(model, openingHoursRequest(model, changes));
  }

  async function failing(changes: Partial<LlmRequest> = {}, settings?: Partial<LlmSettings>): Promise<Failing> {
    const model = modelOf(settings);
    let told = '';
    try {
      for await (const event of model.generate(openingHoursRequest(model, changes)))
        if (event.type === 'delta') told += event.text;
    } catch (error) {
      return { told, ...describedFailure(error) };
    }
    throw new Error(`It did not fail and said: ${told}`);
  }

  beforeAll(async () => {
    server = await provider.start({ apiKey: KEY, models: ['m'] });
  });
  beforeEach(() => server.reset());
  afterEach(() => Promise.all(models.splice(0).map((model) => model.close())));
  afterAll(() => server.stop());

  describeLlmContract(provider.name, () => modelOf());

  describe(`${provider.name} keeps the contract of a provider`, () => {
    describe.each([
      ['as a stream', true],
      ['in one piece', false],
    ])('%s', (_how, stream) => {
      it('says what the provider says', async () => {
        server.replyOnce({
          pieces: ['Grüße ', '👋🏽 aus ', '東京'],
          usage: { promptTokens: 11, completionTokens: 4 },
          pieceDelayMs: 20,
        });
        const events = await ask({ stream });
        expect(textOf(events)).toBe('Grüße 👋🏽 aus 東京');
        expect(events.slice(-2)).toEqual([
          { type: 'usage', usage: { inputTokens: 11, outputTokens: 4 } },
          { type: 'done', finishReason: 'stop' },
        ]);
        expect(events.filter(({ type }) => type === 'delta').length > 1).toBe(stream);
      });

      it('tells usage even if the provider does not', async () => {
        server.replyOnce({ usage: null, text: 'At nine.' });
        const usage = (await ask({ stream })).find((event) => event.type === 'usage')?.usage;
        expect(usage?.inputTokens).toBeGreaterThan(0);
        expect(usage?.outputTokens).toBeGreaterThan(0);
      });

      it('stops at the length that was asked for, and says so', async () => {
        server.replyOnce({ text: 'one two three' });
        const events = await ask({ stream, maxTokens: 2 });
        expect(textOf(events)).toBe('one two');
        expect(events.at(-1)).toEqual({ type: 'done', finishReason: 'length' });
      });

      it('says when the provider refused the content', async () => {
        if (provider.refuses === false) return;
        server.replyOnce({ text: 'Well', finish: 'content_filter' });
        expect((await ask({ stream })).at(-1)).toEqual({ type: 'done', finishReason: 'refused' });
      });

      it('hands on the call of a tool, after the text', async () => {
        server.replyOnce({ text: 'Let me look.', toolCalls: [ORDER_CALL] });
        const events = await ask({ stream, tools: TOOLS });
        expect(textOf(events)).toBe('Let me look.');
        expect(callsIn(events)).toEqual([ORDER_CALL]);
        expect(events.map(({ type }) => type).filter((type) => type !== 'delta')).toEqual([
          'tool_call',
          'usage',
          'done',
        ]);
        expect(events.at(-1)).toEqual({ type: 'done', finishReason: 'tool_calls' });
      });

      it('hands on several calls, each with an id of its own', async () => {
        server.replyOnce({ toolCalls: [ORDER_CALL, CLOCK_CALL, { ...ORDER_CALL, arguments: '{"number":"B-2"}' }] });
        const events = await ask({ stream, tools: TOOLS });
        expect(callsIn(events)).toEqual([ORDER_CALL, CLOCK_CALL, { ...ORDER_CALL, arguments: '{"number":"B-2"}' }]);
        const ids = events.flatMap((event) => (event.type === 'tool_call' ? [event.call.id] : []));
        expect(new Set(ids.filter((id) => id !== '')).size).toBe(3);
        expect(textOf(events)).toBe('');
      });

      it.each<[object, string, string | undefined]>([
        [{ status: 400, message: 'Something is odd.' }, 'llm.provider_rejected', 'Something is odd.'],
        [{ status: 400, message: 'prompt is too long: 9000 tokens' }, 'llm.context_too_long', '9000 tokens'],
        [{ status: 401, message: 'Who are you?' }, 'llm.provider_refused_credentials', 'Who are you?'],
        [{ status: 403, message: 'Not for you.' }, 'llm.provider_refused_credentials', 'Not for you.'],
        [{ status: 404, message: 'No such model.' }, 'llm.provider_lacks_model', 'No such model.'],
        [{ status: 500, message: 'We are sorry.' }, 'llm.provider_unavailable', 'We are sorry.'],
        [{ status: 503, rawBody: '<html>Bad gateway</html>' }, 'llm.provider_unavailable', 'Bad gateway'],
        [{ status: 302, rawBody: '' }, 'llm.provider_rejected', 'HTTP 302'],
      ])('fails in our words, with the provider’s behind them: %j', async (reply, code, words) => {
        server.replyWith(reply as { status: number });
        const failure = await failing({ stream });
        expect([failure.told, failure.code]).toEqual(['', code]);
        expect(failure.words).toContain(words);
      });

      const broken: ScriptedAnswer[] = [
        { fault: { kind: 'reset', afterPieces: 2 } },
        { fault: { kind: 'cut-off', afterPieces: 2 } },
        { fault: { kind: 'early-end', afterPieces: 2 } },
        { fault: { kind: 'malformed', afterPieces: 2 } },
        { fault: { kind: 'error-event', afterPieces: 2, message: 'Out of memory.' } },
        { fault: { kind: 'endless-line', afterPieces: 2 } },
      ];
      it.each(broken)('never takes half an answer for a whole one: %j', async (script) => {
        server.replyWith({ pieces: ['At ', '9:00', ' [1].'], pieceDelayMs: 5, ...script });
        const failure = await failing({ stream });
        expect(failure).toMatchObject({ told: stream ? 'At 9:00' : '', code: 'llm.provider_unavailable' });
        expect(failure.words ?? 'At 9:00').not.toContain(KEY);
        expect(server.chats).toHaveLength(1);
      });

      it.each<ScriptedAnswer>([
        { fault: { kind: 'stall' } },
        { fault: { kind: 'stall', afterPieces: 0 } },
        { fault: { kind: 'slow-head', byteDelayMs: 10 } },
      ])('waits no longer than it may for the answer to begin: %j', async (script) => {
        server.replyOnce(script);
        const failure = await failing({ stream }, { timeoutMs: TIMEOUT_MS });
        expect(failure).toMatchObject({ told: '', code: 'llm.provider_timed_out' });
        await eventually(() => server.chats[0]?.hungUp);
        expect(server.chats).toHaveLength(1);
      });
    });

    it('says what failed under way', async () => {
      server.replyOnce({
        pieces: ['At ', '9'],
        fault: { kind: 'error-event', afterPieces: 1, message: `No ${KEY} memory.` },
      });
      expect((await failing()).words).toMatch(/No \[key\] memory/);
    });

    it('reads the same from any bytes', async () => {
      server.replyOnce({ pieces: ['Grüße ', '👋🏽 aus ', '東京'], splitBytes: 1, comments: true });
      expect(textOf(await ask())).toBe('Grüße 👋🏽 aus 東京');
      server.replyOnce({ toolCalls: [ORDER_CALL], splitBytes: 7, lineEnd: '\r\n' });
      expect(callsIn(await ask({ tools: TOOLS }))).toEqual([ORDER_CALL]);
    });

    it('gives each piece as it comes', async () => {
      server.replyOnce({ pieces: ['At ', '9'], fault: { kind: 'stall', afterPieces: 1 } });
      const model = modelOf();
      for await (const event of model.generate(openingHoursRequest(model))) {
        expect(event).toEqual({ type: 'delta', text: 'At ' });
        break;
      }
      await eventually(() => server.chats[0]?.hungUp);
    });

    it('waits no longer than it may between two pieces', async () => {
      server.replyOnce({ pieces: ['At ', '9:00'], fault: { kind: 'stall', afterPieces: 1 } });
      const failure = await failing({}, { timeoutMs: TIMEOUT_MS });
      expect(failure).toMatchObject({ told: 'At ', code: 'llm.provider_timed_out' });
      await eventually(() => server.chats[0]?.hungUp);
    });

    it('does not count the time that its reader takes', async () => {
      server.replyOnce({ pieces: ['At ', '9:00'] });
      const model = modelOf({ timeoutMs: TIMEOUT_MS });
      let told = '';
      for await (const event of model.generate(openingHoursRequest(model))) {
        if (told === '') await new Promise((resolve) => setTimeout(resolve, 2 * TIMEOUT_MS));
        if (event.type === 'delta') told += event.text;
      }
      expect(told).toBe('At 9:00');
    });

    it('carries a conversation with tools back to the provider', async () => {
      const messages: LlmRequest['messages'] = [
        { role: 'assistant', text: 'Hello, I am Ada.' },
        { role: 'user', text: 'Where is my order?' },
        {
          role: 'assistant',
          text: '',
          toolCalls: [
            { id: 'c1', ...ORDER_CALL },
            { id: 'c2', ...CLOCK_CALL, arguments: '' },
          ],
        },
        { role: 'tool', callId: 'c1', text: 'It is on its way.' },
        { role: 'tool', callId: 'c2', text: '12:00' },
        { role: 'assistant', text: 'On its way.' },
        { role: 'user', text: '' },
        { role: 'user', text: 'When does the shop open on Monday?' },
      ];
      server.replyOnce({ text: 'At nine.' });
      expect(textOf(await ask({ messages, tools: TOOLS }))).toBe('At nine.');
      const sent = JSON.stringify(server.chats[0]?.body);
      for (const part of [
        'Hello, I am Ada.',
        'find_order',
        'A-17',
        'It is on its way.',
        '12:00',
        'On its way.',
        'opens at 9:00',
      ])
        expect(sent).toContain(part);
    });

    it('offers tools, and insists as far as the provider does', async () => {
      await ask({ tools: TOOLS });
      expect(JSON.stringify(server.chats[0]?.body)).toMatch(/find_order.*Finds an order.*clock/s);
      expect(callsIn(await ask({ tools: TOOLS, toolChoice: 'none' }))).toEqual([]);
      if (provider.insists === false) return;
      expect(callsIn(await ask({ tools: TOOLS, toolChoice: 'required' }))).toHaveLength(1);
      expect(callsIn(await ask({ tools: TOOLS, toolChoice: { name: 'clock' } }))).toEqual([CLOCK_CALL]);
    });

    it('sends temperature and top_p when they are given, and never a top_p of 0', async () => {
      await ask({ temperature: 0.3 });
      await ask({ topP: 0.9 });
      await ask({ topP: 0 });
      const [cool, narrow, free] = server.chats.map(({ body }) => JSON.stringify(body));
      expect(cool).toMatch(/"temperature":0.3\b/);
      expect(narrow).toMatch(/"(top_p|topP)":0.9\b/);
      expect(free).not.toMatch(/"(top_p|topP|temperature)":/);
    });

    it('asks a model that does not stream for one piece', async () => {
      server.replyOnce({ pieces: ['At ', '9:00'] });
      const events = await ask({ stream: true }, { capabilities: { streaming: false } });
      expect(events.filter(({ type }) => type === 'delta')).toEqual([{ type: 'delta', text: 'At 9:00' }]);
    });

    it('believes what it is told of the model', () => {
      const { capabilities } = modelOf({ maxInputTokens: 100_000, capabilities: { tools: false, images: true } });
      expect(capabilities).toMatchObject({ streaming: true, tools: false, images: true, maxInputTokens: 100_000 });
    });

    it.each([[{ status: 429, retryAfter: '0' }], [{ status: 503 }], [{ fault: { kind: 'reset' as const } }]])(
      'calls once more when nothing was said and it passes soon: %j',
      async (reply) => {
        server.replyOnce(reply, { text: 'At 9:00.' });
        expect(textOf(await ask())).toBe('At 9:00.');
        server.replyOnce(reply, reply, { text: 'Too late.' });
        await failing();
        expect(server.chats).toHaveLength(4);
      },
    );

    it('says when to come back, if that is not soon', async () => {
      server.replyWith({ status: 429, retryAfter: '7' });
      expect(await failing()).toMatchObject({ code: 'llm.provider_rate_limited', retryAfterMs: 7_000 });
      expect(server.chats).toHaveLength(1);
    });

    it('tells wrong credentials and an unknown model as such', async () => {
      expect(await failing({}, { apiKey: 'wrong-key' })).toMatchObject({ code: 'llm.provider_refused_credentials' });
      expect(await failing({}, { model: 'other' })).toMatchObject({ code: 'llm.provider_lacks_model' });
    });

    it('never repeats a key, neither in the message nor in what is behind it', async () => {
      server.replyWith({ status: 401, message: `Incorrect API key provided: ${KEY}. Bearer ${KEY}` });
      const failure = await failing();
      expect(failure.words).toContain('Incorrect API key provided: [key]');
      expect(failure.everything).not.toContain('verysecret');
    });

    it('takes no credentials from the environment', async () => {
      const names = ['OPENAI', 'AZURE_OPENAI', 'ANTHROPIC', 'GOOGLE', 'GEMINI', 'OLLAMA'].map(
        (name) => `${name}_API_KEY`,
      );
      for (const name of [...names, 'ANTHROPIC_AUTH_TOKEN']) process.env[name] = KEY;
      process.env.OPENAI_ORG_ID = 'org-verysecret';
      for (const name of ['OPENAI', 'ANTHROPIC']) process.env[`${name}_CUSTOM_HEADERS`] = 'x-extra: verysecret';
      try {
        await failing({}, { apiKey: undefined });
        expect(JSON.stringify(server.chats[0]?.headers)).not.toContain('verysecret');
      } finally {
        for (const name of Object.keys(process.env))
          if (process.env[name]?.includes('verysecret')) delete process.env[name];
      }
    });

    it('fails when nobody listens', async () => {
      const gone = await provider.start({ apiKey: KEY, models: [] });
      const { baseUrl } = gone;
      await gone.stop();
      const failure = await failing({}, { baseUrl });
      expect(failure).toMatchObject({
        code: 'llm.provider_unavailable',
        words: expect.stringContaining('ECONNREFUSED'),
      });
    });

    it.each([[{ kind: 'stall' as const }], [{ kind: 'stall' as const, afterPieces: 1 }]])(
      'leaves at once when the signal says so, whatever the provider does: %j',
      async (fault) => {
        server.replyOnce({ fault });
        const leaving = new AbortController();
        const failure = failing({ signal: leaving.signal });
        await eventually(() => server.chats.length === 1);
        leaving.abort(new Error('The user left.'));
        expect(await failure).toMatchObject({ message: 'The user left.' });
        await eventually(() => server.chats[0]?.hungUp);
      },
    );
  });
}

function callsIn(events: readonly LlmEvent[]): { name: string; arguments: string }[] {
  return events.flatMap((event) =>
    event.type === 'tool_call' ? [{ name: event.call.name, arguments: event.call.arguments }] : [],
  );
}

function describedFailure(error: unknown): Omit<Failing, 'told'> {
  const { code, message, retryAfterMs } = error as Error & { code?: string; retryAfterMs?: number };
  let everything = '';
  for (let one = error; one instanceof Error; one = one.cause)
    everything += `${one.message} ${one.stack} ${JSON.stringify(one)}`;
  return { code, message, retryAfterMs, words: providerWordsOf(error), everything };
}
