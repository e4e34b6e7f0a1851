import type { Config } from '#infra/config';
import { AddressGuard } from '#infra/http-client';
import type { Notices } from '#infra/notices';
import { Sealer } from '#infra/secrets';
import { type Actor, newId, type UserActor } from '#kernel';
import { linkedNotices, ManualClock, MIGRATIONS } from '#testing';
import { auditLogOn } from '#testing/audit';
import { openTestDatabase, type TestDatabase } from '#testing/database';
import { insertPresets } from '#testing/models';
import { credentialContext } from './credentials';
import { ModelEntity } from './model.entity';
import { modelInUse } from './models.errors';
import { ModelsQueries } from './models.queries';
import { Models } from './models.service';
import type { CreateModel } from './models.types';

const actorOf = (teamId: string): Actor => ({ kind: 'system', teamId, plan: 'free' });
const PAGE = { page: 1, limit: 10 };
const PUBLIC_URL = 'https://models.example/v1';
const PRIVATE_URL = 'http://127.0.0.1:8000/v1';
const NOT_FOUND = { code: 'models.not_found' };

const llm = (changes: Partial<CreateModel> = {}): CreateModel => ({
  kind: 'llm',
  provider: 'openai-compatible',
  name: 'Writer',
  model: 'gpt-test',
  baseUrl: PUBLIC_URL,
  ...changes,
});

describe('models', () => {
  const ours = actorOf(newId());
  const theirs = actorOf(newId());
  const admin: UserActor = {
    ...ours,
    kind: 'user',
    userId: newId(),
    role: 'admin',
    teamRole: 'owner',
    loginId: newId(),
  };
  const sealer = new Sealer(Buffer.alloc(32, 'key'));
  const clock = new ManualClock();
  let db: TestDatabase;
  let notices: () => Notices;
  let models: Models;

  const open = (settings: Partial<Config> = {}) => {
    const resolve = async () => [{ address: '93.184.216.34', family: 4 }];
    const guard = new AddressGuard({ allowsPrivateAddresses: false, resolve });
    const queries = new ModelsQueries(db.database);
    return new Models(
      queries,
      db.database,
      notices(),
      sealer,
      guard,
      clock,
      settings as Config,
      auditLogOn(db.database, clock),
    );
  };
  const rowOf = (id: number) => db.database.repository(ModelEntity).findOneByOrFail({ id });
  const keyOf = async (id: number) => {
    const { credentials } = await rowOf(id);
    return credentials && sealer.open(credentials, credentialContext(ours.teamId));
  };

  beforeAll(async () => {
    db = await openTestDatabase({ migrations: MIGRATIONS, entities: [ModelEntity] });
  });
  afterAll(() => db.close());

  beforeEach(async () => {
    await db.reset();
    await insertPresets(db.database);
    await db.database.query(`insert into team (id, name) values ($1, 'Ours'), ($2, 'Theirs')`, [
      ours.teamId,
      theirs.teamId,
    ]);
    notices = linkedNotices(db.database);
    models = open();
  });

  test('a model is read as it was registered, from id 7 up, and its key is sealed for the team', async () => {
    const made = await models.create(ours, llm({ name: ' Writer ', apiKey: 'sk-secret', inputPrice: 2.5 }));
    expect(made).toEqual({
      id: expect.any(Number),
      teamId: ours.teamId,
      kind: 'llm',
      provider: 'openai-compatible',
      name: 'Writer',
      model: 'gpt-test',
      baseUrl: PUBLIC_URL,
      hasCredentials: true,
      contextTokens: null,
      inputPrice: 2.5,
      outputPrice: null,
      capabilities: { streaming: true, tools: true, json: false, images: false },
      settings: {},
      createdAt: clock.now(),
      updatedAt: clock.now(),
    });
    expect(made.id).toBeGreaterThanOrEqual(7);
    expect(await models.get(ours, made.id)).toEqual(made);
    const { credentials } = await rowOf(made.id);
    expect(credentials?.toString('latin1')).not.toContain('sk-secret');
    expect(await keyOf(made.id)).toBe('sk-secret');
    expect(() => sealer.open(credentials!, credentialContext(theirs.teamId))).toThrow();
  });

  test('another team sees and touches nothing of it', async () => {
    const { id } = await models.create(ours, llm());
    await expect(models.get(theirs, id)).rejects.toMatchObject(NOT_FOUND);
    await expect(models.update(theirs, id, { name: 'Mine' })).rejects.toMatchObject(NOT_FOUND);
    await expect(models.delete(theirs, id)).rejects.toMatchObject(NOT_FOUND);
    expect((await models.list(theirs, PAGE)).items.map((model) => model.id)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test.each([0, -1, 999, 2 ** 31, 2 ** 40, 1.5, Number.NaN])('%p is the id of no model', async (id) => {
    await expect(models.get(ours, id)).rejects.toMatchObject(NOT_FOUND);
  });

  test('lists show presets first, by kind if wanted, page by page', async () => {
    const { id } = await models.create(ours, llm());
    await models.create(ours, llm({ kind: 'rerank', provider: 'jina', name: 'Order' }));
    expect(await models.list(ours, { ...PAGE, kind: 'llm' })).toMatchObject({
      items: [{ id: 1, teamId: null }, { id: 4, name: 'extractive' }, { id }],
      total: 3,
    });
    expect(await models.list(ours, { page: 2, limit: 6 })).toMatchObject({ items: [{}, {}], total: 8 });
  });

  test("the default presets show the operator's models, but not where they run", async () => {
    const operators = { baseUrl: 'http://gpu.intern/v1', apiKey: 'sk-operator', timeoutMs: 1_000 };
    const configured = open({
      defaultLlm: { ...operators, model: 'gpt-operator' },
      defaultEmbedding: { ...operators, model: 'embed-operator' },
    });
    expect(await configured.get(ours, 1)).toMatchObject({ provider: 'openai-compatible', model: 'gpt-operator' });
    expect(await configured.get(ours, 2)).toMatchObject({ model: 'embed-operator', name: 'default-embedding' });
    expect(JSON.stringify(await configured.list(ours, PAGE))).not.toMatch(/intern|sk-operator/);
    expect(await models.get(ours, 1)).toMatchObject({ provider: 'builtin', model: 'extractive', name: 'default' });
  });

  test('presets stay as they are, and their names are theirs', async () => {
    await expect(models.update(ours, 1, { name: 'Mine' })).rejects.toMatchObject({ code: 'models.preset' });
    await expect(models.delete(admin, 5)).rejects.toMatchObject({ code: 'models.preset' });
    await expect(models.create(ours, llm({ name: 'Extractive' }))).rejects.toMatchObject({ code: 'models.name_taken' });
  });

  test('a name is taken once in a team, whatever its case', async () => {
    const { id } = await models.create(ours, llm({ name: 'Straße' }));
    await expect(models.create(ours, llm({ name: 'STRASSE' }))).rejects.toMatchObject({ code: 'models.name_taken' });
    await models.create(theirs, llm({ name: 'Straße' }));
    const other = await models.create(ours, llm({ name: 'Other' }));
    const rename = models.update(ours, other.id, { name: 'strasse' });
    await expect(rename).rejects.toMatchObject({ code: 'models.name_taken', kind: 'conflict' });
    expect((await models.update(ours, id, { name: 'STRASSE' })).model.name).toBe('STRASSE');
  });

  test('a team has a bounded number of models', async () => {
    await db.database.query(
      `insert into model (team_id, kind, provider, name, name_folded, model)
       select $1, 'llm', 'ollama', n::text, n::text, 'm' from generate_series(1, 99) n`,
      [ours.teamId],
    );
    const attempts = ['a', 'b', 'c'].map((name) => models.create(ours, llm({ name })));
    const outcomes = await Promise.allSettled(attempts);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(models.create(ours, llm())).rejects.toMatchObject({ code: 'models.too_many' });
  });

  test.each([
    ['a provider that does not serve the kind', llm({ provider: 'cohere' }), 'provider'],
    ['what is built in', llm({ provider: 'builtin' }), 'provider'],
    ['an embedding model of a provider without any', llm({ kind: 'embedding', provider: 'anthropic' }), 'provider'],
    ['no address where there is no default', llm({ provider: 'azure-openai', baseUrl: null }), 'baseUrl'],
    ['no address of a server of its own', llm({ provider: 'ollama', baseUrl: null }), 'baseUrl'],
    ['an address that is none', llm({ baseUrl: 'models.example' }), 'baseUrl'],
    ['another scheme', llm({ baseUrl: 'file:///etc/passwd' }), 'baseUrl'],
    ['credentials in the address', llm({ baseUrl: 'https://me:secret@models.example/v1' }), 'baseUrl'],
    ['a query in the address', llm({ baseUrl: 'https://models.example/v1?key=secret' }), 'baseUrl'],
    ['a private address', llm({ baseUrl: PRIVATE_URL }), 'baseUrl'],
    ['dimensions of a language model', llm({ settings: { dimensions: 3 } }), 'settings.dimensions'],
    ['an API version elsewhere than at Azure', llm({ settings: { apiVersion: 'v1' } }), 'settings.apiVersion'],
  ])('%s is refused, naming the field', async (_, input, field) => {
    const refusal = models.create(ours, input);
    await expect(refusal).rejects.toMatchObject({ code: 'input.invalid', fields: [{ field }] });
    await expect(refusal).rejects.toMatchObject({ message: expect.not.stringContaining('secret') });
    expect((await models.list(ours, PAGE)).total).toBe(6);
  });

  describe('private addresses', () => {
    test('may be given by a person whose role is admin, and are trusted from then on', async () => {
      const { id } = await models.create(admin, llm({ baseUrl: PRIVATE_URL }));
      expect(await rowOf(id)).toMatchObject({ baseUrl: PRIVATE_URL, isTrusted: true });
      await models.update(ours, id, { name: 'Renamed', baseUrl: `${PRIVATE_URL}/` });
      expect(await rowOf(id)).toMatchObject({ isTrusted: true });
    });

    test('are not moved to by anybody else, and trust does not move with the address', async () => {
      const { id } = await models.create(admin, llm({ baseUrl: PRIVATE_URL }));
      const move = models.update(ours, id, { baseUrl: 'http://127.0.0.1:9000' });
      await expect(move).rejects.toMatchObject({ fields: [{ field: 'baseUrl' }] });
      await models.update(ours, id, { baseUrl: PUBLIC_URL });
      expect(await rowOf(id)).toMatchObject({ isTrusted: false });
    });

    test('are no matter of a key, whoever made it', async () => {
      const key: Actor = { ...ours, kind: 'key', keyId: newId(), userId: admin.userId, scopes: ['admin'] };
      await expect(models.create(key, llm({ baseUrl: PRIVATE_URL }))).rejects.toMatchObject({ code: 'input.invalid' });
    });
  });

  describe('an update', () => {
    test('changes what it names, and null clears', async () => {
      const { id } = await models.create(ours, llm({ contextTokens: 8_000, settings: { timeoutMs: 5_000 } }));
      clock.advance(1_000);
      const { model } = await models.update(ours, id, {
        contextTokens: null,
        outputPrice: 10,
        capabilities: { images: true },
        settings: { timeoutMs: null },
      });
      expect(model).toMatchObject({
        name: 'Writer',
        contextTokens: null,
        outputPrice: 10,
        capabilities: { streaming: true, tools: true, json: false, images: true },
        settings: {},
        updatedAt: clock.now(),
      });
      expect(await models.get(ours, id)).toEqual(model);
    });

    test('keeps the key unless one is given; null removes it', async () => {
      const { id } = await models.create(ours, llm({ apiKey: 'sk-first' }));
      await models.update(ours, id, { name: 'Renamed', baseUrl: PUBLIC_URL });
      expect(await keyOf(id)).toBe('sk-first');
      await models.update(ours, id, { apiKey: 'sk-second' });
      expect(await keyOf(id)).toBe('sk-second');
      expect((await models.update(ours, id, { apiKey: null })).model.hasCredentials).toBe(false);
    });

    test.each([{ baseUrl: 'https://elsewhere.example/v1' }, { baseUrl: null }, { provider: 'anthropic' }])(
      'that moves the model drops the key and says so: %j',
      async (patch) => {
        const { id } = await models.create(ours, llm({ apiKey: 'sk-first' }));
        expect(await models.update(ours, id, patch)).toMatchObject({
          model: { hasCredentials: false },
          credentialsDropped: true,
        });
        await models.update(ours, id, { provider: 'openai-compatible', baseUrl: PUBLIC_URL });
        expect(await keyOf(id)).toBeNull();
      },
    );

    test('that moves the model and brings a key has that', async () => {
      const { id } = await models.create(ours, llm({ apiKey: 'sk-first' }));
      const patch = { baseUrl: 'https://elsewhere.example/v1', apiKey: 'sk-second' };
      expect(await models.update(ours, id, patch)).toMatchObject({ credentialsDropped: false });
      expect(await keyOf(id)).toBe('sk-second');
    });

    test('does not make it another kind', async () => {
      const { id } = await models.create(ours, llm());
      await expect(models.update(ours, id, { kind: 'rerank' })).rejects.toMatchObject({ fields: [{ field: 'kind' }] });
      await models.update(ours, id, { kind: 'llm', name: 'Same' });
    });

    test('at the same time as others loses none of them', async () => {
      const { id } = await models.create(ours, llm());
      await Promise.all([
        models.update(ours, id, { contextTokens: 1_000 }),
        models.update(ours, id, { inputPrice: 1 }),
        models.update(ours, id, { outputPrice: 2 }),
      ]);
      expect(await models.get(ours, id)).toMatchObject({ contextTokens: 1_000, inputPrice: 1, outputPrice: 2 });
    });
  });

  test('a model that is used is not deleted; one that is not, is', async () => {
    const { id } = await models.create(ours, llm());
    let users = ['bot "Helper"'];
    models.beforeDelete(async (model) => {
      if (model.id === id && users.length > 0) throw modelInUse(users);
    });
    await expect(models.delete(ours, id)).rejects.toMatchObject({
      code: 'models.in_use',
      kind: 'conflict',
      message: 'The model is in use by bot "Helper".',
    });
    users = [];
    await models.delete(ours, id);
    await expect(models.get(ours, id)).rejects.toMatchObject(NOT_FOUND);
  });

  test('only what is there and of the right kind is usable, and refusals name the field', async () => {
    const { id } = await models.create(ours, llm());
    expect(await models.requireUsable(ours.teamId, id, 'llm', 'modelId')).toMatchObject({ id });
    expect(await models.requireUsable(ours.teamId, 2, 'embedding', 'embeddingModelId')).toMatchObject({ id: 2 });
    for (const [teamId, wanted, kind] of [
      [theirs.teamId, id, 'llm'],
      [ours.teamId, id, 'rerank'],
      [ours.teamId, 999, 'llm'],
      [ours.teamId, 5, 'llm'],
    ] as const) {
      const refusal = models.requireUsable(teamId, wanted, kind, 'modelId');
      await expect(refusal).rejects.toMatchObject({ code: 'input.invalid', fields: [{ field: 'modelId' }] });
    }
  });
});
