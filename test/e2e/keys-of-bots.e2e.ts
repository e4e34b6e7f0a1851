import {
  must,
  type RegisteredTeam,
  registerTeam,
  sharedInstallation,
  type WireAnswer,
  WireClient,
} from '#testing/parley';

/** A team with two bots, each with something of every kind, and a key for the first of them. */
describe('a key that is for one bot', () => {
  let wire: WireClient;
  let team: RegisteredTeam;
  let key: WireClient;
  let own: Things;
  let other: Things;

  interface Things {
    botId: string;
    slug: string;
    baseId: string;
    itemId: string;
    conversationId: string;
    datasetId: string;
    personalityId: string;
  }

  beforeAll(async () => {
    wire = new WireClient((await sharedInstallation()).baseUrl);
    team = await registerTeam(wire);
    [own, other] = [await make('Own'), await make('Other')];
    const wanted = { name: 'restricted', chatbotIds: [own.botId] };
    key = wire.withKey(must(await team.asUser.post('/api/v1/auth/api-key', wanted), 201).body.data.apiKey);
  });

  const make = async (name: string): Promise<Things> => {
    const post = async (path: string, body: unknown, status = 201) =>
      must(await team.asUser.post(`/api/v1/${path}`, body), status).body.data;
    const bot = await post('chatbots', { name });
    const items = [{ title: `${name} lockers`, content: `A locker of ${name} costs two euros a day.` }];
    const base = await post(`chatbots/${bot.id}/knowledge-bases`, { name: 'Help', items });
    const [item] = must(await team.asUser.get(`/api/v1/knowledge-bases/${base.id}/items`), 200).body.data;
    const said = await post(`chatbots/${bot.id}/conversation`, { message: 'What does a locker cost?' }, 200);
    const dataset = await post(`chatbots/${bot.id}/training/datasets`, { name: 'Set' });
    const personality = await post(`chatbots/${bot.id}/personalities`, { name: 'Kind' });
    return {
      botId: bot.id,
      slug: bot.slug,
      baseId: base.id,
      itemId: item.id,
      conversationId: said.conversationId,
      datasetId: dataset.id,
      personalityId: personality.id,
    };
  };
  const statuses = async (calls: Array<Promise<WireAnswer>>) => (await Promise.all(calls)).map(({ status }) => status);
  const hexOf = (id: string) => id.replaceAll('-', '');

  /** What is about a bot, in all dialects that have ids in their paths. */
  const readsOf = ({ botId, baseId, itemId, conversationId, datasetId, personalityId }: Things) => [
    key.get(`/api/v1/chatbots/${botId}`),
    key.get(`/api/v1/chatbots/${botId}/conversations`),
    key.get(`/api/v1/chatbots/${botId}/conversations/${conversationId}`),
    key.get(`/api/v1/chatbots/${botId}/documents`),
    key.get(`/api/v1/chatbots/${botId}/analytics/messages`),
    key.get(`/api/v1/personalities/${personalityId}`),
    key.get(`/api/v1/chatbots/${botId}/channels`),
    key.get(`/api/v1/knowledge-bases/${baseId}`),
    key.get(`/api/v1/knowledge-bases/${baseId}/items/${itemId}`),
    key.get(`/api/v1/knowledge-bases/${baseId}/questions`),
    key.get(`/api/v1/training/datasets/${datasetId}`),
    key.get(`/v1/bots/bot_${hexOf(botId)}`),
    key.get(`/v1/bots/bot_${hexOf(botId)}/conversations`),
    key.get(`/v1/conversations/conv_${hexOf(conversationId)}`),
    key.get(`/api/chat/chat_${hexOf(conversationId)}/history`),
    key.get(`/api/v1/conversations/conv_${hexOf(conversationId)}`),
  ];

  test('opens what is about the bot, in every dialect', async () => {
    const answers = await statuses(readsOf(own));
    expect(answers).toEqual(answers.map(() => 200));
  });

  test('finds nothing of another bot of the team', async () => {
    const answers = await statuses(readsOf(other));
    expect(answers).toEqual(answers.map(() => 404));
  });

  test('finds nothing of another bot below the path of its own', async () => {
    const { botId, baseId } = own;
    expect(
      await statuses([
        key.get(`/api/v1/chatbots/${botId}/conversations/${other.conversationId}`),
        key.delete(`/api/v1/chatbots/${botId}/conversations/${other.conversationId}`),
        key.delete(`/api/v1/personalities/${other.personalityId}`),
        key.get(`/api/v1/knowledge-bases/${baseId}/items/${other.itemId}`),
        key.delete(`/api/v1/knowledge-bases/${baseId}/items/${other.itemId}`),
      ]),
    ).toEqual([404, 404, 404, 404, 404]);
  });

  test('changes nothing of another bot', async () => {
    expect(
      await statuses([
        key.put(`/api/v1/chatbots/${other.botId}`, { name: 'Mine' }),
        key.delete(`/api/v1/chatbots/${other.botId}`),
        key.delete(`/v1/bots/bot_${hexOf(other.botId)}`),
        key.post(`/api/v1/chatbots/${other.botId}/conversation`, { message: 'Hello' }),
        key.post(`/api/v1/knowledge-bases/${other.baseId}/items`, { title: 'T', content: 'C' }),
        key.delete(`/api/v1/knowledge-bases/${other.baseId}`),
        key.delete(`/api/v1/training/datasets/${other.datasetId}`),
        key.delete(`/v1/conversations/conv_${hexOf(other.conversationId)}`),
        key.post(`/api/chat/chat_${hexOf(other.conversationId)}/messages`, { message: 'Hello' }),
        key.post(`/api/v1/conversations/conv_${hexOf(other.conversationId)}/resolve`, {}),
        key.post('/api/v1/conversations', {
          conversation_id: `conv_${hexOf(other.conversationId)}`,
          message: 'Hello',
          user_id: 'u',
        }),
      ]),
    ).toEqual([404, 404, 404, 404, 404, 404, 404, 404, 404, 404, 404]);
    must(await team.asUser.get(`/api/v1/chatbots/${other.botId}/conversations/${other.conversationId}`), 200);
  });

  test('is refused what is about no bot, in every dialect', async () => {
    const calls = () => [
      key.post('/api/v1/chatbots', { name: 'Another' }),
      key.post('/v1/bots', { name: 'Another' }),
      key.get('/api/v1/models'),
      key.get('/api/v1/webhooks'),
      key.get('/api/v1/plugins'),
      key.get('/api/v1/artifacts'),
      key.get('/api/v1/escalations'),
      key.get('/api/v1/agent-loops'),
      key.get('/api/v1/entity-lists'),
      key.get(`/api/v1/end-users/someone/data`),
      key.get('/api/documents'),
      key.get('/api/files'),
      key.post('/api/knowledge', { title: 'T', content: 'C' }),
      key.get('/api/v1/knowledge-base'),
      key.get('/api/v1/analytics'),
      key.get('/v1/agent-loops'),
      key.get('/v1/webhooks'),
      key.post('/openai/v1/embeddings', { model: 'x', input: 'y' }),
      key
        .with({ accept: 'application/json, text/event-stream' })
        .post('/mcp', { jsonrpc: '2.0', id: 1, method: 'tools/list' }),
    ];
    const answers = await statuses(calls());
    expect(answers).toEqual(answers.map(() => 403));
    expect((await key.put('/bots/brand-new/manage/create', {})).status).not.toBe(200);
  });

  test('lists its bot alone', async () => {
    const { data, pagination } = must(await key.get('/api/v1/chatbots'), 200).body;
    expect([data.map(({ id }: { id: string }) => id), pagination.total]).toEqual([[own.botId], 1]);
    const { data: managed } = must(await key.get('/v1/bots'), 200).body;
    expect(managed.map(({ id }: { id: string }) => id)).toEqual([`bot_${hexOf(own.botId)}`]);
    const { data: models } = must(await key.get('/openai/v1/models'), 200).body;
    expect(models.map(({ id }: { id: string }) => id)).toEqual([own.slug]);
  });

  test('is a master of its bot in the criabot API, and a stranger to others', async () => {
    must(await key.get(`/bots/${own.slug}/manage/about`), 200);
    must(await key.get(`/bots/${own.slug}/documents/list`), 200);
    expect(
      await statuses([
        key.get(`/bots/${other.slug}/manage/about`),
        key.delete(`/bots/${other.slug}/manage/delete`),
        key.delete(`/bots/${own.slug}/manage/delete`),
        key.post('/bots/brand-new/manage/create', {}),
      ]),
    ).toEqual([401, 401, 401, 401]);
    const { chat_id: chatId } = must(await key.post('/bots/chats/start', {}), 200).body;
    const ask = (bot: string, extra: string[] = []) =>
      key.post(`/bots/chats/${chatId}/send`, { bot_name: bot, prompt: 'What does a locker cost?', extra_bots: extra });
    must(await ask(own.slug), 200);
    expect(await statuses([ask(other.slug), ask(own.slug, [other.slug])])).toEqual([401, 401]);
    must(await key.get(`/bots/chats/${chatId}/history`), 200);
    const theirs = { bot_name: other.slug, prompt: 'What does a locker cost?' };
    must(await team.asKey.post(`/bots/chats/${chatId}/send`, theirs), 200);
    expect((await key.get(`/bots/chats/${chatId}/history`)).status).toBe(404);
    expect((await key.delete(`/bots/chats/${chatId}/end`)).status).toBe(404);
  });

  test('completes with its bot alone in the OpenAI API, and finds no response of another', async () => {
    const complete = (client: WireClient, model: string) =>
      client.post('/openai/v1/responses', { model, input: 'What does a locker cost?' });
    const ownResponse = must(await complete(key, own.slug), 200).body;
    must(await key.get(`/openai/v1/responses/${ownResponse.id}`), 200);
    const response = must(await complete(team.asKey, other.slug), 200).body;
    expect(
      await statuses([
        complete(key, other.slug),
        key.get(`/openai/v1/models/${other.slug}`),
        key.get(`/openai/v1/responses/${response.id}`),
        key.delete(`/openai/v1/responses/${response.id}`),
        key.post('/openai/v1/responses', { model: own.slug, input: 'And?', previous_response_id: response.id }),
      ]),
    ).toEqual([404, 404, 404, 404, 400]);
    must(await team.asKey.get(`/openai/v1/responses/${response.id}`), 200);
  });

  test('cannot begin with the default bot, which is another', async () => {
    const begin = () => [
      key.post('/api/chat', { message: 'Hello' }),
      key.post('/api/v1/conversations', { message: 'Hello', user_id: 'u' }),
    ];
    expect(await statuses(begin())).toEqual([404, 404]);
    must(await team.asKey.post('/api/chat', { message: 'Hello' }), 200);
    expect(await statuses(begin())).toEqual([404, 404]);
    const { data } = must(await team.asUser.get('/api/v1/chatbots?limit=100'), 200).body;
    const defaultId = data.find(({ isDefault }: { isDefault: boolean }) => isDefault).id;
    const made = must(await team.asUser.post('/api/v1/auth/api-key', { chatbotIds: [defaultId] }), 201).body.data;
    must(await wire.withKey(made.apiKey).post('/api/chat', { message: 'Hello' }), 200);
    must(await wire.withKey(made.apiKey).post('/api/v1/conversations', { message: 'Hello', user_id: 'u' }), 200);
  });

  test('keeps its restriction when it is changed and rotated, and opens nothing when its bot is gone', async () => {
    const bot = must(await team.asUser.post('/api/v1/chatbots', { name: 'Passing' }), 201).body.data;
    const made = must(await team.asUser.post('/api/v1/auth/api-key', { chatbotIds: [bot.id] }), 201).body.data;
    expect(made.chatbotIds).toEqual([bot.id]);
    must(await team.asUser.put(`/api/v1/auth/api-keys/${made.id}`, { name: 'New name' }), 200);
    const rotated = must(await team.asUser.post(`/api/v1/auth/api-key/${made.id}/rotate`, { graceSeconds: 60 }), 200)
      .body.data;
    for (const text of [made.apiKey, rotated.apiKey]) {
      const client = wire.withKey(text);
      must(await client.get(`/api/v1/chatbots/${bot.id}`), 200);
      expect((await client.get(`/api/v1/chatbots/${other.botId}`)).status).toBe(404);
    }
    must(await team.asUser.delete(`/api/v1/chatbots/${bot.id}`), 200);
    const client = wire.withKey(rotated.apiKey);
    expect(must(await client.get('/api/v1/chatbots'), 200).body.data).toEqual([]);
    expect((await client.get(`/api/v1/chatbots/${bot.id}`)).status).toBe(404);
  });

  test('is refused for bots of another team, and for none', async () => {
    const stranger = await registerTeam(wire);
    expect(
      await statuses([
        stranger.asUser.post('/api/v1/auth/api-key', { chatbotIds: [own.botId] }),
        team.asUser.post('/api/v1/auth/api-key', { chatbotIds: [] }),
      ]),
    ).toEqual([404, 400]);
  });
});
