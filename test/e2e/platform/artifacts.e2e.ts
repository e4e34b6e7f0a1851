import {
  must,
  type RegisteredTeam,
  registerTeam,
  type SharedInstallation,
  sharedInstallation,
  WireClient,
} from '#testing/parley';

const PATH = '/api/v1/artifacts';
const DRAFT = { title: 'My Document', content: '# Title\n\nText.', type: 'markdown' };

describe('artifacts', () => {
  let parley: SharedInstallation;
  let wire: WireClient;
  let team: RegisteredTeam;

  beforeAll(async () => {
    parley = await sharedInstallation();
    wire = new WireClient(parley.baseUrl);
  });
  beforeEach(async () => {
    team = await registerTeam(wire);
  });

  const create = async (changes: object = {}) => {
    return must(await team.asKey.post(PATH, { ...DRAFT, ...changes }), 201).body.data;
  };
  const get = async (path: string) => must(await team.asKey.get(path), 200).body;
  const titles = async (query: string) => {
    const { data } = await get(`${PATH}?${query}`);
    return data.map(({ title }: { title: string }) => title);
  };

  test('one is created, read, changed and deleted', async () => {
    const artifact = await create();
    expect(artifact).toEqual({
      ...DRAFT,
      id: expect.any(String),
      version: 1,
      contentLength: 14,
      createdAt: expect.stringMatching(/Z$/),
      updatedAt: artifact.createdAt,
    });
    const one = `${PATH}/${artifact.id}`;
    expect((await get(one)).data).toEqual(artifact);
    const changed = must(await team.asKey.put(one, { content: '# New', title: 'Updated' }), 200).body.data;
    expect(changed).toMatchObject({ title: 'Updated', content: '# New', type: 'markdown', version: 2 });
    expect(changed.updatedAt > artifact.updatedAt).toBe(true);
    const patched = must(await team.asUser.send('PATCH', one, { type: 'text', content: '' }), 200).body.data;
    expect(patched).toMatchObject({ title: 'Updated', content: '', contentLength: 0, type: 'text', version: 3 });
    expect((await get(one)).data).toEqual(patched);
    must(await team.asKey.delete(one), 200);
    expect((await team.asKey.get(one)).status).toBe(404);
    expect((await team.asKey.get(`${one}/versions/1`)).status).toBe(404);
  });

  test('every version is kept, read and restored', async () => {
    const { id } = await create();
    const one = `${PATH}/${id}`;
    must(await team.asKey.put(one, { content: 'Second', title: 'B' }), 200);
    must(await team.asKey.put(one, { content: 'Third' }), 200);
    const { data, pagination } = await get(`${one}/versions?limit=2`);
    expect(pagination).toEqual({ total: 3, pages: 2, page: 1, limit: 2 });
    expect(data).toEqual([
      {
        version: 3,
        title: 'B',
        type: 'markdown',
        contentLength: 5,
        restoredFrom: null,
        createdAt: expect.stringMatching(/Z$/),
      },
      expect.objectContaining({ version: 2, contentLength: 6 }),
    ]);
    expect((await get(`${one}/versions?limit=2&page=2`)).data).toMatchObject([{ version: 1 }]);
    expect((await get(`${one}/versions?limit=100&page=1000000000`)).data).toEqual([]);
    expect((await get(`${one}/versions/1`)).data).toMatchObject({ ...DRAFT, version: 1, restoredFrom: null });
    const restored = must(await team.asKey.post(`${one}/versions/1/restore`), 200).body.data;
    expect(restored).toMatchObject({ ...DRAFT, id, version: 4 });
    expect((await get(one)).data).toEqual(restored);
    expect((await get(`${one}/versions/4`)).data).toMatchObject({ content: DRAFT.content, restoredFrom: 1 });
    for (const version of ['9', '0', '-1', '1.5', 'last', '99999999999']) {
      expect([version, (await team.asKey.get(`${one}/versions/${version}`)).status]).toEqual([version, 404]);
      expect([version, (await team.asKey.post(`${one}/versions/${version}/restore`)).status]).toEqual([version, 404]);
    }
  });

  test('the list shows the newest first, without contents, by type, by search and in pages', async () => {
    const plans = await create({ title: 'Travel Plans', content: 'To Rome, 100% by train' });
    await create({ title: 'Notes', content: 'a TRAVEL guide in C:\\Temp', type: 'text' });
    await create({ title: 'snake_case', content: 'print()', type: 'code' });
    const { content: _, ...listed } = plans;
    const { data, pagination } = await get(PATH);
    expect(data.map(({ title }: { title: string }) => title)).toEqual(['snake_case', 'Notes', 'Travel Plans']);
    expect(data[2]).toEqual(listed);
    expect(pagination).toEqual({ total: 3, pages: 1, page: 1, limit: 10 });
    expect(await titles('type=code')).toEqual(['snake_case']);
    expect(await titles('search=travel')).toEqual(['Notes', 'Travel Plans']);
    expect(await titles('search=travel&type=text')).toEqual(['Notes']);
    for (const [search, title] of [
      ['%', 'Travel Plans'],
      ['_', 'snake_case'],
      ['\\', 'Notes'],
    ] as const) {
      expect(await titles(`${new URLSearchParams({ search })}`)).toEqual([title]);
    }
    expect(await get(`${PATH}?limit=2&page=2`)).toMatchObject({
      data: [{ title: 'Travel Plans' }],
      pagination: { total: 3, pages: 2, page: 2, limit: 2 },
    });
  });

  test('bad input is refused by field and changes nothing', async () => {
    const artifact = await create();
    const one = `${PATH}/${artifact.id}`;
    const fieldsOf = async (method: 'POST' | 'PUT', path: string, body: object) => {
      const { status, body: refusal } = await team.asKey.send(method, path, body);
      expect([status, refusal.code]).toEqual([400, 'VALIDATION_ERROR']);
      return refusal.details.fields.map(({ field }: { field: string }) => field);
    };
    expect(await fieldsOf('POST', PATH, {})).toEqual(['title', 'content']);
    expect(await fieldsOf('POST', PATH, { ...DRAFT, title: ' ', type: 'pdf' })).toEqual(['title', 'type']);
    expect(await fieldsOf('POST', PATH, { ...DRAFT, title: 'a'.repeat(256) })).toEqual(['title']);
    expect(await fieldsOf('POST', PATH, { ...DRAFT, content: 'a'.repeat(1_000_001) })).toEqual(['content']);
    expect(await fieldsOf('PUT', one, {})).toEqual(['content']);
    expect(await fieldsOf('PUT', one, { title: null })).toEqual(['title']);
    expect(await fieldsOf('PUT', one, { content: 'x', expectedVersion: 0 })).toEqual(['expectedVersion']);
    expect((await team.asKey.get(`${PATH}?type=pdf`)).status).toBe(400);
    expect((await team.asKey.get(`${PATH}?limit=many`)).status).toBe(400);
    expect((await get(one)).data).toEqual(artifact);
    expect((await get(PATH)).pagination.total).toBe(1);
  });

  test('a content of a million characters is taken', async () => {
    const content = 'ä'.repeat(1_000_000);
    const { id, contentLength } = await create({ content });
    expect(contentLength).toBe(1_000_000);
    expect((await get(`${PATH}/${id}`)).data.content === content).toBe(true);
  });

  test('simultaneous updates are each a version, and of those who expect the same version one succeeds', async () => {
    const { id } = await create();
    const one = `${PATH}/${id}`;
    const contents = Array.from({ length: 20 }, (_, at) => `Text ${at}`);
    const answers = await Promise.all(contents.map((content) => team.asKey.put(one, { content })));
    const made = answers.map((answer) => must(answer, 200).body.data);
    expect(new Set(made.map(({ version }) => version)).size).toBe(20);
    for (const { version, content } of made) {
      expect((await get(`${one}/versions/${version}`)).data.content).toBe(content);
    }
    expect((await get(one)).data.version).toBe(21);
    const raced = await Promise.all(contents.map((content) => team.asKey.put(one, { content, expectedVersion: 21 })));
    expect(raced.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 19 }, () => 409)]);
    expect(raced.find(({ status }) => status === 409)?.body).toMatchObject({
      status: 'error',
      code: 'CONFLICT',
      message: expect.stringContaining('version 22'),
    });
  });

  test('those of another team are not there', async () => {
    const artifact = await create();
    const one = `${PATH}/${artifact.id}`;
    const stranger = await registerTeam(wire);
    for (const [method, path, body] of [
      ['GET', one, undefined],
      ['PUT', one, { content: 'x' }],
      ['PATCH', one, { content: 'x' }],
      ['DELETE', one, undefined],
      ['GET', `${one}/versions`, undefined],
      ['GET', `${one}/versions/1`, undefined],
      ['POST', `${one}/versions/1/restore`, undefined],
      ['GET', `${PATH}/no-id`, undefined],
    ] as const) {
      const answer = await stranger.asKey.send(method, path, body);
      expect([method, path, answer.status]).toEqual([method, path, 404]);
    }
    expect(must(await stranger.asKey.get(PATH), 200).body.pagination.total).toBe(0);
    expect((await get(one)).data).toEqual(artifact);
  });

  test('a key without the scope reads, but changes nothing, and without any reads nothing', async () => {
    const { id } = await create();
    const one = `${PATH}/${id}`;
    const keyWith = async (...scopes: string[]) => {
      const body = { name: 'limited', scopes };
      return wire.withKey(must(await team.asUser.post('/api/v1/auth/api-key', body), 201).body.data.apiKey);
    };
    const reader = await keyWith('documents:read');
    must(await reader.get(PATH), 200);
    must(await reader.get(`${one}/versions/1`), 200);
    expect((await reader.post(PATH, DRAFT)).status).toBe(403);
    expect((await reader.put(one, { content: 'x' })).status).toBe(403);
    expect((await reader.post(`${one}/versions/1/restore`)).status).toBe(403);
    expect((await reader.delete(one)).status).toBe(403);
    const other = await keyWith('webhooks:write');
    expect((await other.get(one)).status).toBe(403);
    expect((await wire.get(one)).status).toBe(401);
  });
});
