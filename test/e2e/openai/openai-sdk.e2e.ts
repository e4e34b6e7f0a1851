/** The OpenAI SDK, unmodified, with bots as models. */
import OpenAI from 'openai';
import { eventually } from '#testing';
import { must, registerTeam } from '#testing/parley';
import { OpenAiBots } from './openai-bots';

const QUESTION = 'How much is the reading lamp?';
const WEATHER = {
  type: 'object',
  properties: { place: { type: 'string' } },
  required: ['place'],
  additionalProperties: false,
};

describe('the OpenAI SDK', () => {
  let bots: OpenAiBots;
  let client: OpenAI;
  let quoting: string;
  let speaking: string;

  beforeAll(async () => {
    bots = await OpenAiBots.start();
    client = bots.client();
    quoting = bots.quoting.slug;
    speaking = bots.speaking.slug;
  });
  beforeEach(() => bots.provider.reset());
  afterEach(() => bots.checked.settle());
  afterAll(() => bots.provider.stop());

  const ask = (content: string) => [{ role: 'user' as const, content }];

  describe('models', () => {
    test('are the bots of the team, by their slugs', async () => {
      const listed = [];
      for await (const model of client.models.list()) listed.push(model);
      expect(listed.map(({ id }) => id)).toEqual([quoting, speaking]);
      expect(await client.models.retrieve(speaking)).toEqual(listed[1]);
      expect(listed[1]).toMatchObject({ object: 'model', created: expect.any(Number), owned_by: 'parley' });
    });

    test('that are not there, or another team has, are NotFoundError', async () => {
      const others = bots.client({ apiKey: (await registerTeam(bots.wire)).apiKey });
      await expect(client.models.retrieve('nobody')).rejects.toBeInstanceOf(OpenAI.NotFoundError);
      const asked = others.chat.completions.create({ model: quoting, messages: ask(QUESTION) });
      await expect(asked).rejects.toMatchObject({ status: 404, code: 'model_not_found', param: 'model' });
    });
  });

  describe('a chat completion', () => {
    test('answers from the knowledge of the bot, with real usage and citations, and needs no model provider', async () => {
      const { id, object, choices, usage } = await client.chat.completions.create({
        model: quoting,
        messages: ask(QUESTION),
      });
      expect({ id, object }).toEqual({
        id: expect.stringMatching(/^chatcmpl-[0-9a-f]{32}$/),
        object: 'chat.completion',
      });
      expect(choices).toHaveLength(1);
      const [{ message, finish_reason }] = choices as [OpenAI.ChatCompletion.Choice];
      expect(message).toMatchObject({ role: 'assistant', content: expect.stringContaining('39 euros'), refusal: null });
      expect(message.annotations).toMatchObject([
        { type: 'url_citation', url_citation: { title: 'Lamps', start_index: 0 } },
      ]);
      expect(finish_reason).toBe('stop');
      expect(usage?.completion_tokens).toBeGreaterThan(0);
      expect(usage?.total_tokens).toBe(Number(usage?.prompt_tokens) + Number(usage?.completion_tokens));
    });

    test('gives the model of the bot its instructions and knowledge, and what the caller says', async () => {
      bots.provider.replyOnce({ text: 'It is 39 euros [1].', usage: { promptTokens: 70, completionTokens: 7 } });
      const answer = await client.chat.completions.create({
        model: speaking,
        messages: [
          { role: 'developer', content: 'Be terse.' },
          { role: 'user', content: 'Hello there, Lampy' },
          { role: 'assistant', content: 'Hi!' },
          { role: 'user', content: [{ type: 'text', text: QUESTION }] },
        ],
        temperature: 0.3,
        top_p: 0.9,
        max_completion_tokens: 50,
        stop: ['END'],
      });
      const [{ message }] = answer.choices as [OpenAI.ChatCompletion.Choice];
      expect(message.content).toBe('It is 39 euros [1].');
      expect(message.annotations).toMatchObject([{ url_citation: { start_index: 15, end_index: 18, title: 'Lamps' } }]);
      expect(answer.usage).toMatchObject({ prompt_tokens: 70, completion_tokens: 7, total_tokens: 77 });
      const { body } = bots.provider.chats.at(-1) as (typeof bots.provider.chats)[number];
      expect(body).toMatchObject({ temperature: 0.3, top_p: 0.9, max_tokens: 50, stop: ['END'] });
      const [system, ...said] = body.messages as Array<{ role: string; content: string }>;
      expect(system?.content).toMatch(/^You sell lamps\.\n\nBe terse\./);
      expect(said.slice(0, 2).map(({ content }) => content)).toEqual(['Hello there, Lampy', 'Hi!']);
      expect(said[2]?.content).toContain('The reading lamp costs 39 euros.');
    });

    test('is streamed in chunks that the SDK joins, with the usage in the last one', async () => {
      const stream = client.chat.completions.stream({
        model: quoting,
        messages: ask(QUESTION),
        stream_options: { include_usage: true },
      });
      let told = '';
      stream.on('content', (delta) => {
        told += delta;
      });
      const { choices, usage } = await stream.finalChatCompletion();
      expect(choices[0]?.message.content).toBe(told);
      expect(told).toContain('39 euros');
      expect(choices[0]?.finish_reason).toBe('stop');
      expect(usage?.completion_tokens).toBeGreaterThan(0);
    });

    test('that reaches its length says so', async () => {
      const answer = await client.chat.completions.create({ model: quoting, messages: ask(QUESTION), max_tokens: 4 });
      expect(answer.choices[0]).toMatchObject({ finish_reason: 'length' });
      expect(answer.choices[0]?.message.content).not.toContain('euros');
    });

    test('is held to a JSON Schema where the model of the bot generates', async () => {
      bots.provider.replyOnce({ text: '{"price":39}' });
      const json_schema = {
        name: 'price',
        strict: true,
        schema: { type: 'object', properties: { price: { type: 'number' } } },
      };
      const answer = await client.chat.completions.parse({
        model: speaking,
        messages: ask(QUESTION),
        response_format: { type: 'json_schema', json_schema },
      });
      expect(JSON.parse(String(answer.choices[0]?.message.content))).toEqual({ price: 39 });
      expect(bots.provider.chats.at(-1)?.body).toMatchObject({ response_format: { type: 'json_schema', json_schema } });
    });

    test('shows the model an image of the last message', async () => {
      bots.provider.replyOnce({ text: 'A lamp.' });
      const url = `data:image/png;base64,${Buffer.from('picture').toString('base64')}`;
      await client.chat.completions.create({
        model: speaking,
        messages: [
          {
            role: 'user',
            content: [
              { type: 'text', text: 'What is this?' },
              { type: 'image_url', image_url: { url } },
            ],
          },
        ],
      });
      expect(JSON.stringify(bots.provider.chats.at(-1)?.body.messages)).toContain(url);
    });

    test('has the tools of the caller called by runTools', async () => {
      bots.provider
        .replyOnce({ toolCalls: [{ id: 'call_1', name: 'weather', arguments: '{"place":"Graz"}' }] })
        .replyOnce({ text: 'It rains in Graz.' });
      const called: unknown[] = [];
      const runner = client.chat.completions.runTools({
        model: speaking,
        messages: ask('How is the weather in Graz?'),
        tools: [
          {
            type: 'function',
            function: {
              name: 'weather',
              description: 'Weather of a place.',
              parameters: WEATHER,
              parse: JSON.parse,
              function: (args: object) => {
                called.push(args);
                return 'rain';
              },
            },
          },
        ],
      });
      expect(await runner.finalContent()).toBe('It rains in Graz.');
      expect(called).toEqual([{ place: 'Graz' }]);
      expect(bots.provider.chats[0]?.body).toMatchObject({
        tools: [{ function: { name: 'weather', parameters: WEATHER } }],
      });
      expect(bots.provider.chats[1]?.body.messages.slice(-2)).toMatchObject([
        { role: 'assistant', tool_calls: [{ id: 'call_1' }] },
        { role: 'tool', tool_call_id: 'call_1', content: 'rain' },
      ]);
    });

    test('whose caller leaves in mid-stream is not made any further, and nothing of it is stored', async () => {
      bots.provider.replyOnce({ pieces: ['One ', 'two ', 'three '], pieceDelayMs: 5_000 });
      const leaving = new AbortController();
      const user = 'leaver';
      const stream = await client.chat.completions.create(
        { model: speaking, messages: ask(QUESTION), stream: true, user },
        { signal: leaving.signal },
      );
      await expect(
        (async () => {
          for await (const { choices } of stream) if (choices[0]?.delta.content) leaving.abort();
          throw new Error('The stream ended by itself.');
        })(),
      ).rejects.toThrow(/abort|ended by itself/i);
      const { provider } = bots;
      await eventually(() => provider.requests.at(-1)?.hungUp);
      const kept = must(
        await bots.team.asKey.get(`/api/v1/chatbots/${bots.speaking.id}/conversations?userId=${user}`),
        200,
      );
      expect(kept.body.data).toEqual([]);
    });
  });

  describe('a response', () => {
    test('answers, is stored, gone on with and deleted', async () => {
      const first = await client.responses.create({ model: quoting, input: QUESTION, metadata: { place: 'shop' } });
      expect(first.output_text).toContain('39 euros');
      expect(first).toMatchObject({
        object: 'response',
        status: 'completed',
        store: true,
        metadata: { place: 'shop' },
      });
      expect(first.output).toMatchObject([
        {
          type: 'message',
          role: 'assistant',
          content: [{ annotations: [{ type: 'file_citation', filename: 'Lamps' }] }],
        },
      ]);
      const next = await client.responses.create({
        model: quoting,
        input: 'And the warranty of the desk lamp?',
        previous_response_id: first.id,
      });
      expect(next.output_text).toContain('three years');
      expect(next.previous_response_id).toBe(first.id);
      expect(await client.responses.retrieve(first.id)).toMatchObject({ id: first.id, output: first.output });
      const items = await client.responses.inputItems.list(first.id);
      expect(items.data).toMatchObject([{ role: 'user', content: QUESTION }]);
      await client.responses.delete(first.id);
      await expect(client.responses.retrieve(first.id)).rejects.toBeInstanceOf(OpenAI.NotFoundError);
    });

    test('sees what was said in the responses that it goes on with, and in no later ones', async () => {
      bots.provider.replyWith({ text: 'Fine.' });
      const say = (input: string, previous?: string) =>
        client.responses.create({ model: speaking, input, ...(previous ? { previous_response_id: previous } : {}) });
      const root = await say('My name is Ada.');
      await say('I like blue.', root.id);
      await say('And my lamp is red.', root.id);
      const said = bots.provider.chats.at(-1)?.body.messages.map(({ content }) => content);
      expect(JSON.stringify(said)).toContain('My name is Ada.');
      expect(JSON.stringify(said)).not.toContain('blue');
    });

    test('is streamed in typed events', async () => {
      const stream = client.responses.stream({ model: quoting, input: QUESTION });
      const types = new Set<string>();
      let told = '';
      for await (const event of stream) {
        types.add(event.type);
        if (event.type === 'response.output_text.delta') told += event.delta;
      }
      const final = await stream.finalResponse();
      expect(final.output_text).toBe(told);
      expect([...types]).toEqual([
        'response.created',
        'response.in_progress',
        'response.output_item.added',
        'response.content_part.added',
        'response.output_text.delta',
        'response.output_text.annotation.added',
        'response.output_text.done',
        'response.content_part.done',
        'response.output_item.done',
        'response.completed',
      ]);
    });

    test('asks for a call of a function, and goes on with what came of it', async () => {
      bots.provider
        .replyOnce({ toolCalls: [{ id: 'call_7', name: 'weather', arguments: '{"place":"Graz"}' }] })
        .replyOnce({ text: 'It rains.' });
      const tools = [{ type: 'function' as const, name: 'weather', parameters: WEATHER, strict: true }];
      const first = await client.responses.create({ model: speaking, input: 'How is the weather in Graz?', tools });
      expect(first.output).toMatchObject([
        { type: 'function_call', call_id: 'call_7', name: 'weather', arguments: '{"place":"Graz"}' },
      ]);
      const second = await client.responses.create({
        model: speaking,
        previous_response_id: first.id,
        input: [{ type: 'function_call_output', call_id: 'call_7', output: 'rain' }],
        tools,
      });
      expect(second.output_text).toBe('It rains.');
      expect(bots.provider.chats[1]?.body.messages.slice(-2)).toMatchObject([
        { role: 'assistant', tool_calls: [{ id: 'call_7' }] },
        { role: 'tool', content: 'rain' },
      ]);
    });

    test("that goes on with an unknown one is BadRequestError in OpenAI's words", async () => {
      const asked = client.responses.create({ model: quoting, input: 'Hi', previous_response_id: 'resp_none' });
      await expect(asked).rejects.toBeInstanceOf(OpenAI.BadRequestError);
      await expect(asked).rejects.toMatchObject({ code: 'previous_response_not_found', param: 'previous_response_id' });
    });
  });

  describe('embeddings', () => {
    test('are those of a registered model; as numbers and in base64 they are the same', async () => {
      const model = { kind: 'embedding', provider: 'openai-compatible', name: 'Embedder', model: 'embed' };
      must(
        await bots.team.asKey.post('/api/v1/models', {
          ...model,
          baseUrl: bots.provider.baseUrl,
          settings: { dimensions: 64 },
        }),
        201,
      );
      // Without a format the SDK asks for base64 and decodes it.
      const packed = await client.embeddings.create({ model: 'Embedder', input: ['lamp', 'desk'] });
      const plain = await client.embeddings.create({
        model: 'Embedder',
        input: ['lamp', 'desk'],
        encoding_format: 'float',
      });
      expect(plain.data.map(({ embedding }) => embedding.length)).toEqual([64, 64]);
      expect(packed.data.map(({ embedding }) => [...embedding])).toEqual(plain.data.map(({ embedding }) => embedding));
      expect(plain.usage.prompt_tokens).toBeGreaterThan(0);
    });

    test("of the built-in model are an error in OpenAI's words", async () => {
      const asked = client.embeddings.create({ model: 'lexical', input: 'lamp' });
      await expect(asked).rejects.toMatchObject({
        status: 400,
        type: 'invalid_request_error',
        param: 'model',
        code: 'unsupported_value',
      });
    });
  });

  describe('errors', () => {
    test('are AuthenticationError, with the id of the request, for a key that nobody has', async () => {
      const asked = bots.client({ apiKey: 'sk_live_nobody' }).models.list();
      await expect(asked).rejects.toBeInstanceOf(OpenAI.AuthenticationError);
      await expect(asked).rejects.toMatchObject({ code: 'invalid_api_key', requestID: expect.stringMatching(/^req_/) });
    });

    test.each([
      [{ n: 2 }, 'n', 'unsupported_value'],
      [{ modalities: ['text', 'audio'] }, 'modalities', 'unsupported_value'],
      [{ audio: { voice: 'ash', format: 'mp3' } }, 'audio', 'unsupported_parameter'],
      [{ temperature: 3 }, 'temperature', 'invalid_value'],
      [{ messages: [] }, 'messages', 'invalid_value'],
      [{ messages: [{ role: 'robot', content: 'x' }] }, 'messages[0].role', 'invalid_value'],
      [
        { messages: [{ role: 'user', content: [{ type: 'input_audio' }] }] },
        'messages[0].content[0].type',
        'unsupported_value',
      ],
      [{ tools: [{ type: 'web_search' }] }, 'tools[0].type', 'unsupported_value'],
      [{ response_format: { type: 'json_object' } }, 'response_format', 'unsupported_value'],
    ])('are BadRequestError for %j', async (changes, param, code) => {
      const body = { model: quoting, messages: ask('x'), ...changes } as OpenAI.ChatCompletionCreateParamsNonStreaming;
      const asked = client.chat.completions.create(body);
      await expect(asked).rejects.toBeInstanceOf(OpenAI.BadRequestError);
      await expect(asked).rejects.toMatchObject({ type: 'invalid_request_error', param, code });
    });

    test('pass over fields that are not known', async () => {
      const body = {
        model: quoting,
        messages: ask(QUESTION),
        seed: 7,
        reasoning_effort: 'low' as const,
        verbosity: 'low' as const,
      };
      expect((await client.chat.completions.create(body)).choices).toHaveLength(1);
    });
  });
});
