import type { ReadyEmbedding } from '#domain/models';
import { AppError } from '#kernel';
import { ScriptedEmbedding } from '#providers/embeddings';
import { IndexedBases } from '#testing/knowledge';

const CONCEPTS = {
  holiday: 'leave',
  vacation: 'leave',
  'days off': 'leave',
  'time away': 'leave',
  salary: 'pay',
  wages: 'pay',
};
const PARAPHRASE = 'days off';
const HOLIDAYS = 'Vacation requests go to the manager.';
const WAGES = 'Wages arrive monthly.';
const DOWN = new AppError('embeddings.unavailable', 'unavailable', 'The provider is down.');

let bases: IndexedBases;

beforeAll(async () => {
  bases = await IndexedBases.open();
});
beforeEach(() => bases.reset());
afterAll(() => bases.close());

/** A model that knows the concepts, under the id; its cosines are probabilities. */
async function model(id: number | null, space = `space-${id}`, dimensions = 64) {
  const embedding = new ScriptedEmbedding({ concepts: CONCEPTS, dimensions });
  const ready: ReadyEmbedding = {
    id: id ?? 2,
    space,
    model: embedding,
    probabilityOf: (cosine) => Math.max(0, cosine),
  };
  bases.models.embeddings.set(id, ready);
  if (id === null) bases.models.embeddings.set(2, ready);
  else {
    await bases.test.database.query(
      `insert into model (id, kind, provider, name, name_folded, model) values ($1, 'embedding', 'ollama', $2, $2, 'm')`,
      [id, `model ${id}`],
    );
  }
  return embedding;
}

async function use(baseId: string, modelId: number | null): Promise<void> {
  await bases.test.database.query('update knowledge_base set embedding_model_id = $2 where id = $1', [baseId, modelId]);
  await bases.vectorIndex.wantAim(baseId, true);
}

async function baseWith(modelId: number | null): Promise<string> {
  const baseId = await bases.newBase();
  await use(baseId, modelId);
  return baseId;
}

const build = (baseId: string) => bases.building.build(baseId, new AbortController().signal);
const ask = (baseIds: string | string[], query = PARAPHRASE) =>
  bases.search.find({ baseIds: [baseIds].flat(), query, limit: 5 });
const bodies = async (...asked: Parameters<typeof ask>) => (await ask(...asked)).passages.map(({ body }) => body);
const state = async (baseId: string) => (await bases.vectorIndex.states([baseId], new Date())).get(baseId);

async function vectors(): Promise<number> {
  const [row] = await bases.test.database.query<{ count: number }>('select count(*)::int as count from passage_vector');
  return row!.count;
}

describe('the vectors of a base', () => {
  it('find a paraphrase that shares no word with its passage, with a probability above .7', async () => {
    await model(7);
    const baseId = await baseWith(7);
    await bases.add(baseId, [HOLIDAYS, WAGES]);
    expect(await bodies(baseId)).toEqual([]);
    expect(await state(baseId)).toMatchObject({ state: 'waiting', embedded: 0 });
    await build(baseId);
    expect(await state(baseId)).toEqual({ state: 'ready', passages: 2, embedded: 2, modelId: 7, error: null });
    const { passages, shortfalls, channels, embeddingTokens } = await ask(baseId);
    expect(passages[0]).toMatchObject({ body: HOLIDAYS, vectorProbability: expect.any(Number) });
    expect(shortfalls).toEqual([]);
    expect(channels).toEqual(['words', 'vectors']);
    expect(embeddingTokens).toBeGreaterThan(0);
    expect((await ask(baseId)).embeddingTokens).toBe(0);
  });

  it('are of no concern to a base that wants none', async () => {
    const baseId = await bases.newBase();
    await bases.add(baseId, [HOLIDAYS]);
    expect(await state(baseId)).toEqual({ state: 'none', passages: 1, embedded: 0, modelId: null, error: null });
    expect(bases.jobs.put).toEqual([]);
    expect(await ask(baseId, 'vacation')).toMatchObject({ channels: ['words'], shortfalls: [], embeddingTokens: 0 });
  });

  it('are found by a process that searched the base before it had any', async () => {
    await model(7);
    const baseId = await bases.newBase();
    await bases.add(baseId, [HOLIDAYS]);
    expect(await bodies(baseId)).toEqual([]);
    await use(baseId, 7);
    await build(baseId);
    expect(await bodies(baseId)).toEqual([HOLIDAYS]);
  });

  it('answer for the new passages at once when they are embedded at once', async () => {
    const embedding = await model(7);
    const baseId = await baseWith(7);
    const { documentId } = await bases.add(baseId, [HOLIDAYS]);
    const wanted = { documentIds: [documentId], limit: 10 };
    expect(await bases.building.buildNow(baseId, wanted, new AbortController().signal)).toBeGreaterThan(0);
    expect(await bodies(baseId)).toEqual([HOLIDAYS]);
    const calls = embedding.calls;
    await build(baseId);
    expect(embedding.calls).toBe(calls);
  });

  it('are copied for texts that the team has embedded before, and asked for once for equal ones', async () => {
    const embedding = await model(7);
    const baseId = await baseWith(7);
    await bases.add(baseId, [HOLIDAYS, HOLIDAYS]);
    await build(baseId);
    expect(embedding.requests.flatMap(({ texts }) => texts)).toEqual([HOLIDAYS]);
    await bases.add(baseId, [HOLIDAYS, WAGES]);
    await build(baseId);
    expect(embedding.requests.flatMap(({ texts }) => texts)).toEqual([HOLIDAYS, WAGES]);
    expect(await vectors()).toBe(4);
    const other = await baseWith(7);
    await bases.add(other, [WAGES]);
    await build(other);
    expect(embedding.requests.flatMap(({ texts }) => texts)).toEqual([HOLIDAYS, WAGES, WAGES]);
  });

  it('take part with those of other models in one search, and with bases without any', async () => {
    await model(7);
    await model(8, 'other', 32);
    const [one, other, none] = [await baseWith(7), await baseWith(8), await bases.newBase()];
    await bases.add(one, ['Vacation one.']);
    await bases.add(other, ['Vacation other.']);
    await bases.add(none, ['Some days off here.']);
    await build(one);
    await build(other);
    const found = await bodies([one, other, none]);
    expect(new Set(found)).toEqual(new Set(['Vacation one.', 'Vacation other.', 'Some days off here.']));
  });

  it('are narrowed by tags and metadata as words are', async () => {
    await model(7);
    const baseId = await baseWith(7);
    await bases.add(baseId, ['Vacation plain.']);
    await bases.add(baseId, ['Vacation tagged.'], ['new']);
    const source = { ...(await bases.newDocument(baseId)), metadata: { year: 2024 } };
    await bases.index.replace(source, [{ position: 0, title: '', section: null, body: 'Vacation dated.' }]);
    await build(baseId);
    const narrowed = async (by: object) =>
      (await bases.search.search({ baseIds: [baseId], query: PARAPHRASE, limit: 5, ...by })).map(({ body }) => body);
    expect(await narrowed({ tags: ['new'] })).toEqual(['Vacation tagged.']);
    expect(await narrowed({ filter: { must: [{ key: 'year', match: { value: 2024 } }] } })).toEqual([
      'Vacation dated.',
    ]);
    expect(await narrowed({ filter: { must: [{ key: 'year', match: { value: 1 } }] } })).toEqual([]);
  });

  it('are left out where the method is keyword', async () => {
    await model(7);
    const baseId = await baseWith(7);
    await bases.add(baseId, [HOLIDAYS]);
    await build(baseId);
    const request = { baseIds: [baseId], query: PARAPHRASE, limit: 5 };
    expect(await bases.search.find({ ...request, method: 'keyword' })).toMatchObject({
      passages: [],
      channels: ['words'],
    });
    await bases.test.database.query(`update knowledge_base set retrieval_method = 'keyword'`);
    expect((await bases.search.find(request)).passages).toEqual([]);
    expect((await bases.search.find({ ...request, method: 'hybrid' })).passages).toHaveLength(1);
  });

  it('go with their passages, base and team', async () => {
    await model(7);
    const [one, other] = [await baseWith(7), await baseWith(7)];
    const source = await bases.add(one, [HOLIDAYS]);
    await bases.add(one, [WAGES]);
    await bases.add(other, [HOLIDAYS]);
    await build(one);
    await build(other);
    expect(await vectors()).toBe(3);
    await bases.index.remove([source.documentId]);
    expect(await vectors()).toBe(2);
    await bases.test.database.query('delete from knowledge_base where id = $1', [one]);
    expect(await vectors()).toBe(1);
    await bases.test.database.query('delete from team');
    expect(await vectors()).toBe(0);
  });
});

describe('another embedding model', () => {
  it('takes over when all passages have its vectors; until then the former one answers', async () => {
    await model(7);
    const second = await model(8, 'second', 32);
    const baseId = await baseWith(7);
    await bases.add(baseId, [HOLIDAYS]);
    await build(baseId);
    await use(baseId, 8);
    second.failWith(DOWN);
    await expect(build(baseId)).rejects.toThrow('down');
    expect(await state(baseId)).toMatchObject({
      state: 'failing',
      embedded: 0,
      modelId: 8,
      error: 'The provider is down.',
    });
    expect(await bodies(baseId)).toEqual([HOLIDAYS]);
    const { documentId } = await bases.add(baseId, ['Vacation between.']);
    await bases.building
      .buildNow(baseId, { documentIds: [documentId], limit: 9 }, AbortSignal.timeout(9_000))
      .catch(() => 0);
    expect(await bodies(baseId)).toEqual(expect.arrayContaining([HOLIDAYS, 'Vacation between.']));
    second.failWith(undefined);
    await build(baseId);
    expect(await state(baseId)).toMatchObject({ state: 'ready', passages: 2, embedded: 2, modelId: 8, error: null });
    expect(await bodies(baseId)).toEqual(expect.arrayContaining([HOLIDAYS, 'Vacation between.']));
    expect(second.requests.some(({ purpose }) => purpose === 'query')).toBe(true);
    expect(await vectors()).toBe(2);
  });

  it('that is taken back leaves the vectors of the former one, and no others', async () => {
    const first = await model(7);
    const second = await model(8, 'second', 32);
    const baseId = await baseWith(7);
    await bases.add(baseId, [HOLIDAYS]);
    await build(baseId);
    await use(baseId, 8);
    second.failWith(DOWN);
    await expect(build(baseId)).rejects.toThrow('down');
    await use(baseId, 7);
    await build(baseId);
    expect(await state(baseId)).toMatchObject({ state: 'ready', modelId: 7 });
    expect(await bodies(baseId)).toEqual([HOLIDAYS]);
    expect(first.requests.filter(({ purpose }) => purpose === 'passage')).toHaveLength(1);
    expect(await vectors()).toBe(1);
  });

  it('that is none takes the vectors away', async () => {
    await model(7);
    const baseId = await baseWith(7);
    await bases.add(baseId, [HOLIDAYS]);
    await build(baseId);
    await use(baseId, null);
    await build(baseId);
    expect(await state(baseId)).toMatchObject({ state: 'none', modelId: null });
    expect(await vectors()).toBe(0);
    expect(await ask(baseId)).toMatchObject({ passages: [], shortfalls: [] });
  });

  it('is noticed by the sweep when the default of the installation has changed', async () => {
    await model(null, 'first default');
    const baseId = await bases.newBase();
    await bases.add(baseId, [HOLIDAYS]);
    await bases.building.sweep();
    expect(bases.jobs.put).toContainEqual({ job: 'knowledge.embed-passages', payload: { baseId } });
    await build(baseId);
    expect(await bodies(baseId)).toEqual([HOLIDAYS]);
    bases.jobs.put.length = 0;
    await bases.building.sweep();
    expect(bases.jobs.put).toEqual([]);
    const second = new ScriptedEmbedding({ concepts: CONCEPTS, dimensions: 16 });
    const ready: ReadyEmbedding = { id: 2, space: 'second default', model: second, probabilityOf: (cosine) => cosine };
    bases.models.embeddings.set(null, ready).set(2, ready);
    expect((await ask(baseId)).shortfalls).toMatchObject([{ reason: 'vectors_missing', modelId: 2 }]);
    await bases.building.sweep();
    expect(bases.jobs.put).toHaveLength(1);
    await build(baseId);
    expect(await bodies(baseId)).toEqual([HOLIDAYS]);
    expect(await vectors()).toBe(1);
  });

  it('that does not tell answers from other texts is said so, and not used', async () => {
    const embedding = await model(7);
    bases.models.embeddings.set(7, { id: 7, space: 's', model: embedding, probabilityOf: undefined });
    const baseId = await baseWith(7);
    await bases.add(baseId, [HOLIDAYS]);
    await build(baseId);
    expect(embedding.calls).toBe(0);
    expect(await state(baseId)).toMatchObject({ state: 'failing', modelId: 7 });
    expect(await ask(baseId, 'vacation')).toMatchObject({
      passages: [{ body: HOLIDAYS }],
      shortfalls: [{ reason: 'embedding_not_telling', modelId: 7 }],
    });
  });
});

describe('an embedding model that fails', () => {
  it('leaves searches to the words, which say so', async () => {
    const embedding = await model(7);
    const baseId = await baseWith(7);
    await bases.add(baseId, [HOLIDAYS]);
    await build(baseId);
    embedding.failWith(DOWN);
    const { passages, channels, shortfalls } = await ask(baseId, 'vacation requests');
    expect(passages).toMatchObject([{ body: HOLIDAYS }]);
    expect(channels).toEqual(['words']);
    expect(shortfalls).toMatchObject([{ reason: 'embedding_unavailable', modelId: 7 }]);
    expect(shortfalls[0]?.message).toContain('The provider is down.');
  });

  it('is asked again for what it has not embedded, and nothing is embedded twice', async () => {
    const embedding = await model(7);
    const baseId = await baseWith(7);
    await bases.add(
      baseId,
      Array.from({ length: 130 }, (_, i) => `Text number ${i}.`),
    );
    let calls = 0;
    const embed = embedding.embed.bind(embedding);
    jest.spyOn(embedding, 'embed').mockImplementation((request) => {
      if (++calls === 2) throw DOWN;
      return embed(request);
    });
    await expect(build(baseId)).rejects.toThrow('down');
    expect(await state(baseId)).toMatchObject({ state: 'failing', passages: 130, embedded: 64 });
    await build(baseId);
    expect(await state(baseId)).toMatchObject({ state: 'ready', embedded: 130 });
    expect(embedding.requests.flatMap(({ texts }) => texts)).toHaveLength(130);
  });
});

describe('runs for one base', () => {
  it('do the work once when two begin together', async () => {
    const embedding = await model(7);
    const baseId = await baseWith(7);
    await bases.add(baseId, [HOLIDAYS, WAGES]);
    await Promise.all([build(baseId), build(baseId)]);
    expect(embedding.requests.flatMap(({ texts }) => texts)).toEqual([HOLIDAYS, WAGES]);
    expect(await state(baseId)).toMatchObject({ state: 'ready', embedded: 2 });
  });

  it('cover what is written while they work', async () => {
    const embedding = await model(7);
    const baseId = await baseWith(7);
    await bases.add(baseId, [HOLIDAYS]);
    const embed = embedding.embed.bind(embedding);
    jest.spyOn(embedding, 'embed').mockImplementationOnce(async (request) => {
      await bases.add(baseId, [WAGES]);
      return embed(request);
    });
    await build(baseId);
    expect(await state(baseId)).toMatchObject({ state: 'ready', passages: 2, embedded: 2 });
  });

  it('cover a long document whose numbers were kept before others were embedded', async () => {
    await model(7);
    const baseId = await baseWith(7);
    const long = await bases.newDocument(baseId);
    await bases.index.begin(long, 1);
    await bases.add(baseId, [WAGES]);
    await build(baseId);
    await bases.index.append(bases.index.portion(long, [{ position: 0, title: '', section: null, body: HOLIDAYS }]));
    await build(baseId);
    expect((await bodies(baseId))[0]).toBe(HOLIDAYS);
    expect(await state(baseId)).toMatchObject({ state: 'ready', passages: 2, embedded: 2 });
  });
});
