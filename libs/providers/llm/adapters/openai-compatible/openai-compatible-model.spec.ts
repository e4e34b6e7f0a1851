import { eventually } from '../../../../testing/eventually';
import { OpenAiServer, type ScriptedAnswer } from '../../../../testing/llm';
import type { LlmEvent, LlmRequest } from '../../llm.contract';
import { eventsOf, openingHoursRequest, textOf } from '../../llm.contract-suite';
import { makeLlm } from '../../llm.factory';
import { describeProviderContract } from '../../provider.contract-suite';
import { OpenAiCompatibleModel, type OpenAiCompatibleSettings } from './openai-compatible-model';

const KEY = 'sk-verysecretkey123';

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
    timeoutMs: 60_000,
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

describeProviderContract({
  name: 'the OpenAI-compatible adapter',
  start: (options) => OpenAiServer.start(options),
  make: (changes) => makeLlm({ ...changes, provider: 'openai-compatible' }),
});

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
      [{ status: 400, code: 'context_length_exceeded' }, 'llm.context_too_long', 400],
      [{ status: 408 }, 'llm.provider_timed_out', 408],
    ])('when the provider answers %j', async (reply, code, status) => {
      server.replyWith(reply);
      for (const stream of [true, false]) {
        const failure = await failing({ stream });
        expect([failure.told, failure.code, failure.cause?.status]).toEqual(['', code, status]);
      }
    });

    it('without a key, even one that does not look like one', async () => {
      const odd = await OpenAiServer.start();
      const settings = { baseUrl: odd.baseUrl, apiKey: '0123456789abcdef' };
      const message = `Access denied for 0123456789abcdef`;
      odd.replyOnce({ status: 403, message }, { fault: { kind: 'error-event', afterPieces: 0, message } });
      for (let call = 0; call < 2; call++)
        expect((await failing({}, settings)).cause?.message).toContain('Access denied for [key]');
      await odd.stop();
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
    it('not for what does not pass, and never when it is told not to', async () => {
      server.replyWith({ status: 429, code: 'insufficient_quota' });
      await failing();
      server.replyWith({ status: 503 });
      await failing({}, { retries: 0 });
      expect(server.chats).toHaveLength(2);
    });
  });

  describe('leaves at once', () => {
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
