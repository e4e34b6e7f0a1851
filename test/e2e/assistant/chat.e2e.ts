/** Chats through the assistant dialect: as its document shows them, streamed, with models, files and other dialects beside. */
import { OpenAiServer } from '#testing/llm';
import { must, type RegisteredTeam, registerTeam, sharedInstallation, WireClient } from '#testing/parley';
import {
  AssistantClient,
  CHAT_ANSWER,
  CHAT_MESSAGE,
  failure,
  id,
  NOT_FOUND,
  TIME,
  told,
  uuidOf,
} from './assistant-client';

const NOBODY = '0190f000000070008000000000000000';
const LAMP = 'The reading lamp costs 39 euros. The desk lamp costs 25 euros and has a warranty of three years.';

describe('a chat', () => {
  let wire: WireClient;
  let team: RegisteredTeam;
  let client: AssistantClient;

  beforeAll(async () => {
    wire = new WireClient((await sharedInstallation()).baseUrl);
    team = await registerTeam(wire);
    client = new AssistantClient(wire.withToken(team.apiKey));
    await client.add(LAMP, { title: 'Lamps' });
  });

  test('begins, goes on and is read, as the document shows it', async () => {
    const example = { message: 'Hello, how can you help me today?', model: 'gpt-4', stream: false, attachments: [] };
    const begun = await client.wire.post('/api/chat', example);
    expect(told(begun)).toEqual([200, { ...CHAT_ANSWER, model: 'gpt-4' }]);
    expect(begun.headers.get('x-chat-id')).toBe(begun.body.id);
    const { prompt_tokens, completion_tokens, total_tokens } = begun.body.usage;
    expect(total_tokens).toBe(prompt_tokens + completion_tokens);

    const next = { message: 'What does the reading lamp cost?', stream: false };
    const went = await client.wire.post(`/api/chat/${begun.body.id}/messages`, next);
    expect(told(went)).toEqual([200, { ...CHAT_ANSWER, id: begun.body.id }]);
    expect(went.body.message).toContain('39 euros');

    const history = await client.wire.get(`/api/chat/${begun.body.id}/history`);
    expect(told(history)).toEqual([
      200,
      {
        chat_id: begun.body.id,
        messages: [
          { ...CHAT_MESSAGE, role: 'user', content: example.message },
          { ...CHAT_MESSAGE, role: 'assistant', content: begun.body.message, id: begun.body.message_id },
          { ...CHAT_MESSAGE, role: 'user', content: next.message },
          { ...CHAT_MESSAGE, role: 'assistant', content: went.body.message, id: went.body.message_id },
        ],
        created_at: TIME,
        updated_at: TIME,
      },
    ]);
    expect(Date.parse(history.body.updated_at)).toBeGreaterThanOrEqual(Date.parse(history.body.created_at));
  });

  test('names the model that answered when none was asked for', async () => {
    expect(await client.chat('What does the desk lamp cost?')).toMatchObject({ model: 'extractive' });
  });

  test('is streamed as lines of data; their contents are what the history has', async () => {
    const streamed = await client.stream('What does the reading lamp cost?');
    const { status, headers } = streamed.response;
    expect([status, headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
    expect(headers.get('x-chat-id')).toEqual(id('chat'));
    expect(headers.get('x-ratelimit-limit')).not.toBeNull();
    for (const line of streamed.lines) expect(line).toMatch(/^data: \{.*\}$/);
    const { id: chatId, usage, message_id } = { ...CHAT_ANSWER, id: headers.get('x-chat-id') };
    expect(streamed.last).toEqual({ type: 'done', chat_id: chatId, message_id, usage });
    expect(streamed.events.slice(0, -1).every(({ type }) => type === 'text')).toBe(true);
    expect(streamed.text).toContain('39 euros');

    const again = await client.stream('And the desk lamp?', chatId ?? '');
    expect(again.last.chat_id).toBe(chatId);
    const { messages } = await client.history(chatId ?? '');
    expect(messages.map(({ content }: { content: string }) => content)).toEqual([
      'What does the reading lamp cost?',
      streamed.text,
      'And the desk lamp?',
      again.text,
    ]);
    expect(messages.at(-1).id).toBe(again.last.message_id);
  });

  test('that is streamed to a page tells it the chat before the end, so that it can come back', async () => {
    const page = client.wire.with({ origin: 'https://shop.example' });
    const streamed = await page.open('POST', '/api/chat', { message: 'Hello', stream: true });
    await streamed.body?.cancel();
    expect(streamed.headers.get('access-control-expose-headers')).toMatch(/^X-Request-Id, .*, X-Chat-Id$/);
  });

  test('is completed, which may be said twice; another message opens it again', async () => {
    const { id: chatId } = await client.chat('Hello');
    const completed = await client.wire.post(`/api/chat/${chatId}/complete`);
    expect(told(completed)).toEqual([200, { chat_id: chatId, status: 'completed', completed_at: TIME }]);
    expect(told(await client.wire.post(`/api/chat/${chatId}/complete`))).toEqual([200, completed.body]);
    await client.goOn(chatId, 'One more thing.');
    expect((await client.history(chatId)).messages).toHaveLength(4);
    const later = must(await client.wire.post(`/api/chat/${chatId}/complete`), 200).body;
    expect(Date.parse(later.completed_at)).toBeGreaterThan(Date.parse(completed.body.completed_at));
  });

  test('of another team, and one that never was, is not found', async () => {
    const { id: chatId } = await client.chat('Hello');
    const others = (await registerTeam(wire)).asKey;
    for (const strange of [chatId, `chat_${NOBODY}`, 'chat_1', uuidOf(chatId)]) {
      const caller = strange === chatId ? others : client.wire;
      expect(told(await caller.get(`/api/chat/${strange}/history`))).toEqual(NOT_FOUND);
      expect(told(await caller.post(`/api/chat/${strange}/messages`, { message: 'Hi' }))).toEqual(NOT_FOUND);
      expect(told(await caller.post(`/api/chat/${strange}/messages`, { message: 'Hi', stream: true }))).toEqual(
        NOT_FOUND,
      );
      expect(told(await caller.post(`/api/chat/${strange}/complete`))).toEqual(NOT_FOUND);
    }
    expect((await client.history(chatId)).messages).toHaveLength(2);
  });

  test.each([
    ['nothing', {}, { missing_fields: ['message'] }],
    ['a message that is no text', { message: 7 }, {}],
    ['an empty message', { message: '' }, {}],
    ['32,001 characters', { message: 'x'.repeat(32_001) }, {}],
    ['a stream that is a text', { message: 'Hi', stream: 'true' }, {}],
    ['attachments that are no list', { message: 'Hi', attachments: 'file_1' }, {}],
  ])('with %s is refused and leaves nothing', async (_, body, details) => {
    const expected = failure('INVALID_REQUEST', expect.objectContaining({ ...details, fields: expect.any(Array) }));
    expect(told(await client.wire.post('/api/chat', body))).toEqual([400, expected]);
  });

  test('is a conversation of the default bot, which other dialects show', async () => {
    const { id: chatId, message } = await client.chat('What does the reading lamp cost?');
    const bots = must(await team.asKey.get('/api/v1/chatbots'), 200).body.data;
    expect(bots).toHaveLength(1);
    const path = `/api/v1/chatbots/${bots[0].id}/conversation/history?sessionId=${uuidOf(chatId)}`;
    const history = must(await team.asKey.get(path), 200).body.data;
    expect(history.map(({ content }: { content: string }) => content)).toEqual([
      'What does the reading lamp cost?',
      message,
    ]);
  });

  test('goes on with a conversation that another dialect began, and its bot', async () => {
    const bot = must(await team.asKey.post('/api/v1/chatbots', { name: 'Gardener' }), 201).body.data;
    const items = [{ title: 'Roses', content: 'Roses are cut back in March, above an outward bud.' }];
    must(await team.asKey.post(`/api/v1/chatbots/${bot.id}/knowledge-bases`, { name: 'Garden', items }), 201);
    const asked = { message: 'When are roses cut back?', sessionId: 'garden-1' };
    const answer = must(await team.asKey.post(`/api/v1/chatbots/${bot.id}/conversation`, asked), 200).body.data;
    const chatId = `chat_${answer.conversationId.replaceAll('-', '')}`;
    expect((await client.goOn(chatId, 'Where are roses cut?')).message).toContain('outward bud');
    const path = `/api/v1/chatbots/${bot.id}/conversation/history?sessionId=garden-1`;
    expect(must(await team.asKey.get(path), 200).body.data).toHaveLength(4);
    expect((await client.history(chatId)).messages).toHaveLength(4);
  });

  test('is with the bot whose slug stands as its model', async () => {
    const bot = must(await team.asKey.post('/api/v1/chatbots', { name: 'Cook' }), 201).body.data;
    const items = [{ title: 'Soup', content: 'The onion soup simmers for forty minutes.' }];
    must(await team.asKey.post(`/api/v1/chatbots/${bot.id}/knowledge-bases`, { name: 'Recipes', items }), 201);
    const answer = await client.chat('How long does the onion soup simmer?', { model: 'cook' });
    expect(answer).toMatchObject({ model: 'cook', message: expect.stringContaining('forty minutes') });
  });
});

describe('a chat with a registered model', () => {
  let server: OpenAiServer;
  let team: RegisteredTeam;
  let client: AssistantClient;

  beforeAll(async () => {
    server = await OpenAiServer.start({ models: ['gpt-4'] });
    team = await registerTeam(new WireClient((await sharedInstallation()).baseUrl));
    client = new AssistantClient(team.asKey);
    const model = {
      kind: 'llm',
      provider: 'openai-compatible',
      name: 'gpt-4',
      model: 'gpt-4',
      baseUrl: server.baseUrl,
    };
    must(await team.asKey.post('/api/v1/models', model), 201);
  });
  beforeEach(() => server.reset());
  afterAll(() => server?.stop());

  const shown = () => JSON.stringify(server.chats.at(-1)?.body.messages);

  test('is answered by it when it is named, with what was said before and the tokens that it counts', async () => {
    server.replyWith({ text: 'Of course.', usage: { promptTokens: 30, completionTokens: 3 } });
    const begun = await client.chat('Can you help me write a Python function?', { model: 'gpt-4' });
    expect(begun).toMatchObject({
      message: 'Of course.',
      model: 'gpt-4',
      usage: { prompt_tokens: 30, completion_tokens: 3, total_tokens: 33 },
    });
    await client.goOn(begun.id, 'It should add two numbers.', { model: 'gpt-4' });
    for (const said of ['Python function', 'Of course.', 'add two numbers']) expect(shown()).toContain(said);
  });

  test('is not answered by it when another is named', async () => {
    expect(await client.chat('Hello', { model: 'gpt-5' })).toMatchObject({ model: 'gpt-5' });
    expect(server.chats).toEqual([]);
  });

  test('shows it what attached files say, by their ids or in objects', async () => {
    server.replyWith({ text: 'It opens at noon.' });
    const first = await client.uploaded('vault.txt', 'The vault opens at noon.');
    const second = await client.uploaded('alarm.md', '# Alarm\n\nThe code of the alarm is seven four two.');
    const attachments = [first, { file_id: second }];
    await client.chat('Summarise the files.', { model: 'gpt-4', attachments });
    for (const said of ['opens at noon', 'seven four two', 'vault.txt']) expect(shown()).toContain(said);
  });

  test('with a file that is not there, or of another team, is not found and stores nothing', async () => {
    const others = await registerTeam(new WireClient((await sharedInstallation()).baseUrl));
    const theirs = await new AssistantClient(others.asKey).uploaded('theirs.txt', 'A secret of theirs.');
    const { id: chatId } = await client.chat('Hello');
    for (const strange of [theirs, `file_${NOBODY}`, 'file_1', 'x']) {
      const body = { message: 'Look', attachments: [strange] };
      expect(told(await client.wire.post('/api/chat', body))).toEqual(NOT_FOUND);
      expect(told(await client.wire.post(`/api/chat/${chatId}/messages`, body))).toEqual(NOT_FOUND);
    }
    expect((await client.history(chatId)).messages).toHaveLength(2);
  });

  test('that breaks off half-way ends with an error, and its history without an answer', async () => {
    server.replyWith({
      text: 'One two three four five six.',
      fault: { kind: 'reset', afterPieces: 3 },
      pieceDelayMs: 20,
    });
    const broken = await client.stream('Count.', undefined, { model: 'gpt-4' });
    expect(broken.text).toMatch(/^One two/);
    expect(broken.last).toEqual({ type: 'error', ...failure('SERVICE_UNAVAILABLE') });
    for (const line of broken.lines) expect(line).toMatch(/^data: \{.*\}$/);
    const { messages } = await client.history(broken.response.headers.get('x-chat-id') ?? '');
    expect(messages).toEqual([{ ...CHAT_MESSAGE, role: 'user', content: 'Count.' }]);
  });
});
