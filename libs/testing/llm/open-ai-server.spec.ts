import { makeEmbedding } from '#providers/embeddings';
import { calibratedEmbedding } from '#testing/models';
import { eventually } from '../eventually';
import { OpenAiServer } from './open-ai-server';
import type { ScriptedAnswer } from './scripted-reply';

const jsonOf = async (answer: Response) => JSON.parse(await answer.text());
const MESSAGES = [{ role: 'user', content: 'Hello?' }];
const TOOLS = [{ type: 'function', function: { name: 'find_order', parameters: { type: 'object' } } }];

describe('the model server of the tests', () => {
  let server: OpenAiServer;

  beforeAll(async () => {
    server = await OpenAiServer.start({ apiKey: 'sk-right', models: ['m'], maxContextTokens: 1_000 });
  });
  beforeEach(() => server.reset());
  afterAll(() => server.stop());

  function send(path: string, body?: object, signal?: AbortSignal, key = 'sk-right'): Promise<Response> {
    return fetch(server.baseUrl + path, {
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
  }

  const chat = (more: object = {}, signal?: AbortSignal) =>
    send('/chat/completions', { model: 'm', messages: MESSAGES, ...more }, signal);

  async function dataOf(answer: Response): Promise<string[]> {
    const lines = (await answer.text()).split(/\r\n|\n|\r/);
    return lines.filter((line) => line.startsWith('data: ')).map((line) => line.slice('data: '.length));
  }

  const chunksOf = async (answer: Response) =>
    (await dataOf(answer)).filter((data) => data !== '[DONE]').map((data) => JSON.parse(data));

  test('answers a chat as one object', async () => {
    server.replyOnce({ text: 'It is open.', usage: { promptTokens: 7, completionTokens: 3 } });
    expect(await jsonOf(await chat())).toMatchObject({
      object: 'chat.completion',
      model: 'm',
      choices: [{ index: 0, message: { role: 'assistant', content: 'It is open.' }, finish_reason: 'stop' }],
      usage: { prompt_tokens: 7, completion_tokens: 3, total_tokens: 10 },
    });
  });

  test('streams role, pieces, finish, usage without choices, and [DONE]', async () => {
    server.replyOnce({ pieces: ['It is', ' open.'] });
    const data = await dataOf(await chat({ stream: true, stream_options: { include_usage: true } }));
    expect(data.at(-1)).toBe('[DONE]');
    const chunks = data.slice(0, -1).map((one) => JSON.parse(one));
    expect(chunks.map(({ choices: [choice] }) => choice?.delta)).toEqual([
      { role: 'assistant', content: '', refusal: null },
      { content: 'It is' },
      { content: ' open.' },
      {},
      undefined,
    ]);
    expect(chunks.map(({ choices: [choice] }) => choice?.finish_reason ?? null)).toEqual([
      null,
      null,
      null,
      'stop',
      null,
    ]);
    expect(chunks.at(-1)?.usage).toMatchObject({ completion_tokens: 2 });
  });

  test('stops at max_tokens, and says so', async () => {
    server.replyWith({ text: 'one two three' });
    const [choice] = (await jsonOf(await chat({ max_tokens: 2 }))).choices;
    expect([choice.message.content, choice.finish_reason]).toEqual(['one two', 'length']);
  });

  test('calls tools as scripted or as insisted on, and streams their arguments in pieces', async () => {
    server.replyOnce({ toolCalls: [{ name: 'find_order', arguments: '{"number":"A-1234"}' }] });
    const deltas = (await chunksOf(await chat({ tools: TOOLS, stream: true }))).map(({ choices }) => choices[0]);
    const calls = deltas.flatMap(({ delta }) => delta.tool_calls ?? []);
    expect(calls[0]).toEqual({
      index: 0,
      id: 'call_1',
      type: 'function',
      function: { name: 'find_order', arguments: '' },
    });
    expect(calls.map((call) => call.function.arguments).join('')).toBe('{"number":"A-1234"}');
    expect([calls.length > 2, deltas.at(-1).finish_reason]).toEqual([true, 'tool_calls']);
    const [choice] = (await jsonOf(await chat({ tools: TOOLS, tool_choice: 'required' }))).choices;
    expect([choice.message.content, choice.message.tool_calls[0].function.name]).toEqual([null, 'find_order']);
    expect((await jsonOf(await chat({ tools: TOOLS, tool_choice: 'none' }))).choices[0].finish_reason).toBe('stop');
  });

  test('refuses in the words of the vendor', async () => {
    const refused = async (answer: Response) => [answer.status, (await jsonOf(answer)).error.code];
    expect(await refused(await send('/models', undefined, undefined, 'sk-wrong'))).toEqual([401, 'invalid_api_key']);
    expect(await refused(await chat({ model: 'gone' }))).toEqual([404, 'model_not_found']);
    const long = [{ role: 'user', content: 'x'.repeat(5_000) }];
    expect(await refused(await chat({ messages: long }))).toEqual([400, 'context_length_exceeded']);
    expect(await refused(await chat({ stream_options: { include_usage: true } }))).toEqual([400, null]);
    server.replyOnce({ status: 429, retryAfter: '2' }, { status: 500 }, { status: 503 });
    const busy = await chat();
    expect([busy.headers.get('retry-after'), ...(await refused(busy))]).toEqual(['2', 429, 'rate_limit_exceeded']);
    expect([(await chat()).status, (await chat()).status]).toEqual([500, 503]);
  });

  test('lists models, and embeds so that texts with common words are near', async () => {
    expect((await jsonOf(await send('/models'))).data).toMatchObject([{ id: 'm', object: 'model' }]);
    const input = ['the parcel arrives', 'when the parcel arrives', 'bananas'];
    const { data } = await jsonOf(await send('/embeddings', { model: 'e', input, dimensions: 64 }));
    const [one, two, three]: number[][] = data.map((entry: { embedding: number[] }) => entry.embedding);
    const cosine = (a: number[], b: number[]) => a.reduce((sum, value, at) => sum + value * b[at]!, 0);
    expect(cosine(one!, two!)).toBeGreaterThan(cosine(one!, three!) + 0.3);
    const again = await jsonOf(
      await send('/embeddings', { model: 'e', input, dimensions: 64, encoding_format: 'base64' }),
    );
    const bytes = Buffer.from(again.data[0].embedding, 'base64');
    expect([bytes.byteLength, bytes.readFloatLE(0)]).toEqual([256, one![0]]);
  });

  test('embeds by the concepts that it was given', async () => {
    const knowing = await OpenAiServer.start({ concepts: { holiday: 'leave', vacation: 'leave' } });
    const body = JSON.stringify({ model: 'e', input: ['my holiday', 'a vacation', 'an invoice'] });
    const headers = { 'content-type': 'application/json' };
    const { data } = await jsonOf(await fetch(`${knowing.baseUrl}/embeddings`, { method: 'POST', headers, body }));
    const [one, two, three]: number[][] = data.map((entry: { embedding: number[] }) => entry.embedding);
    const cosine = (a: number[], b: number[]) => a.reduce((sum, value, at) => sum + value * b[at]!, 0);
    expect(cosine(one!, two!)).toBeGreaterThan(cosine(one!, three!) + 0.5);
    await knowing.stop();
  });

  test('knows meaning with concepts, also with none of them, and words only without', async () => {
    const knowing = await OpenAiServer.start({ concepts: {} });
    const verdicts: boolean[] = [];
    for (const { baseUrl } of [server, knowing]) {
      const settings = {
        provider: 'openai-compatible' as const,
        name: 'e',
        model: 'e',
        baseUrl,
        apiKey: 'sk-right',
        timeoutMs: 60_000,
      };
      const { probabilityOf } = await calibratedEmbedding(7, 'space', makeEmbedding(settings));
      verdicts.push(probabilityOf !== undefined);
    }
    expect(verdicts).toEqual([false, true]);
    await knowing.stop();
  });

  const unfinished: ScriptedAnswer[] = [
    { fault: { kind: 'reset' } },
    { fault: { kind: 'reset', afterPieces: 1 } },
    { fault: { kind: 'cut-off', afterPieces: 1 } },
  ];
  test.each(unfinished)('drops the connection when it is told to: %j', async (script) => {
    server.replyWith(script);
    for (const stream of [true, false])
      await expect(chat({ stream }).then((answer) => answer.text())).rejects.toThrow();
    expect(server.chats.some(({ hungUp }) => hungUp)).toBe(false);
  });

  test('ends early, sends what is no JSON, or an error, in mid-stream', async () => {
    server.replyOnce(
      { fault: { kind: 'early-end', afterPieces: 1 } },
      { fault: { kind: 'malformed', afterPieces: 0 } },
    );
    server.replyOnce({ fault: { kind: 'error-event', afterPieces: 1, message: 'Out of memory.' } });
    expect(await dataOf(await chat({ stream: true }))).toHaveLength(2);
    expect((await dataOf(await chat({ stream: true })))[1]).toBe('{"choices":[{"delta":{"content":');
    expect((await chunksOf(await chat({ stream: true }))).at(-1).error.message).toBe('Out of memory.');
  });

  test('falls silent, and notices that the client hangs up', async () => {
    for (const fault of [{ kind: 'stall' } as const, { kind: 'stall', afterPieces: 1 } as const]) {
      server.replyOnce({ fault });
      const leaving = new AbortController();
      const answer = chat({ stream: true }, leaving.signal).then((head) => head.text());
      await eventually(() => server.chats.at(-1)?.hungUp === false);
      leaving.abort();
      await expect(answer).rejects.toThrow('abort');
      await eventually(() => server.chats.at(-1)?.hungUp);
    }
  });

  test('splits bytes anywhere, ends lines in CRLF and sends comments, and says the same', async () => {
    server.replyOnce({ pieces: ['Grüße ', '👋🏽'], splitBytes: 1, lineEnd: '\r\n', comments: true });
    const answer = await chat({ stream: true });
    const chunks = await chunksOf(answer.clone());
    expect(chunks.map(({ choices }) => choices[0].delta.content ?? '').join('')).toBe('Grüße 👋🏽');
    expect(await answer.text()).toContain(': ping\r\n\r\ndata: ');
  });
});
