import {
  must,
  type RegisteredTeam,
  registerTeam,
  type SharedInstallation,
  sharedInstallation,
  WireClient,
} from '#testing/parley';

const FRIENDLY = {
  name: 'Friendly Assistant',
  description: 'A friendly and helpful assistant',
  traits: { friendliness: 'high', formality: 'low', humor: 'medium' },
  tone: 'warm and approachable',
  languageStyle: 'casual but professional',
};

describe('personalities', () => {
  let parley: SharedInstallation;
  let wire: WireClient;
  let team: RegisteredTeam;
  let chatbotId: string;
  let path: string;

  beforeAll(async () => {
    parley = await sharedInstallation();
    wire = new WireClient(parley.baseUrl);
  });
  beforeEach(async () => {
    team = await registerTeam(wire);
    chatbotId = must(await team.asKey.post('/api/v1/chatbots', { name: 'Helper' }), 201).body.data.id;
    path = `/api/v1/chatbots/${chatbotId}/personalities`;
  });

  const create = async (body: object) => must(await team.asKey.post(path, body), 201).body.data;
  const one = (id: string) => `/api/v1/personalities/${id}`;

  test('one is made, read, changed trait by trait, listed and deleted', async () => {
    const made = await create(FRIENDLY);
    expect(made).toEqual({
      ...FRIENDLY,
      id: expect.any(String),
      chatbotId,
      isDefault: false,
      createdAt: expect.stringMatching(/Z$/),
      updatedAt: made.createdAt,
    });
    expect(must(await team.asUser.get(one(made.id)), 200).body.data).toEqual(made);
    const change = { name: 'Updated Assistant', traits: { friendliness: 'medium', humor: 'high' }, chatbotId: 'x' };
    const changed = must(await team.asKey.put(one(made.id), change), 200).body.data;
    expect(changed).toMatchObject({
      name: 'Updated Assistant',
      chatbotId,
      traits: { friendliness: 'medium', formality: 'low', humor: 'high' },
      tone: FRIENDLY.tone,
    });
    const listed = must(await team.asKey.get(path), 200).body;
    expect(listed).toMatchObject({ status: 'success', data: [changed], pagination: { total: 1, page: 1, limit: 10 } });
    expect(must(await team.asKey.delete(one(made.id)), 200).body).toMatchObject({ message: expect.any(String) });
    expect((await team.asKey.get(one(made.id))).status).toBe(404);
  });

  test('the default one is made with or without a name, is one at most, and cannot be deleted', async () => {
    const first = must(await team.asKey.post(`${path}/default`), 201).body.data;
    expect(first).toMatchObject({ name: 'Default', isDefault: true });
    const second = must(await team.asKey.post(`${path}/default`, { name: 'Custom Default' }), 201).body.data;
    expect(second).toMatchObject({ name: 'Custom Default', isDefault: true });
    expect((await team.asKey.get(one(first.id))).body.data.isDefault).toBe(false);
    expect((await team.asKey.post(`${path}/default`)).status).toBe(409);
    must(await team.asKey.post(`${one(first.id)}/default`), 200);
    expect((await team.asKey.get(one(second.id))).body.data.isDefault).toBe(false);
    const refused = await team.asKey.delete(one(first.id));
    expect(refused).toMatchObject({ status: 409, body: { status: 'error', code: 'CONFLICT' } });
    must(await team.asKey.delete(one(second.id)), 200);
  });

  test('its prompt modifier names traits, tone and language style, the same every time', async () => {
    const { id } = await create(FRIENDLY);
    const read = async () => must(await team.asKey.get(`${one(id)}/prompt-modifier`), 200).body.data;
    const modifier = await read();
    expect(modifier).toEqual({
      personalityId: id,
      personalityName: FRIENDLY.name,
      promptModifier: expect.stringMatching(/friendliness.*humor.*warm and approachable.*casual but professional/s),
    });
    expect(await read()).toEqual(modifier);
  });

  test('what is wrong is named, and what is taken is a conflict', async () => {
    const { id } = await create(FRIENDLY);
    const refused = async (body: object, words: RegExp) => {
      const answer = await team.asKey.post(path, body);
      expect(answer).toMatchObject({ status: 400, body: { code: 'VALIDATION_ERROR' } });
      expect(answer.body.message).toMatch(words);
    };
    await refused({}, /name/);
    await refused({ name: ' ' }, /name/);
    await refused({ name: 'A', traits: { humor: 'huge' } }, /traits\.humor must be low, medium, high or a number/);
    await refused({ name: 'A', traits: [] }, /traits/);
    expect((await team.asKey.post(path, { name: FRIENDLY.name })).status).toBe(409);
    const other = await create({ name: 'Other' });
    expect((await team.asKey.put(one(other.id), { name: FRIENDLY.name })).status).toBe(409);
    expect((await team.asKey.get(one(id))).body.data.name).toBe(FRIENDLY.name);
  });

  test('another team finds none, and nothing without a credential', async () => {
    const { id } = await create(FRIENDLY);
    const stranger = await registerTeam(wire);
    for (const answer of [
      await stranger.asKey.get(path),
      await stranger.asKey.post(path, { name: 'Theirs' }),
      await stranger.asKey.post(`${path}/default`, {}),
      await stranger.asKey.get(one(id)),
      await stranger.asKey.put(one(id), { name: 'Theirs' }),
      await stranger.asKey.delete(one(id)),
      await stranger.asKey.post(`${one(id)}/default`),
      await stranger.asKey.get(`${one(id)}/prompt-modifier`),
      await team.asKey.get(one('nothing')),
    ]) {
      expect(answer).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    }
    expect((await wire.get(path)).status).toBe(401);
  });

  test('they go with their chatbot', async () => {
    const { id } = await create({ ...FRIENDLY, isDefault: true });
    must(await team.asKey.delete(`/api/v1/chatbots/${chatbotId}`), 200);
    expect((await team.asKey.get(one(id))).status).toBe(404);
  });
});
