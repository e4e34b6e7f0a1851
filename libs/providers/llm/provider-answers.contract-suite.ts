/** What every adapter of a provider makes of answers, whatever the wire. */
import { eventually } from '../../testing/eventually';
import { HeldTime } from '../../testing/held-time';
import type { LlmRequest } from './llm.contract';
import { openingHoursRequest, textOf } from './llm.contract-suite';
import {
  CLOCK_CALL,
  callsIn,
  HELD_TIMEOUT_MS,
  HOWS,
  KEY,
  ORDER_CALL,
  type ProviderBench,
  TOOLS,
} from './provider-bench.contract-suite';

export function describeProviderAnswers(bench: ProviderBench): void {
  const { provider, ask, failing, modelOf } = bench;

  describe.each(HOWS)('%s', (_how, stream) => {
    it('says what the provider says', async () => {
      bench.server.replyOnce({
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
      bench.server.replyOnce({ usage: null, text: 'At nine.' });
      const usage = (await ask({ stream })).find((event) => event.type === 'usage')?.usage;
      expect(usage?.inputTokens).toBeGreaterThan(0);
      expect(usage?.outputTokens).toBeGreaterThan(0);
    });

    it('stops at the length that was asked for, and says so', async () => {
      bench.server.replyOnce({ text: 'one two three' });
      const events = await ask({ stream, maxTokens: 2 });
      expect(textOf(events)).toBe('one two');
      expect(events.at(-1)).toEqual({ type: 'done', finishReason: 'length' });
    });

    it('says when the provider refused the content', async () => {
      if (provider.refuses === false) return;
      bench.server.replyOnce({ text: 'Well', finish: 'content_filter' });
      expect((await ask({ stream })).at(-1)).toEqual({ type: 'done', finishReason: 'refused' });
    });

    it('hands on the call of a tool, after the text', async () => {
      bench.server.replyOnce({ text: 'Let me look.', toolCalls: [ORDER_CALL] });
      const events = await ask({ stream, tools: TOOLS });
      expect(textOf(events)).toBe('Let me look.');
      expect(callsIn(events)).toEqual([ORDER_CALL]);
      expect(events.map(({ type }) => type).filter((type) => type !== 'delta')).toEqual(['tool_call', 'usage', 'done']);
      expect(events.at(-1)).toEqual({ type: 'done', finishReason: 'tool_calls' });
    });

    it('hands on several calls, each with an id of its own', async () => {
      bench.server.replyOnce({ toolCalls: [ORDER_CALL, CLOCK_CALL, { ...ORDER_CALL, arguments: '{"number":"B-2"}' }] });
      const events = await ask({ stream, tools: TOOLS });
      expect(callsIn(events)).toEqual([ORDER_CALL, CLOCK_CALL, { ...ORDER_CALL, arguments: '{"number":"B-2"}' }]);
      const ids = events.flatMap((event) => (event.type === 'tool_call' ? [event.call.id] : []));
      expect(new Set(ids.filter((id) => id !== '')).size).toBe(3);
      expect(textOf(events)).toBe('');
    });
  });

  it('reads the same from any bytes', async () => {
    bench.server.replyOnce({ pieces: ['Grüße ', '👋🏽 aus ', '東京'], splitBytes: 1, comments: true });
    expect(textOf(await ask())).toBe('Grüße 👋🏽 aus 東京');
    bench.server.replyOnce({ toolCalls: [ORDER_CALL], splitBytes: 7, lineEnd: '\r\n' });
    expect(callsIn(await ask({ tools: TOOLS }))).toEqual([ORDER_CALL]);
  });

  it('gives each piece as it comes', async () => {
    bench.server.replyOnce({ pieces: ['At ', '9'], fault: { kind: 'stall', afterPieces: 1 } });
    const model = modelOf();
    for await (const event of model.generate(openingHoursRequest(model))) {
      expect(event).toEqual({ type: 'delta', text: 'At ' });
      break;
    }
    await eventually(() => bench.server.chats[0]?.hungUp);
  });

  it('does not count the time that its reader takes', async () => {
    bench.server.replyOnce({ pieces: ['At ', '9:00'] });
    const time = new HeldTime(HELD_TIMEOUT_MS);
    const model = modelOf({ timeoutMs: HELD_TIMEOUT_MS });
    let told = '';
    for await (const event of model.generate(openingHoursRequest(model))) {
      if (told === '') await eventually(() => !time.isCounted);
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
    bench.server.replyOnce({ text: 'At nine.' });
    expect(textOf(await ask({ messages, tools: TOOLS }))).toBe('At nine.');
    const sent = JSON.stringify(bench.server.chats[0]?.body);
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

  it('sends images in the provider’s own form, beside the text', async () => {
    const bytes = Uint8Array.from({ length: 300 }, (_, at) => (at * 7) % 256);
    const images = [
      { mediaType: 'image/png', bytes },
      // A view into a larger buffer is only what it shows.
      { mediaType: 'image/jpeg', bytes: bytes.subarray(100, 200) },
    ];
    bench.server.replyOnce({ text: 'A cup.' });
    const settings = { capabilities: { images: true } };
    const events = await ask({ messages: [{ role: 'user', text: 'What do you see?', images }] }, settings);
    expect(textOf(events)).toBe('A cup.');
    const sent = JSON.stringify(bench.server.chats[0]?.body);
    for (const image of images) expect(sent).toContain(Buffer.from(image.bytes).toString('base64'));
    expect(sent).toContain('What do you see?');
  });

  it('sends an image without a word', async () => {
    const images = [{ mediaType: 'image/webp', bytes: Uint8Array.of(1, 2, 3, 4) }];
    bench.server.replyOnce({ text: 'A cup.' });
    expect(textOf(await ask({ messages: [{ role: 'user', text: '', images }], passages: [] }))).toBe('A cup.');
    expect(JSON.stringify(bench.server.chats[0]?.body)).toContain('AQIDBA==');
  });

  it('offers tools, and insists as far as the provider does', async () => {
    await ask({ tools: TOOLS });
    expect(JSON.stringify(bench.server.chats[0]?.body)).toMatch(/find_order.*Finds an order.*clock/s);
    expect(callsIn(await ask({ tools: TOOLS, toolChoice: 'none' }))).toEqual([]);
    if (provider.insists === false) return;
    expect(callsIn(await ask({ tools: TOOLS, toolChoice: 'required' }))).toHaveLength(1);
    expect(callsIn(await ask({ tools: TOOLS, toolChoice: { name: 'clock' } }))).toEqual([CLOCK_CALL]);
  });

  it('sends temperature and top_p when they are given, and never a top_p of 0', async () => {
    await ask({ temperature: 0.3 });
    await ask({ topP: 0.9 });
    await ask({ topP: 0 });
    const [cool, narrow, free] = bench.server.chats.map(({ body }) => JSON.stringify(body));
    expect(cool).toMatch(/"temperature":0.3\b/);
    expect(narrow).toMatch(/"(top_p|topP)":0.9\b/);
    expect(free).not.toMatch(/"(top_p|topP|temperature)":/);
  });

  it('asks a model that does not stream for one piece', async () => {
    bench.server.replyOnce({ pieces: ['At ', '9:00'] });
    const events = await ask({ stream: true }, { capabilities: { streaming: false } });
    expect(events.filter(({ type }) => type === 'delta')).toEqual([{ type: 'delta', text: 'At 9:00' }]);
  });

  it('believes what it is told of the model', () => {
    const { capabilities } = modelOf({ maxInputTokens: 100_000, capabilities: { tools: false, images: true } });
    expect(capabilities).toMatchObject({ streaming: true, tools: false, images: true, maxInputTokens: 100_000 });
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
      expect(JSON.stringify(bench.server.chats[0]?.headers)).not.toContain('verysecret');
    } finally {
      for (const name of Object.keys(process.env))
        if (process.env[name]?.includes('verysecret')) delete process.env[name];
    }
  });
}
