/** What is left behind of completions: conversations that every other API sees, or nothing. */
import { must, type WireClient } from '#testing/parley';
import { OpenAiBots } from './openai-bots';

const PRICE = { role: 'user', content: 'How much is the reading lamp?' };
const WARRANTY = { role: 'user', content: 'How long is the warranty of the desk lamp?' };

describe('a completion', () => {
  let bots: OpenAiBots;
  let key: WireClient;

  beforeAll(async () => {
    bots = await OpenAiBots.start();
    key = bots.team.asKey;
  });
  afterAll(() => bots.provider.stop());

  const complete = async (messages: object[], further: object = {}) =>
    must(await key.post('/openai/v1/chat/completions', { model: bots.quoting.slug, messages, ...further }), 200).body;
  const answerOf = ({ choices }: { choices: [{ message: { content: string } }] }) => choices[0].message.content;
  const historyOf = async (conversationId: string) =>
    must(await key.get(`/v1/conversations/conv_${conversationId.replaceAll('-', '')}/messages`), 200).body.data;

  test('is a turn of a conversation, which the next one with the same history goes on with', async () => {
    const first = await complete([PRICE]);
    const said = { role: 'assistant', content: answerOf(first) };
    const second = await complete([PRICE, said, WARRANTY], { stream: false });
    const { conversation_id: conversationId } = first.parley;
    expect(second.parley.conversation_id).toBe(conversationId);
    expect((await historyOf(conversationId)).map(({ content }: { content: string }) => content)).toEqual([
      PRICE.content,
      said.content,
      WARRANTY.content,
      answerOf(second),
    ]);
  });

  test('with another history begins another conversation', async () => {
    const [one, other] = [await complete([PRICE]), await complete([PRICE])];
    expect(other.parley.conversation_id).not.toBe(one.parley.conversation_id);
  });

  test('leaves nothing behind when it is not to be stored', async () => {
    const { parley } = await complete([PRICE], { store: false, user: 'nobody' });
    expect(parley.conversation_id).toBeNull();
    const listed = must(await key.get(`/api/v1/chatbots/${bots.quoting.id}/conversations?userId=nobody`), 200);
    expect(listed.body.data).toEqual([]);
  });

  test('and its response go with the end user who is erased', async () => {
    const body = { model: bots.quoting.slug, input: PRICE.content, user: 'ada' };
    const { id } = must(await key.post('/openai/v1/responses', body), 200).body;
    must(await key.get(`/openai/v1/responses/${id}`), 200);
    must(await bots.team.asUser.delete('/api/v1/end-users/ada/data'), 200);
    must(await key.get(`/openai/v1/responses/${id}`), 404);
  });

  test('of a key of one bot is with that bot alone', async () => {
    const models = { llm_model_id: 1, embedding_model_id: 2, rerank_model_id: 3 };
    const made = must(await key.post('/bots/lamp-seller/manage/create', models), 200).body;
    const own = bots.wire.withKey(made.bot_api_key);
    const { data } = must(await own.get('/openai/v1/models'), 200).body;
    expect(data.map(({ id }: { id: string }) => id)).toEqual(['lamp-seller']);
    must(await own.post('/openai/v1/chat/completions', { model: bots.quoting.slug, messages: [PRICE] }), 404);
    must(await own.post('/openai/v1/chat/completions', { model: 'lamp-seller', messages: [PRICE] }), 200);
  });
});
