import { eventually } from '../../../../testing/eventually';
import { OpenAiServer, type ScriptedAnswer } from '../../../../testing/llm';
import type { LlmEvent, LlmRequest } from '../../llm.contract';
import { describeLlmContract, eventsOf, openingHoursRequest, textOf } from '../../llm.contract-suite';
import { OpenAiCompatibleModel, type OpenAiCompatibleSettings } from './openai-compatible-model';

const KEY = 'sk-verysecretkey123';
const TIMEOUT_MS = 150;

let server: OpenAiServer;
const models: OpenAiCompatibleModel[] = [];

beforeAll(async () => {
  server = await OpenAiServer.start({ apiKey: KEY, models: ['m'], maxContextTokens: 2_000 });
});
beforeEach(() => server.reset());
afterEach(() => Promise.all(models.splice(0).map((model) => model.close())));
afterAll(() => server.stop());

function modelOf(settings: Partial<OpenAiCompatibleSettings> = {}): OpenAiCompatibleModel {
  const model = new OpenAiCompatibleModel({
    baseUrl: server.baseUrl,
    apiKey: KEY,
    model: 'm',
    timeoutMs: 5_000,
    ...settings,
  });
  models.push(model);
  return model;
}

function ask(changes: Partial<LlmRequest> = {}, settings?: Partial<OpenAiCompatibleSettings>): Promise<LlmEvent[]> {
  const model = modelOf(settings);
  return eventsOf(model, openingHoursRequest(model, changes));
}

/** What was told before it failed, and the failure. */
async function failing(changes: Partial<LlmRequest> = {}, settings?: Partial<OpenAiCompatibleSettings>) {
  const model = modelOf(settings);
  let told = '';
  try {
    for await (const event of model.generate(openingHoursRequest(model, changes)))
      if (event.type === 'delta') told += event.text;
  } catch (error) {
    const { code, message, retryAfterMs, cause } = error as Error & { code?: string; retryAfterMs?: number };
    return { told, code, message, retryAfterMs, cause: cause as (Error & { status?: number }) | undefined };
  }
  throw new Error(`It did not fail and said: ${told}`);
}

describeLlmContract('the OpenAI-compatible adapter', () => modelOf());

describe('the OpenAI-compatible adapter', () => {
  describe('asks', () => {
    it('with the rules, the passages and the question, and for usage when it streams', async () => {
      await ask({ temperature: 0.3, maxTokens: 50, system: 'You are Ada.' });
      const [chat] = server.chats;
      expect(chat?.headers.authorization).toBe(`Bearer ${KEY}`);
      expect(chat?.body).toMatchObject({
        model: 'm',
        stream: true,
        stream_options: { include_usage: true },
        temperature: 0.3,
        max_tokens: 50,
      });
      expect(chat?.body.messages[0]?.content).toMatch(/^You are Ada\./);
      expect(chat?.body.messages.at(-1)?.content).toMatch(
        /The shop opens at 9:00[\s\S]*When does the shop open on Monday\?/,
      );
    });

    it('for one object when nobody reads along', async () => {
      server.replyOnce({ text: 'At 9:00 [1].', usage: { promptTokens: 11, completionTokens: 4 } });
      expect(await ask({ stream: false })).toEqual([
        { type: 'delta', text: 'At 9:00 [1].' },
        { type: 'usage', usage: { inputTokens: 11, outputTokens: 4 } },
        { type: 'done', finishReason: 'stop' },
      ]);
      expect(server.chats[0]?.body).not.toHaveProperty('stream');
    });
  });

  describe('reads', () => {
    it('deltas as they come', async () => {
      server.replyOnce({ pieces: ['At ', '9:00', ' [1].'], pieceDelayMs: 20 });
      const events = await ask();
      expect(events.filter(({ type }) => type === 'delta')).toHaveLength(3);
      expect(textOf(events)).toBe('At 9:00 [1].');
    });

    const shapes: ScriptedAnswer[] = [
      { splitBytes: 1 },
      { splitBytes: 7, lineEnd: '\r\n', comments: true },
      { splitBytes: 64, comments: true, done: false },
      { lineEnd: '\r\n', done: false },
    ];
    it.each(shapes)('the same text from any bytes: %j', async (shape) => {
      server.replyOnce({ pieces: ['Grüße ', '👋🏽 aus ', '東京'], ...shape });
      const events = await ask();
      expect(textOf(events)).toBe('Grüße 👋🏽 aus 東京');
      expect(events.at(-1)).toEqual({ type: 'done', finishReason: 'stop' });
    });

    it('usage as the provider counts it, else as estimated', async () => {
      server.replyOnce({ usage: { promptTokens: 123, completionTokens: 45 } }, { usage: null, text: 'At nine.' });
      expect(await ask()).toContainEqual({ type: 'usage', usage: { inputTokens: 123, outputTokens: 45 } });
      const estimated = (await ask()).find((event) => event.type === 'usage')?.usage;
      expect([estimated!.inputTokens > 50, estimated?.outputTokens]).toEqual([true, 3]);
    });

    it('why it stopped', async () => {
      server.replyOnce({ text: 'one two three' }, { text: 'Well', finish: 'content_filter' });
      expect((await ask({ maxTokens: 2 })).at(-1)).toEqual({ type: 'done', finishReason: 'length' });
      expect((await ask()).at(-1)).toEqual({ type: 'done', finishReason: 'refused' });
    });

    it('many answers over the same connections', async () => {
      const model = modelOf({ maxConnections: 2 });
      const answers = await Promise.all(Array.from({ length: 20 }, () => eventsOf(model, openingHoursRequest(model))));
      expect(answers.every((events) => events.at(-1)?.type === 'done')).toBe(true);
    });
  });

  describe('fails in our words', () => {
    it.each([
      [{ status: 401 }, 'llm.provider_rejected', 401],
      [{ status: 404, code: 'model_not_found' }, 'llm.provider_rejected', 404],
      [{ status: 400, code: 'context_length_exceeded' }, 'llm.context_too_long', 400],
      [{ status: 400, message: 'prompt is too long: 9000 tokens' }, 'llm.context_too_long', 400],
      [{ status: 500 }, 'llm.provider_unavailable', 500],
      [{ status: 503, rawBody: '<html>Bad gateway</html>' }, 'llm.provider_unavailable', 503],
    ])('when the provider answers %j', async (reply, code, status) => {
      server.replyWith(reply);
      for (const stream of [true, false]) {
        const failure = await failing({ stream });
        expect([failure.told, failure.code, failure.cause?.status]).toEqual(['', code, status]);
      }
    });

    it('and says when to come back, if that is not soon', async () => {
      server.replyWith({ status: 429, retryAfter: '7' });
      expect(await failing()).toMatchObject({ code: 'llm.provider_rate_limited', retryAfterMs: 7_000 });
      expect(server.chats).toHaveLength(1);
    });

    it('and never repeats a key, neither in the message nor in its cause', async () => {
      server.replyWith({ status: 401, message: `Incorrect API key provided: ${KEY}. Bearer ${KEY}` });
      const failure = await failing();
      expect(failure.cause?.message).toContain('Incorrect API key provided: [key]');
      expect(JSON.stringify([failure.message, failure.cause?.message, failure.cause?.stack])).not.toContain(
        'verysecret',
      );
    });

    it('nor a key that does not look like one', async () => {
      const odd = await OpenAiServer.start();
      const settings = { baseUrl: odd.baseUrl, apiKey: '0123456789abcdef' };
      const message = `Access denied for 0123456789abcdef`;
      odd.replyOnce({ status: 403, message }, { fault: { kind: 'error-event', afterPieces: 0, message } });
      for (let call = 0; call < 2; call++)
        expect((await failing({}, settings)).cause?.message).toContain('Access denied for [key]');
      await odd.stop();
    });

    it('when nobody listens', async () => {
      const gone = await OpenAiServer.start();
      const { baseUrl } = gone;
      await gone.stop();
      expect(await failing({}, { baseUrl })).toMatchObject({
        code: 'llm.provider_unavailable',
      });
    });

    const broken: ScriptedAnswer[] = [
      { fault: { kind: 'reset', afterPieces: 2 } },
      { fault: { kind: 'cut-off', afterPieces: 2 } },
      { fault: { kind: 'early-end', afterPieces: 2 } },
      { fault: { kind: 'malformed', afterPieces: 2 } },
      { fault: { kind: 'error-event', afterPieces: 2, message: 'Out of memory.' } },
      { fault: { kind: 'endless-line', afterPieces: 2 } },
    ];
    it.each(broken)('when the stream breaks off, after what was said: %j', async (script) => {
      server.replyOnce({ pieces: ['At ', '9:00', ' [1].'], pieceDelayMs: 5, ...script });
      expect(await failing()).toMatchObject({ told: 'At 9:00', code: 'llm.provider_unavailable' });
      expect(server.chats).toHaveLength(1);
    });

    it.each(broken)('when an answer in one piece breaks off: %j', async (script) => {
      server.replyWith({ text: 'At 9:00 [1].', ...script });
      expect(await failing({ stream: false })).toMatchObject({ told: '', code: 'llm.provider_unavailable' });
    });

    const silent: ScriptedAnswer[] = [
      { fault: { kind: 'stall' } },
      { fault: { kind: 'stall', afterPieces: 0 } },
      { fault: { kind: 'slow-head', byteDelayMs: 10 } },
    ];
    it.each(silent)('when it does not begin in time: %j', async (script) => {
      server.replyOnce(script);
      expect(await failing({}, { timeoutMs: TIMEOUT_MS })).toMatchObject({ told: '', code: 'llm.provider_timed_out' });
      await eventually(() => server.chats[0]?.hungUp);
      expect(server.chats).toHaveLength(1);
    });

    it('when it falls silent in the middle', async () => {
      server.replyOnce({ pieces: ['At ', '9:00'], fault: { kind: 'stall', afterPieces: 1 } });
      expect(await failing({}, { timeoutMs: TIMEOUT_MS })).toMatchObject({
        told: 'At ',
        code: 'llm.provider_timed_out',
      });
      await eventually(() => server.chats[0]?.hungUp);
    });

    it('when the whole answer takes too long although its pieces do not, or is too large', async () => {
      const pieces = Array.from({ length: 500 }, () => 'word ');
      server.replyWith({ pieces, pieceDelayMs: 10 });
      expect(await failing({}, { maxAnswerMs: 100 })).toMatchObject({ code: 'llm.provider_timed_out' });
      server.replyWith({ pieces });
      expect(await failing({}, { maxAnswerBytes: 10_000 })).toMatchObject({ code: 'llm.provider_unavailable' });
      expect(await failing({ stream: false }, { maxAnswerBytes: 1_000 })).toMatchObject({
        code: 'llm.provider_unavailable',
      });
      await eventually(() => server.chats[0]?.hungUp);
    });
  });

  describe('tries again', () => {
    it.each([[{ status: 429, retryAfter: '0' }], [{ status: 503 }], [{ fault: { kind: 'reset' as const } }]])(
      'once, when nothing was said and it passes soon: %j',
      async (reply) => {
        server.replyOnce(reply, { text: 'At 9:00.' });
        expect(textOf(await ask())).toBe('At 9:00.');
        server.replyOnce(reply, reply, { text: 'Too late.' });
        await failing();
        expect(server.chats).toHaveLength(4);
      },
    );

    it('not for what does not pass, and never when it is told not to', async () => {
      server.replyWith({ status: 429, code: 'insufficient_quota' });
      await failing();
      server.replyWith({ status: 503 });
      await failing({}, { retries: 0 });
      expect(server.chats).toHaveLength(2);
    });
  });

  describe('leaves at once', () => {
    it.each([[{ kind: 'stall' as const }], [{ kind: 'stall' as const, afterPieces: 1 }]])(
      'when the signal says so, whatever the provider does: %j',
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

    it('when the reader stops reading', async () => {
      server.replyOnce({ pieces: ['At ', '9:00'], fault: { kind: 'stall', afterPieces: 1 } });
      const model = modelOf();
      for await (const event of model.generate(openingHoursRequest(model))) if (event.type === 'delta') break;
      await eventually(() => server.chats[0]?.hungUp);
    });

    it('while it waits for a free connection', async () => {
      server.replyWith({ fault: { kind: 'stall' } });
      const model = modelOf({ maxConnections: 1 });
      const leaving = new AbortController();
      const request = openingHoursRequest(model, { signal: leaving.signal });
      const both = [eventsOf(model, request), eventsOf(model, request)];
      await eventually(() => server.chats.length === 1);
      leaving.abort(new Error('The user left.'));
      for (const one of both) await expect(one).rejects.toThrow('The user left.');
    });
  });
});
