/** Streams of the TypeScript client over a network that breaks. */

import { eventually } from '#testing';
import { AbortError, ChatbotAPI, ChatClient, Parley } from '../../../clients/typescript/src';
import { QUESTION, Shop, words } from './shop';

describe('a stream of the TypeScript client', () => {
  let shop: Shop;
  let parley: Parley;

  beforeAll(async () => {
    shop = await Shop.open();
    parley = new Parley(shop.options);
  });
  beforeEach(() => shop.network.reset());
  afterAll(() => shop?.close());

  const collected = async <Event>(stream: AsyncIterable<Event>) => {
    const events: Event[] = [];
    for await (const event of stream) events.push(event);
    return events;
  };

  test('of the main API gives each word once over three connections, and asks once', async () => {
    const text = shop.says(words(30), 20);
    const { asked } = shop;
    // However fast the model was: the first one has at least `started`, `sources`, a `delta` and `done`.
    shop.network.fails({ cutAfterEvents: 3 }, { method: 'GET', cutAfterEvents: 0 });
    const events = await collected(parley.platform.streamReply({ id: shop.botId, body: { message: QUESTION } }));
    expect(events.map(({ type }) => type)).toEqual(expect.arrayContaining(['started', 'sources', 'delta', 'done']));
    expect(events.filter(({ type }) => type === 'started')).toHaveLength(1);
    expect(events.flatMap((event) => (event.type === 'delta' ? event.data.text : [])).join('')).toBe(text);
    expect(events.at(-1)).toMatchObject({ type: 'done', data: { text } });
    expect(shop.network.requests.map(({ method }) => method)).toEqual(['POST', 'GET', 'GET']);
    expect(shop.asked).toBe(asked + 1);
  });

  test('of the support dialect does the same, with a public key, too', async () => {
    const text = shop.says(words(30), 20);
    shop.network.fails({ cutAfterEvents: 1 });
    const stream = parley.support.streamReply({ body: { message: QUESTION, user_id: 'jane' } });
    const told = await collected(stream);
    const answer = told.flatMap((event) => (event.type === 'done' ? event.data : []))[0]!;
    expect(told.flatMap((event) => (event.type === 'delta' ? event.data.text : [])).join('')).toBe(answer.response);
    expect(shop.network.requests.map(({ method }) => method)).toEqual(['POST', 'GET']);
    const { messages } = await parley.support.getConversation(answer);
    expect(messages).toContainEqual(expect.objectContaining({ id: answer.message_id, content: answer.response }));

    const key = {
      type: 'public' as const,
      chatbotId: shop.botId,
      name: 'page',
      allowedOrigins: ['https://shop.example'],
    };
    const { apiKey } = (await person().platform.createAPIKey({ body: key })).data;
    const visitor = new ChatClient({ apiKey, environment: shop.network.baseUrl });
    shop.network.fails({ cutAfterEvents: 3 });
    const events = await collected(visitor.streamMessage({ message: QUESTION, userId: 'jane' }));
    expect(events.flatMap((event) => (event.type === 'text' ? event.text : [])).join('')).toBe(text);
    const last = events.at(-1);
    const reply = last?.type === 'done' ? last.reply : undefined;
    expect(reply).toMatchObject({ answer: text });
    const next = await visitor.sendMessage({
      message: QUESTION,
      userId: 'jane',
      conversationId: reply!.conversationId,
    });
    expect(next.conversationId).toBe(reply!.conversationId);
  });

  test('of the assistant dialect takes the rest from the history, also of an answer that is still being written', async () => {
    await parley.platform.registerModel({ body: modelOf(shop.llm.baseUrl) });
    const text = shop.says(words(40), 50);
    const { chat } = new ChatbotAPI({ apiKey: shop.team.apiKey, baseURL: `${shop.network.baseUrl}/api` });
    shop.network.fails({ cutAfterEvents: 1 });
    const begun = await collected(await chat.send({ message: QUESTION, model: 'slow', stream: true }));
    expect(begun.flatMap((event) => (event.type === 'text' ? event.content : [])).join('')).toBe(text);
    const done = begun.at(-1);
    const chatId = done?.type === 'done' ? done.chat_id : '';
    shop.network.fails({ cutAfterEvents: 1 });
    const stream = await chat.send({ message: 'And again?', model: 'slow', stream: true, chatId });
    expect((await collected(stream.text())).join('')).toBe(text);
    const { messages } = await chat.history(chatId);
    expect(messages.map(({ content }) => content)).toEqual([QUESTION, text, 'And again?', text]);
  });

  test('that breaks before it has told where to come back is sent again, and answered once', async () => {
    const text = shop.says(words(3));
    const { asked } = shop;
    shop.network.fails({ losesAnswer: true });
    const stream = parley.platform.streamReply({ id: shop.botId, body: { message: QUESTION } });
    expect((await stream.answer()).text).toBe(text);
    expect(shop.asked).toBe(asked + 1);
  });

  test('ends when it is aborted, by a signal and by itself, or left; the connection is closed', async () => {
    shop.says(words(100), 50);
    const leaving = new AbortController();
    const ask = (signal?: AbortSignal) =>
      parley.platform.streamReply({ id: shop.botId, body: { message: QUESTION } }, { signal });
    const bySignal = ask(leaving.signal);
    const byItself = ask();
    for (const [stream, abort] of [
      [bySignal, () => leaving.abort()],
      [byItself, () => byItself.abort()],
    ] as const) {
      const reading = (async () => {
        for await (const { type } of stream) if (type === 'delta') abort();
      })();
      await expect(reading).rejects.toThrow(AbortError);
    }
    for await (const { type } of ask()) if (type === 'delta') break;
    await eventually(() => shop.network.openAnswers === 0);
  });

  const person = () =>
    Parley.withTokens({ ...shop.team.tokens, expiresAtMs: Date.now() + 3_000_000 }, { baseUrl: shop.network.baseUrl });

  const modelOf = (baseUrl: string) =>
    ({ kind: 'llm', provider: 'openai-compatible', name: 'slow', model: 'test', baseUrl }) as const;
});
