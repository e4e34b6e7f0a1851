/** A person of the team takes a chat of the assistant dialect over, and gives it back. */
import { OpenAiServer } from '#testing/llm';
import { must, type RegisteredTeam, registerTeam, sharedInstallation, WireClient } from '#testing/parley';
import { WebhookSink } from '#testing/webhooks';
import { AssistantClient, CHAT_ANSWER, CHAT_MESSAGE, StreamedAnswer, uuidOf } from './assistant-client';

const ESCALATIONS = '/api/v1/escalations';

describe('a chat that a person takes over', () => {
  let server: OpenAiServer;
  let sink: WebhookSink;
  let team: RegisteredTeam;
  let client: AssistantClient;

  beforeAll(async () => {
    [server, sink] = [await OpenAiServer.start({ models: ['gpt-4'] }), await WebhookSink.start()];
    team = await registerTeam(new WireClient((await sharedInstallation()).baseUrl));
    client = new AssistantClient(team.asKey);
    await client.add('The reading lamp costs 39 euros.', { title: 'Lamps' });
    const model = {
      kind: 'llm',
      provider: 'openai-compatible',
      name: 'gpt-4',
      model: 'gpt-4',
      baseUrl: server.baseUrl,
    };
    must(await team.asKey.post('/api/v1/models', model), 201);
    must(await team.asUser.put(`${ESCALATIONS}/agents/me`, { displayName: 'Ada' }), 200);
  });
  afterAll(() => Promise.all([server?.stop(), sink?.stop()]));

  const takeOver = async (chatId: string): Promise<string> => {
    const body = { conversationId: uuidOf(chatId), accept: true };
    return must(await team.asUser.post(ESCALATIONS, body), 201).body.data.id;
  };
  const repliesOf = async (chatId: string) => {
    const { messages } = await client.history(chatId);
    return messages.filter(({ role }: { role: string }) => role === 'assistant');
  };

  test('tells so instead of answering, shows what the person says, and is answered again afterwards', async () => {
    const path = '/person';
    must(await team.asKey.post('/api/webhooks', { url: sink.url(path), events: ['chat.message'] }), 201);
    const { id: chatId, message: first } = await client.chat('What does the reading lamp cost?');
    const escalationId = await takeOver(chatId);

    const { message_id: _, ...notice } = CHAT_ANSWER;
    const told = await client.goOn(chatId, 'Are you there?');
    expect(told).toEqual({ ...notice, id: chatId, usage: { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 } });
    const streamed = await client.stream('Hello?', chatId);
    expect(streamed.text).toBe(told.message);
    expect(streamed.last).toEqual({ type: 'done', chat_id: chatId, usage: told.usage });

    const said = { content: 'Yes, I am Ada.' };
    must(await team.asUser.post(`${ESCALATIONS}/${escalationId}/messages`, said), 201);
    const [, reply, ...others] = await repliesOf(chatId);
    expect([reply, others]).toEqual([{ ...CHAT_MESSAGE, role: 'assistant', ...said }, []]);
    const heard = await sink.untilEvent(path, ({ data }) => data.content === said.content);
    expect(heard.data).toMatchObject({ chat_id: chatId, message_id: reply.id, role: 'assistant' });

    must(await team.asUser.post(`${ESCALATIONS}/${escalationId}/return`), 200);
    expect(await client.goOn(chatId, 'What does the reading lamp cost?')).toEqual({
      ...CHAT_ANSWER,
      id: chatId,
      message: first,
    });
    const { messages } = await client.history(chatId);
    for (const { role } of messages) expect(['user', 'assistant', 'system']).toContain(role);
  });

  test('in the middle of an answer ends it with the notice, and nothing of the answer is kept', async () => {
    const pieces = Array.from({ length: 200 }, (_, at) => `word${at} `);
    server.replyWith({ pieces, pieceDelayMs: 100 });
    const { id: chatId } = await client.chat('Hello');
    const body = { message: 'Tell me a story.', stream: true, model: 'gpt-4' };
    const response = await team.asKey.open('POST', `/api/chat/${chatId}/messages`, body);
    await takeOver(chatId);
    const streamed = await StreamedAnswer.read(response);
    const notice = (await client.goOn(chatId, 'Are you there?')).message;
    expect(streamed.text.endsWith(`\n\n${notice}`)).toBe(true);
    expect(streamed.text).not.toContain('word199');
    expect(streamed.last).toMatchObject({ type: 'done', chat_id: chatId });
    expect(streamed.last).not.toHaveProperty('message_id');
    expect(JSON.stringify(await client.history(chatId))).not.toContain('word0');
  });
});
