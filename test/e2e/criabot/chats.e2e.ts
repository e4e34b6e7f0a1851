/** Chats of the criabot dialect as its clients use them, and what its documents say of replies. */
import { randomBytes } from 'node:crypto';
import {
  must,
  type RegisteredTeam,
  registerTeam,
  type SharedInstallation,
  sharedInstallation,
  WireClient,
} from '#testing/parley';

const MODELS = { llm_model_id: 1, embedding_model_id: 2, rerank_model_id: 3 };
const NO_CONTEXT = "Sorry, I'm not sure about that.";
const NOTHING_USED = { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 };
const CAPITAL = 'What is the capital of France?';

describe('chats of the criabot dialect', () => {
  let parley: SharedInstallation;
  let team: RegisteredTeam;
  let master: WireClient;
  let bot: string;
  let botKey: WireClient;
  let chat: string;

  beforeAll(async () => {
    parley = await sharedInstallation();
    team = await registerTeam(new WireClient(parley.baseUrl));
    master = team.asKey;
  });

  beforeEach(async () => {
    bot = `bot-${randomBytes(4).toString('hex')}`;
    botKey = await createBot(bot);
    chat = await start();
  });

  const createBot = async (name: string, parameters: object = {}) => {
    const created = must(await master.post(`/bots/${name}/manage/create`, { ...MODELS, ...parameters }), 200).body;
    return new WireClient(parley.baseUrl).withKey(created.bot_api_key);
  };
  const start = async (): Promise<string> => must(await master.post('/bots/chats/start'), 200).body.chat_id;
  const send = async (prompt: string, more: object = {}, by = master) =>
    must(await by.post(`/bots/chats/${chat}/send`, { prompt, bot_name: bot, ...more }), 200).body.reply;
  const upload = async (name: string, questions: string[], answer: string, more: object = {}) =>
    must(await master.post(`/bots/${name}/questions/upload`, { file_contents: { questions, answer, ...more } }), 200);
  const uploadTexts = async (name: string, texts: Record<string, string>, metadata: object = {}) => {
    for (const [file_name, text] of Object.entries(texts)) {
      const file_contents = { nodes: [{ text, metadata: {} }], assets: [] };
      const body = { file_name, file_contents, file_metadata: metadata };
      must(await master.post(`/bots/${name}/documents/upload`, body), 200);
    }
  };

  test('are started, told of, and ended', async () => {
    const started = must(await master.post('/bots/chats/start'), 200).body;
    expect(started).toEqual({
      status: 200,
      message: 'Successfully started a new chat.',
      timestamp: expect.any(Number),
      code: 'SUCCESS',
      chat_id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
    });
    const path = `/bots/chats/${started.chat_id}`;
    expect(must(await master.get(`${path}/exists`), 200).body).toMatchObject({
      message: `Checked if the chat '${started.chat_id}' is active!`,
      exists: true,
    });
    expect(must(await master.get(`${path}/history`), 200).body.history).toEqual([]);
    expect(must(await master.delete(`${path}/end`), 200).body).toMatchObject({
      message: 'Successfully ended the chat.',
      code: 'SUCCESS',
    });
    expect(must(await master.get(`${path}/exists`), 200).body.exists).toBe(false);
    const gone = [
      master.get(`${path}/history`),
      master.delete(`${path}/end`),
      master.post(`${path}/send`, { prompt: 'Hello, bot!', bot_name: bot }),
      master.post(`${path}/query`, { prompt: 'Hello, bot!', bot_name: bot }),
    ];
    for (const answer of await Promise.all(gone)) {
      expect([answer.status, answer.body.code, answer.body.message]).toEqual([
        404,
        'NOT_FOUND',
        'That chat does not exist or is expired!',
      ]);
    }
  });

  test('exist is never an error', async () => {
    for (const id of ['nonsense', '00000000-0000-4000-8000-000000000000']) {
      expect(must(await master.get(`/bots/chats/${id}/exists`), 200).body.exists).toBe(false);
    }
  });

  test('with an empty bot answer exactly its message and use nothing', async () => {
    for (const [path, message] of [
      ['send', 'Successfully sent the chat'],
      ['query', 'Successfully sent the query'],
    ]) {
      const answer = await master.post(`/bots/chats/${chat}/${path}`, {
        prompt: 'Hello, bot!',
        bot_name: bot,
        extra_bots: [],
      });
      expect(must(answer, 200).body).toMatchObject({ status: 200, message, code: 'SUCCESS' });
      expect(answer.body.reply).toMatchObject({
        message: NO_CONTEXT,
        prompt: 'Hello, bot!',
        content: { role: 'assistant', content: NO_CONTEXT },
        completion_usage: NOTHING_USED,
        total_usage: NOTHING_USED,
        related_prompts: [],
        context: null,
        verified_response: false,
      });
    }
  });

  test('answer the question that was uploaded, and through an extra bot', async () => {
    await upload(bot, [CAPITAL], 'Paris');
    expect((await send(CAPITAL)).message).toContain('Paris');
    const other = `${bot}-other`;
    await createBot(other);
    const ask = (extra_bots: string[]) =>
      master.post(`/bots/chats/${chat}/query`, { prompt: CAPITAL, bot_name: other, extra_bots });
    expect(must(await ask([]), 200).body.reply.message).toBe(NO_CONTEXT);
    const { reply } = must(await ask([bot]), 200).body;
    expect(reply.message).toContain('Paris');
    expect(Object.keys(reply.group_responses)).toEqual([`${bot}-question-index`]);
  });

  test('answer word for word, without a model, when that is wanted', async () => {
    const related_prompts = [{ label: 'Size', prompt: 'How large is Paris?' }];
    await upload(bot, [CAPITAL, 'capital of france'], 'Paris. Take the train.', { llm_reply: false, related_prompts });
    expect(await send('Which city is the capital of France?')).toMatchObject({
      message: 'Paris. Take the train.',
      verified_response: true,
      completion_usage: NOTHING_USED,
      related_prompts: [{ label: 'Size', prompt: 'How large is Paris?', llm_generated: false }],
      context: { context_type: 'QUESTION' },
    });
  });

  test('answer from documents with the nodes that they rest on', async () => {
    await uploadTexts(bot, { 'delivery.json': 'Standard delivery takes 2 to 3 working days and costs 3.90 euros.' });
    const reply = await send('How long does standard delivery take?');
    expect(reply).toMatchObject({ verified_response: false, context: { context_type: 'TEXT' } });
    expect(reply.message).toContain('2 to 3 working days');
    expect(reply.context.nodes[0].score).toBeGreaterThanOrEqual(0.7);
    expect(reply.completion_usage.total_tokens).toBeGreaterThan(0);
    expect(reply.group_responses[`${bot}-document-index`].nodes).toHaveLength(1);
  });

  test('look only at nodes that the filter fits', async () => {
    await uploadTexts(bot, { york: 'The office is open from 9 to 17.' }, { city: 'York' });
    await uploadTexts(bot, { leeds: 'The office is open from 8 to 16.' }, { city: 'Leeds' });
    const inCity = (value: string) => ({ metadata_filter: { must: [{ key: 'city', match: { value } }] } });
    expect((await send('When is the office open?', inCity('Leeds'))).message).toContain('8 to 16');
    expect((await send('When is the office open?', inCity('York'))).message).toContain('9 to 17');
    expect((await send('When is the office open?', inCity('Paris'))).message).toBe(NO_CONTEXT);
    const none = { metadata_filter: { must: [], must_not: [], should: [] } };
    expect((await send('When is the office open?', none)).message).toContain('office is open');
    const wrong = await master.post(`/bots/chats/${chat}/send`, {
      prompt: 'When?',
      bot_name: bot,
      metadata_filter: { must: [{ key: 'city' }] },
    });
    expect([wrong.status, wrong.body.code]).toEqual([422, 'ERROR']);
  });

  test('keep what was said, with its tokens, as far back as the bot reads', async () => {
    await send('Hello, bot!');
    const { history } = must(await master.get(`/bots/chats/${chat}/history`), 200).body;
    expect(history).toEqual([
      {
        role: 'user',
        blocks: [{ block_type: 'text', text: 'Hello, bot!' }],
        additional_kwargs: {},
        metadata: { token_count: 4 },
      },
      {
        role: 'assistant',
        blocks: [{ block_type: 'text', text: NO_CONTEXT }],
        additional_kwargs: {},
        metadata: { token_count: expect.any(Number) },
      },
    ]);
    const update = { max_input_tokens: 30, system_message: 'You are kind.' };
    must(await master.send('PATCH', `/bots/${bot}/manage/update`, update), 200);
    await send('And another one?');
    const shorter = must(await master.get(`/bots/chats/${chat}/history`), 200).body.history;
    expect(shorter[0]).toMatchObject({ role: 'system', blocks: [{ text: 'You are kind.' }] });
    expect(shorter.slice(1).map(({ role }: { role: string }) => role)).toEqual(['user', 'assistant']);
  });

  test('may go on with another bot, which knows what was said before', async () => {
    const other = `${bot}-other`;
    await createBot(other);
    await send('Hello, bot!');
    await send('Hello again!', { bot_name: other });
    const { history } = must(await master.get(`/bots/chats/${chat}/history`), 200).body;
    expect(history).toHaveLength(4);
  });

  test('are seen in the main API as a session of the bot', async () => {
    await send('Hello, bot!');
    const bots = must(await master.get('/api/v1/chatbots?limit=100'), 200).body.data;
    const { id } = bots.find(({ name }: { name: string }) => name === bot);
    const history = must(await master.get(`/api/v1/chatbots/${id}/conversation/history?sessionId=${chat}`), 200).body;
    expect(history.data.map(({ content }: { content: string }) => content)).toEqual(['Hello, bot!', NO_CONTEXT]);
  });

  test('take the key of the bot for it alone', async () => {
    const own = must(await botKey.post('/bots/chats/start'), 200).body.chat_id;
    const ask = (body: object) => botKey.post(`/bots/chats/${own}/send`, { prompt: 'Hello, bot!', ...body });
    expect(must(await ask({ bot_name: bot }), 200).body.reply.message).toBe(NO_CONTEXT);
    const other = `${bot}-other`;
    await createBot(other);
    for (const body of [{ bot_name: other }, { bot_name: 'no-such-bot' }, { bot_name: bot, extra_bots: [other] }]) {
      const refused = await ask(body);
      expect([refused.status, refused.body.code]).toEqual([401, 'UNAUTHORIZED']);
    }
    expect((await botKey.get('/api/v1/chatbots')).status).toBe(403);
    must(await botKey.get(`/bots/chats/${own}/history`), 200);
    must(await botKey.delete(`/bots/chats/${own}/end`), 200);
  });

  test('are closed to keys of the team without a scope of chats or conversations', async () => {
    await send(CAPITAL);
    const { apiKey } = must(await team.asUser.post('/api/v1/auth/api-key', { scopes: ['files:read'] }), 201).body.data;
    const filesOnly = new WireClient(parley.baseUrl).withKey(apiKey);
    for (const path of ['history', 'exists']) must(await filesOnly.get(`/bots/chats/${chat}/${path}`), 401);
    must(await filesOnly.delete(`/bots/chats/${chat}/end`), 401);
    must(await filesOnly.post('/bots/chats/start'), 401);
    must(await master.get(`/bots/chats/${chat}/history`), 200);
  });

  test('refuse what is unknown or not given', async () => {
    const path = `/bots/chats/${chat}/send`;
    const answers = await Promise.all([
      master.post(path, { prompt: 'Hello', bot_name: 'no-such-bot' }),
      master.post(path, { prompt: 'Hello', bot_name: bot, extra_bots: ['no-such-bot'] }),
      master.post(path, { bot_name: bot }),
      master.post(path, { prompt: 'Hello' }),
      master.post(path, { prompt: 7, bot_name: bot }),
      master.post(path, '{"prompt":'),
      new WireClient(parley.baseUrl).post(path, { prompt: 'Hello', bot_name: bot }),
    ]);
    expect(answers.map(({ status, body }) => [status, body.code, body.status === status])).toEqual([
      [404, 'NOT_FOUND', true],
      [404, 'NOT_FOUND', true],
      [422, 'ERROR', true],
      [422, 'ERROR', true],
      [422, 'ERROR', true],
      [422, 'ERROR', true],
      [401, 'UNAUTHORIZED', true],
    ]);
    expect(answers[0]?.body.message).toBe('That bot could not be found!');
    expect(answers[1]?.body.message).toBe('One or more bots could not be found in the query.');
  });

  test('of another team do not exist', async () => {
    const stranger = (await registerTeam(new WireClient(parley.baseUrl))).asKey;
    expect(must(await stranger.get(`/bots/chats/${chat}/exists`), 200).body.exists).toBe(false);
    expect((await stranger.delete(`/bots/chats/${chat}/end`)).status).toBe(404);
    const asked = await stranger.post(`/bots/chats/${chat}/send`, { prompt: 'Hello', bot_name: bot });
    expect(asked.status).toBe(404);
    expect(must(await master.get(`/bots/chats/${chat}/exists`), 200).body.exists).toBe(true);
  });
});
