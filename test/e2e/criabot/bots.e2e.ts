import {
  must,
  type RegisteredTeam,
  registerTeam,
  type SharedInstallation,
  sharedInstallation,
  WireClient,
} from '#testing/parley';
import { BOT_NOT_FOUND, BotClient, failure, MODELS, newName, success, UNAUTHORIZED } from './criabot-client';

const DEFAULTS = {
  max_input_tokens: 2_000,
  max_reply_tokens: 1_024,
  temperature: 0.9,
  top_p: 0,
  top_k: 10,
  min_k: 0.5,
  top_n: 3,
  min_n: 0.7,
  llm_generate_related_prompts: true,
  no_context_message: "Sorry, I'm not sure about that.",
  no_context_use_message: false,
  no_context_llm_guess: false,
  system_message: null,
};

describe('bots by name', () => {
  let parley: SharedInstallation;
  let wire: WireClient;
  let team: RegisteredTeam;
  let bot: BotClient;

  beforeAll(async () => {
    parley = await sharedInstallation();
    wire = new WireClient(parley.baseUrl);
    team = await registerTeam(wire);
  });
  beforeEach(() => {
    bot = new BotClient(team.asKey, newName());
  });

  const keyOf = async (made = bot) => must(await made.create(), 200).body.bot_api_key as string;
  const withScopes = async (scopes: string[]) => {
    const { apiKey } = must(await team.asUser.post('/api/v1/auth/api-key', { scopes }), 201).body.data;
    return wire.withKey(apiKey);
  };

  test('a bot is made, tells its key once, and all about itself with the defaults', async () => {
    const made = await bot.create();
    expect(made.body).toEqual(
      success('Successfully created the bot & their indexes.', {
        bot_api_key: expect.stringMatching(/^bk_[A-Za-z0-9_-]{43}$/),
      }),
    );
    const { about, ...rest } = must(await bot.about(), 200).body;
    expect(rest).toEqual(success('Successfully retrieved the bot info.'));
    const { id } = about.info;
    expect(Number.isInteger(id) && id >= 1).toBe(true);
    expect(about).toEqual({
      info: { name: bot.name, id, created: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?$/) },
      params: { ...DEFAULTS, bot_id: id, id },
      models: MODELS,
    });
  });

  test('every parameter is stored, at creation and by updates, which leave the others alone', async () => {
    const all = {
      max_input_tokens: 1,
      max_reply_tokens: 100_000,
      temperature: 2,
      top_p: 1,
      top_k: 1_000,
      min_k: 1,
      top_n: 7,
      min_n: 0,
      llm_generate_related_prompts: false,
      no_context_message: '',
      no_context_use_message: true,
      no_context_llm_guess: true,
      system_message: 'Be brief.',
    };
    must(await bot.create({ ...MODELS, ...all }), 200);
    expect((await bot.about()).body.about.params).toMatchObject(all);
    const changed = await bot.update({ llm_model_id: 4, embedding_model_id: 5, rerank_model_id: 6, top_k: 20 });
    expect(changed.body).toEqual(success('Successfully updated the bot.'));
    expect((await bot.about()).body.about).toMatchObject({
      params: { ...all, top_k: 20 },
      models: { llm_model_id: 4, embedding_model_id: 5, rerank_model_id: 6 },
    });
    must(await bot.update({ system_message: null }), 200);
    expect((await bot.about()).body.about.params).toMatchObject({ ...all, top_k: 20, system_message: null });
    expect((await bot.update(undefined)).body).toEqual(success('Successfully updated the bot.'));
  });

  test('what is missing or out of range is named, and nothing is made', async () => {
    const answer = await bot.create({ ...MODELS, llm_model_id: undefined, rerank_model_id: 'x', top_k: 1_001 });
    expect(answer.status).toBe(422);
    expect(answer.body).toEqual(failure(422, 'ERROR', { detail: expect.any(Array) }));
    expect(answer.body.detail).toEqual([
      { loc: ['body', 'llm_model_id'], msg: expect.any(String), type: 'missing' },
      { loc: ['body', 'rerank_model_id'], msg: expect.any(String), type: 'value_error' },
      { loc: ['body', 'top_k'], msg: expect.stringMatching(/1 to 1,?000/), type: 'value_error' },
    ]);
    expect((await bot.about()).body).toEqual(BOT_NOT_FOUND);
    for (const wrong of [{ top_p: 1.1 }, { min_n: -1 }, { temperature: 3 }, { max_input_tokens: 0 }]) {
      expect((await bot.create({ ...MODELS, ...wrong })).status).toBe(422);
    }
    expect((await bot.send('POST', 'manage/create', '{"llm_model_id":')).body).toEqual(
      failure(422, 'ERROR', { detail: expect.any(Array) }),
    );
  });

  test('a model must be there and of its kind, when a bot is made and when it is changed', async () => {
    const wrong = [
      ['llm_model_id', 2],
      ['embedding_model_id', 1],
      ['rerank_model_id', 999_999],
    ] as const;
    for (const [field, id] of wrong) {
      const refused = await bot.create({ ...MODELS, [field]: id });
      expect(refused.body).toMatchObject({ status: 422, code: 'ERROR', detail: [{ loc: ['body', field] }] });
    }
    must(await bot.create(), 200);
    for (const [field, id] of wrong) expect((await bot.update({ [field]: id })).status).toBe(422);
    expect((await bot.about()).body.about.models).toEqual(MODELS);
  });

  test('a name is given once in a team, also when many ask at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => bot.create()));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
    expect((await bot.create()).body).toEqual(failure(409, 'DUPLICATE', { message: 'That bot already exists!' }));
    const other = await registerTeam(wire);
    must(await bot.as(other.asKey).create(), 200);
  });

  test.each(['with spaces', 'Ünïcödé 日本語', 'a/b/c', 'dots.and?marks#%', '🤖', 'x'.repeat(128), '日'.repeat(128)])(
    'a name may be anything: %s',
    async (name) => {
      const named = new BotClient(team.asKey, name);
      const key = await keyOf(named);
      expect((await named.as(wire.withKey(key)).about()).body.about.info.name).toBe(name);
      expect(await named.names('documents')).toEqual([]);
      must(await named.delete(), 200);
    },
  );

  test.each(['chats', 'x'.repeat(129), ' '])('but not this: %s', async (name) => {
    const answer = await new BotClient(team.asKey, name).create();
    expect(answer.body).toMatchObject({ status: 422, code: 'ERROR', detail: [{ loc: ['path', 'bot_name'] }] });
  });

  test('a deleted bot is gone with all that it had, its key is refused, and its name is free', async () => {
    const key = await keyOf();
    const own = bot.as(wire.withKey(key));
    must(await own.upload('documents', { file_name: 'd', file_contents: { nodes: [{ text: 'x' }] } }), 200);
    must(await own.upload('questions', { file_name: 'q', file_contents: { questions: ['x?'], answer: 'y' } }), 200);
    expect((await bot.delete()).body).toEqual(success('Successfully deleted the bot.'));
    for (const gone of [await bot.delete(), await bot.about(), await bot.update({}), await bot.list('documents')]) {
      expect(gone.body).toEqual(BOT_NOT_FOUND);
    }
    expect((await own.about()).body).toEqual(UNAUTHORIZED);
    expect(await keyOf()).not.toBe(key);
    expect(await bot.names('documents')).toEqual([]);
    expect(await bot.names('questions')).toEqual([]);
    expect((await own.about()).body).toEqual(UNAUTHORIZED);
  });

  describe('who may do what', () => {
    test('a stranger is told 401 before anything else', async () => {
      const strangers = [wire, wire.withKey('sk_live_nothing'), wire.withKey(`bk_${'A'.repeat(43)}`)];
      for (const stranger of strangers) {
        const answers = [await bot.as(stranger).create({}), await bot.as(stranger).about()];
        for (const answer of answers) expect([answer.status, answer.body]).toEqual([401, UNAUTHORIZED]);
      }
    });

    test('a key may stand in either header and under either name in the query', async () => {
      const key = await keyOf();
      const path = `/bots/${bot.name}/manage/about`;
      must(await wire.withToken(key).get(path), 200);
      must(await wire.get(`${path}?api_key=${key}`), 200);
      must(await wire.get(`${path}?x-api-key=${key}`), 200);
    });

    test('a master is a user or a key with the scope admin; other keys are refused', async () => {
      must(await bot.as(team.asUser).create(), 200);
      must(await bot.as(await withScopes(['admin'])).about(), 200);
      const lesser = bot.as(await withScopes(['bots:write', 'documents:write', 'chat:write']));
      const refused = [
        await lesser.about(),
        await lesser.list('documents'),
        await lesser.update({}),
        await lesser.delete(),
      ];
      for (const answer of refused) expect(answer.body).toEqual(UNAUTHORIZED);
    });

    test("a bot's key opens its bot, and neither makes nor deletes one", async () => {
      const own = bot.as(wire.withKey(await keyOf()));
      must(await own.about(), 200);
      must(await own.update({ temperature: 1 }), 200);
      must(await own.list('questions'), 200);
      expect((await own.delete()).body).toEqual(UNAUTHORIZED);
      expect((await own.create()).body).toEqual(UNAUTHORIZED);
      expect((await new BotClient(own.wire, newName()).create()).body).toEqual(UNAUTHORIZED);
    });

    test("a bot's key learns nothing of other bots, not even whether they are there or its input was good", async () => {
      const other = new BotClient(team.asKey, newName());
      const intruder = other.as(wire.withKey(await keyOf()));
      const all = async () => [
        await intruder.about(),
        await intruder.update({ top_k: 'x' }),
        await intruder.upload('documents', {}),
        await intruder.change('questions', {}),
        await intruder.remove('documents', 'x'),
        await intruder.list('questions', '?page=x'),
      ];
      for (const answer of await all()) expect(answer.body).toEqual(UNAUTHORIZED);
      must(await other.create(), 200);
      for (const answer of await all()) expect(answer.body).toEqual(UNAUTHORIZED);
    });

    test("a bot's key opens no other dialect", async () => {
      const own = wire.withKey(await keyOf());
      for (const path of ['/api/v1/chatbots', '/api/v1/auth/me', '/api/v1/models', '/api/v1/metrics']) {
        expect((await own.get(path)).status).toBe(403);
      }
      const id = must(await team.asKey.get(`/api/v1/chatbots?search=${bot.name}`), 200).body.data[0].id;
      for (const path of [`/api/v1/chatbots/${id}`, `/api/v1/chatbots/${id}/documents`]) {
        expect((await own.get(path)).status).toBe(403);
      }
      expect((await own.post(`/api/v1/chatbots/${id}/conversation`, { message: 'Hello' })).status).toBe(403);
      expect((await own.post('/api/v1/auth/api-key', {})).status).toBe(403);
    });

    test('another team sees nothing', async () => {
      must(await bot.create(), 200);
      const other = bot.as((await registerTeam(wire)).asKey);
      const answers = [
        await other.about(),
        await other.update({}),
        await other.delete(),
        await other.list('documents'),
        await other.list('questions'),
      ];
      for (const answer of answers) expect(answer.body).toEqual(BOT_NOT_FOUND);
    });
  });

  describe('in the main API', () => {
    test('a bot that was made here is there, by its name, and the other way round', async () => {
      must(await bot.create({ ...MODELS, temperature: 0.3, no_context_message: 'Ask Jane.' }), 200);
      const [there] = must(await team.asKey.get(`/api/v1/chatbots?search=${bot.name}`), 200).body.data;
      expect(there).toMatchObject({
        name: bot.name,
        slug: bot.name,
        configuration: { modelId: 1, rerankModelId: 3, temperature: 0.3, fallbackMessage: 'Ask Jane.' },
      });
      must(await team.asKey.put(`/api/v1/chatbots/${there.id}`, { configuration: { topK: 5 } }), 200);
      expect((await bot.about()).body.about.params.top_k).toBe(5);
      must(await team.asKey.delete(`/api/v1/chatbots/${there.id}`), 200);
      expect((await bot.about()).body).toEqual(BOT_NOT_FOUND);

      const configuration = { temperature: 0.1, systemPrompt: 'Be kind.' };
      const made = must(await team.asKey.post('/api/v1/chatbots', { name: newName(), configuration }), 201).body.data;
      const { about } = must(await new BotClient(team.asKey, made.slug).about(), 200).body;
      expect(about.params).toMatchObject({ ...DEFAULTS, temperature: 0.1, system_message: 'Be kind.' });
      expect(about.models).toEqual(MODELS);
    });

    test('its base is there, named as its document index', async () => {
      must(await bot.create({ ...MODELS, embedding_model_id: 5 }), 200);
      const [{ id }] = must(await team.asKey.get(`/api/v1/chatbots?search=${bot.name}`), 200).body.data;
      const bases = must(await team.asKey.get(`/api/v1/chatbots/${id}/knowledge-bases`), 200).body.data;
      expect(bases).toMatchObject([{ name: `${bot.name}-document-index` }]);
    });

    test('a key dies with its bot, whoever deletes it', async () => {
      const own = bot.as(wire.withKey(await keyOf()));
      must(await own.about(), 200);
      const [{ id }] = must(await team.asKey.get(`/api/v1/chatbots?search=${bot.name}`), 200).body.data;
      must(await team.asKey.delete(`/api/v1/chatbots/${id}`), 200);
      expect((await own.about()).body).toEqual(UNAUTHORIZED);
    });
  });
});
