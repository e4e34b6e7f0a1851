import { ConnectionError, ServerError } from '../errors';
import { Parley } from '../parley';

const CHAT = { 'x-chat-id': 'chat_1', 'x-request-id': 'req_1' };
const USAGE = { prompt_tokens: 1, completion_tokens: 2, total_tokens: 3 };

const stream = (events: object[], headers: Record<string, string> = CHAT) =>
  new Response(events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join(''), { headers });
const text = (content: string) => ({ type: 'text', content });
const history = (...said: Array<[role: string, content: string]>) =>
  Response.json({
    chat_id: 'chat_1',
    messages: said.map(([role, content], at) => ({ id: `msg_${at}`, role, content })),
  });

/** What is read of these answers, given one after the other, and what was asked. */
async function read(...answers: Response[]) {
  const asked: string[] = [];
  const fetch = async (url: string, { method }: RequestInit) => {
    asked.push(`${method} ${new URL(url).pathname}`);
    return answers.shift() ?? Response.error();
  };
  const parley = new Parley({ fetch: fetch as unknown as typeof globalThis.fetch });
  const events: unknown[] = [];
  const reading = (async () => {
    for await (const event of parley.assistant.streamChat({ body: { message: 'Hi' } })) events.push(event);
  })();
  return { events, asked, error: await reading.catch((error: unknown) => error) };
}

describe('a streamed chat', () => {
  test('that is whole asks for nothing more', async () => {
    const done = { type: 'done', chat_id: 'chat_1', message_id: 'msg_1', usage: USAGE };
    const { events, asked } = await read(stream([text('Hello'), done]));
    expect([events, asked]).toEqual([[text('Hello'), done], ['POST /api/chat']]);
  });

  test('that breaks off is read on in the history, once its answer stands there', async () => {
    const { events, asked, error } = await read(
      stream([text('Hel')]),
      history(['user', 'Before'], ['assistant', 'Hello before'], ['user', 'Hi']),
      history(['user', 'Before'], ['assistant', 'Hello before'], ['user', 'Hi'], ['assistant', 'Hello there']),
    );
    expect(error).toBeUndefined();
    expect(events).toEqual([text('Hel'), text('lo there'), { type: 'done', chat_id: 'chat_1', message_id: 'msg_3' }]);
    expect(asked).toEqual(['POST /api/chat', 'GET /api/chat/chat_1/history', 'GET /api/chat/chat_1/history']);
  });

  test('whose answer a person has withdrawn ends with an error, as does one of which nothing is known', async () => {
    const withdrawn = await read(stream([text('Hel')]), history(['user', 'Hi'], ['assistant', 'This is Jane.']));
    const unknown = await read(stream([], {}));
    for (const { error } of [withdrawn, unknown]) expect(error).toBeInstanceOf(ConnectionError);
  });

  test('that says that it failed has failed', async () => {
    const failure = { type: 'error', error: { code: 'SERVICE_UNAVAILABLE', message: 'Later.' } };
    const { error, asked } = await read(stream([text('Hel'), failure]));
    expect(error).toBeInstanceOf(ServerError);
    expect(error).toMatchObject({ message: 'Later.', code: 'SERVICE_UNAVAILABLE', requestId: 'req_1' });
    expect(asked).toHaveLength(1);
  });
});
