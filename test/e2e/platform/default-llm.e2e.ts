/** A model of the operator's choice behind an OpenAI-compatible API (DEFAULT_LLM_*), and what users see when it fails. */
import { eventually } from '#testing';
import { OpenAiServer } from '#testing/llm';
import {
  allFrames,
  createBotThatKnows,
  Installation,
  must,
  type RegisteredTeam,
  readFrames,
  registerTeam,
  type SseFrame,
  WireClient,
} from '#testing/parley';

const KEY = 'sk-key-of-the-operator';
/** Waited for by every test of a model that falls silent, and time enough for all that speak. */
const TIMEOUT_MS = 3_000;
const ITEMS = [
  {
    title: 'Delivery',
    content: 'Standard delivery takes 2 to 3 working days and costs 3.90 euros. Express delivery costs 8.50 euros.',
  },
];
const MESSAGE = 'How long does delivery take and what does it cost?';

const textOf = (frames: SseFrame[]) =>
  frames
    .filter((frame) => frame.event === 'delta')
    .map((frame) => frame.data.text)
    .join('');

describe('the default model', () => {
  let llm: OpenAiServer;
  let parley: Installation;
  let team: RegisteredTeam;
  let path: string;

  beforeAll(async () => {
    llm = await OpenAiServer.start({ apiKey: KEY, models: ['gpt-test'] });
    parley = await Installation.start({
      DEFAULT_LLM_BASE_URL: `${llm.baseUrl}/`,
      DEFAULT_LLM_API_KEY: KEY,
      DEFAULT_LLM_MODEL: 'gpt-test',
      DEFAULT_LLM_TIMEOUT_MS: String(TIMEOUT_MS),
    });
    team = await registerTeam(new WireClient(parley.baseUrl));
    path = `/api/v1/chatbots/${(await createBotThatKnows(team.asKey, ITEMS)).botId}/conversation`;
  });

  beforeEach(async () => {
    llm.reset();
    // After what a test before did to it, it might be left alone for a while: a trial that succeeds ends that.
    must(await team.asKey.post('/api/v1/models/1/test'), 200);
    llm.reset();
  });

  afterAll(async () => {
    await parley?.remove();
    await llm.stop();
  });

  const ask = async (body: object = {}) =>
    must(await team.asKey.post(path, { message: MESSAGE, ...body }), 200).body.data;
  const stream = (signal?: AbortSignal) => team.asKey.open('POST', path, { message: MESSAGE, stream: true }, signal);

  test('answers from the passages, with the usage that its provider counted', async () => {
    llm.replyOnce({ text: 'It takes 2 to 3 working days [1].', usage: { promptTokens: 200, completionTokens: 9 } });
    expect(await ask()).toMatchObject({
      text: 'It takes 2 to 3 working days [1].',
      model: 'gpt-test',
      usage: { inputTokens: 200, outputTokens: 9 },
      sources: [{ title: 'Delivery' }],
    });
    expect(llm.chats[0]?.body.messages.at(-1)?.content).toContain('costs 3.90 euros');
  });

  test('streams as it speaks; the deltas join to the stored text', async () => {
    llm.replyOnce({ pieces: ['Grüße: ', '2 to 3 ', 'days [1].'], pieceDelayMs: 30, splitBytes: 5 });
    const frames = await allFrames(await stream());
    const { data } = frames.at(-1)!;
    expect([textOf(frames), data.text, data.model]).toEqual([data.text, 'Grüße: 2 to 3 days [1].', 'gpt-test']);
    expect(frames.filter(({ event }) => event === 'delta').length).toBeGreaterThan(1);
    expect(frames[1]?.data).toEqual(data.sources);
    const history = must(await team.asKey.get(`${path}/history?sessionId=${data.sessionId}`), 200).body.data;
    expect(history[1].content).toBe(data.text);
  });

  test('reads the history of the session', async () => {
    llm.replyOnce({ text: 'Two to three days.' }, { text: 'As I said.' });
    const { sessionId } = await ask();
    await ask({ sessionId });
    const { messages } = llm.chats[1]!.body;
    expect(messages.slice(1, -1)).toEqual([
      { role: 'user', content: MESSAGE },
      { role: 'assistant', content: 'Two to three days.' },
    ]);
  });

  test.each([
    [{ status: 429, retryAfter: '60' }],
    [{ status: 500 }],
    [{ status: 401 }],
    [{ fault: { kind: 'stall' as const } }],
    [{ fault: { kind: 'reset' as const } }],
  ])('leaves the answer to the built-in model when its provider cannot speak: %j', async (reply) => {
    llm.replyWith(reply);
    const answer = await ask();
    expect([answer.model, answer.sources[0]?.title]).toEqual(['extractive', 'Delivery']);
    expect(answer.text).toContain('2 to 3 working days');
    const frames = await allFrames(await stream());
    expect([frames.at(-1)?.data.model, textOf(frames)]).toEqual(['extractive', answer.text]);
  });

  test.each([
    [{ kind: 'cut-off' as const, afterPieces: 1 }],
    [{ kind: 'stall' as const, afterPieces: 1 }],
    [{ kind: 'malformed' as const, afterPieces: 1 }],
  ])(
    'that breaks off in mid-stream ends the stream with an error, and the next turn is answered: %j',
    async (fault) => {
      llm.replyOnce({ pieces: ['It takes ', '2 days'], pieceDelayMs: 5, fault }, { text: 'It takes 2 to 3 days.' });
      const frames = await allFrames(await stream());
      expect([textOf(frames), frames.at(-1)?.event, frames.at(-1)?.data.code]).toEqual([
        'It takes ',
        'error',
        'SERVICE_UNAVAILABLE',
      ]);
      expect((await ask()).text).toBe('It takes 2 to 3 days.');
    },
  );

  test('speaks to its end although the client leaves in mid-stream; the turn can be read on', async () => {
    llm.replyOnce({ pieces: ['It takes ', '2 to 3 ', 'days [1].'], pieceDelayMs: 100 });
    const leaving = new AbortController();
    let first: SseFrame | undefined;
    for await (const frame of readFrames(await stream(leaving.signal))) {
      first ??= frame;
      if (frame.event === 'delta') break;
    }
    leaving.abort();
    const rest = await allFrames(await team.asKey.with({ 'last-event-id': first!.id! }).open('GET', path));
    expect(rest.at(-1)?.data.text).toBe('It takes 2 to 3 days [1].');
    await eventually(() => llm.chats.length === 1 && !llm.chats[0]?.hungUp);
  });

  test('is not asked when the knowledge has nothing, unless the bot says so', async () => {
    const { botId } = await createBotThatKnows(team.asKey, ITEMS);
    const say = () =>
      team.asKey.post(`/api/v1/chatbots/${botId}/conversation`, { message: 'Who painted the Mona Lisa?' });
    expect(must(await say(), 200).body.data).toMatchObject({ model: 'none', sources: [] });
    expect(llm.chats).toHaveLength(0);
    const configuration = { answersWithoutKnowledge: true };
    must(await team.asKey.put(`/api/v1/chatbots/${botId}`, { configuration }), 200);
    llm.replyOnce({ text: 'Not from the knowledge base: Leonardo.' });
    expect(must(await say(), 200).body.data).toMatchObject({ model: 'gpt-test', sources: [] });
  });

  test('is all there is to a bot without knowledge, unless that may not answer without', async () => {
    const configuration = { systemPrompt: 'You are Ada.' };
    const bot = must(await team.asKey.post('/api/v1/chatbots', { name: 'Plain', configuration }), 201).body.data;
    const say = () => team.asKey.post(`/api/v1/chatbots/${bot.id}/conversation`, { message: 'Hello, who are you?' });
    llm.replyOnce({ text: 'I am Ada.' });
    expect(must(await say(), 200).body.data).toMatchObject({ text: 'I am Ada.', model: 'gpt-test', sources: [] });
    const [system, ...rest] = llm.chats[0]!.body.messages;
    expect(system!.content).toMatch(/^You are Ada\./);
    expect(system!.content).not.toMatch(/knowledge|passages/);
    expect(rest).toEqual([{ role: 'user', content: 'Hello, who are you?' }]);
    llm.replyOnce({ status: 401 });
    expect((await say()).status).toBeGreaterThanOrEqual(500);
    must(
      await team.asKey.put(`/api/v1/chatbots/${bot.id}`, { configuration: { answersWithoutKnowledge: false } }),
      200,
    );
    expect(must(await say(), 200).body.data).toMatchObject({ model: 'none', sources: [] });
  });

  test('is one of two: a bot may still name the built-in one', async () => {
    const { botId } = await createBotThatKnows(team.asKey, ITEMS);
    must(await team.asKey.put(`/api/v1/chatbots/${botId}`, { configuration: { model: 'extractive' } }), 200);
    const answer = must(await team.asKey.post(`/api/v1/chatbots/${botId}/conversation`, { message: MESSAGE }), 200);
    expect([answer.body.data.model, llm.chats.length]).toEqual(['extractive', 0]);
  });

  test('leaves no key in the log, whatever its provider says', async () => {
    llm.replyOnce({ status: 401, message: `Incorrect API key provided: ${KEY}` });
    await ask();
    await eventually(() => parley.printed.includes('the next one is asked'));
    expect(parley.printed).not.toContain(KEY);
  });
});
