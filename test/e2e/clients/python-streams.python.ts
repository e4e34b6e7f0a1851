/** Streams of the Python client over a network that breaks. */
import { eventually } from '#testing';
import { PythonPackage } from './python-package';
import { toldBy } from './python-script';
import { QUESTION, Shop, words } from './shop';

interface ReplyOfClient {
  answer: string;
  conversation_id: string;
}

describe('a stream of the Python client', () => {
  let shop: Shop;
  let python: PythonPackage;

  beforeAll(async () => {
    [shop, python] = await Promise.all([Shop.open(), PythonPackage.open()]);
  });
  beforeEach(() => shop.network.reset());
  afterAll(async () => {
    await shop?.close();
    await python?.remove();
  });

  const run = <Told>(code: string, more?: Record<string, string>) => toldBy<Told>(python, shop, code, more);

  test('of the main API gives each word once over three connections, and asks once', async () => {
    const text = shop.says(words(30), 20);
    const { asked } = shop;
    // However fast the model was: the first one has at least `started`, `sources`, a `delta` and `done`.
    shop.network.fails({ cutAfterEvents: 3 }, { method: 'GET', cutAfterEvents: 0 });
    const events = await run<Array<[type: string, text: string | null]>>(`
stream = parley.platform.stream_reply(id=bot_id, body={"message": question})
tell([[event.type, event.data.get("text") if isinstance(event.data, dict) else None] for event in stream])`);
    const types = events.map(([type]) => type);
    expect(types).toEqual(expect.arrayContaining(['started', 'sources', 'delta', 'done']));
    expect(types.filter((type) => type === 'started')).toHaveLength(1);
    expect(events.flatMap(([type, said]) => (type === 'delta' ? (said ?? '') : [])).join('')).toBe(text);
    expect(events.at(-1)).toEqual(['done', text]);
    expect(shop.network.requests.map(({ method }) => method)).toEqual(['POST', 'GET', 'GET']);
    expect(shop.asked).toBe(asked + 1);
  });

  test('of the support dialect does the same', async () => {
    shop.says(words(30), 20);
    shop.network.fails({ cutAfterEvents: 1 });
    const [told, answer, messages] = await run<[string, { response: string; message_id: string }, unknown[]]>(`
stream = parley.support.stream_reply(body={"message": question, "user_id": "jane"})
told, answer = "", None
for event in stream:
    if event.type == "delta":
        told += event.data["text"]
    elif event.type == "done":
        answer = event.data
conversation = parley.support.get_conversation(conversation_id=answer["conversation_id"])
tell([told, answer, conversation["messages"]])`);
    expect(told).toBe(answer.response);
    expect(messages).toContainEqual(expect.objectContaining({ id: answer.message_id, content: told }));
    expect(shop.network.requests.map(({ method }) => method)).toEqual(['POST', 'GET', 'GET']);
  });

  test('of a visitor goes on with the token of the conversation', async () => {
    const text = shop.says(words(30), 20);
    const { accessToken, refreshToken } = shop.team.tokens;
    shop.network.fails({ path: '/conversations', cutAfterEvents: 3 });
    const [told, reply, next] = await run<[string, ReplyOfClient, ReplyOfClient]>(
      `
tokens = {"access_token": os.environ["ACCESS"], "refresh_token": os.environ["REFRESH"], "expires_at": 4e9}
person = Parley.with_tokens(tokens, base_url)
key = {"type": "public", "chatbotId": bot_id, "name": "page", "allowedOrigins": ["https://shop.example"]}
visitor = ChatClient(person.platform.create_api_key(body=key)["data"]["apiKey"], base_url)
events = list(visitor.stream_message(question, "jane"))
reply = events[-1].reply
next_one = visitor.send_message(question, "jane", conversation_id=reply.conversation_id)
tell(["".join(event.text for event in events), reply._asdict(), next_one._asdict()])`,
      { ACCESS: accessToken, REFRESH: refreshToken },
    );
    expect([told, reply.answer]).toEqual([text, text]);
    expect(next.conversation_id).toBe(reply.conversation_id);
  });

  test('of the assistant dialect takes the rest from the history, also of an answer that is still being written', async () => {
    const model = {
      kind: 'llm',
      provider: 'openai-compatible',
      name: 'slow',
      model: 'test',
      baseUrl: shop.llm.baseUrl,
    };
    await run('tell(parley.platform.register_model(body=json.loads(os.environ["MODEL"])))', {
      MODEL: JSON.stringify(model),
    });
    const text = shop.says(words(40), 50);
    shop.network.fails({ cutAfterEvents: 1 }, { path: '/messages', cutAfterEvents: 1 });
    const [begun, continued, contents] = await run<[string, string, string[]]>(`
chat = ChatbotClient(api_key, base_url + "/api").chat
events = list(chat.send(message=question, model="slow", stream=True))
chat_id = events[-1].chat_id
text = "".join(chat.send(message="And again?", model="slow", stream=True, chat_id=chat_id).text())
history = chat.history(chat_id)
tell(["".join(event.content for event in events), text, [one["content"] for one in history["messages"]]])`);
    expect([begun, continued]).toEqual([text, text]);
    expect(contents).toEqual([QUESTION, text, 'And again?', text]);
  });

  test('that breaks before it has told where to come back is sent again, and answered once', async () => {
    const text = shop.says(words(3));
    const { asked } = shop;
    shop.network.fails({ losesAnswer: true });
    const told = await run(
      'tell(parley.platform.stream_reply(id=bot_id, body={"message": question}).answer()["text"])',
    );
    expect(told).toBe(text);
    expect(shop.asked).toBe(asked + 1);
  });

  test('ends when it is closed or left; the connection is closed, and the reply is kept', async () => {
    const text = shop.says(words(30), 50);
    const begun = await run<{ conversationId: string }>(`
import sys
with parley.platform.stream_reply(id=bot_id, body={"message": question}) as stream:
    started = next(stream).data
for event in parley.platform.stream_reply(id=bot_id, body={"message": question}):
    if event.type == "delta":
        break
tell(started)`);
    await eventually(() => shop.network.openAnswers === 0);
    const at = `/api/v1/chatbots/${shop.botId}/conversations/${begun.conversationId}/messages`;
    await eventually(async () => JSON.stringify((await shop.team.asKey.get(at)).body).includes(text));
  });
});
