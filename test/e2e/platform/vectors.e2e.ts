/** A base that is searched by meaning: a registered embedding model, its progress, another one, and one that dies. */
import { eventually } from '#testing';
import { OpenAiServer } from '#testing/llm';
import {
  createBotThatKnows,
  must,
  registerTeam,
  type SharedInstallation,
  sharedInstallation,
  WireClient,
} from '#testing/parley';

const CONCEPTS = {
  holiday: 'leave',
  vacation: 'leave',
  'days off': 'leave',
  salary: 'pay',
  wages: 'pay',
  parcel: 'parcel',
};
const ITEMS = [
  { title: 'Vacation', content: 'Vacation is granted by the team lead.' },
  { title: 'Wages', content: 'Wages arrive on the last Friday.' },
];
const PARAPHRASE = 'days off';

describe('vectors of a knowledge base', () => {
  let provider: OpenAiServer;
  let parley: SharedInstallation;
  let wire: WireClient;
  let base: string;

  beforeAll(async () => {
    provider = await OpenAiServer.start({ concepts: CONCEPTS });
    parley = await sharedInstallation();
    wire = (await registerTeam(new WireClient(parley.baseUrl))).asKey;
    const { baseId } = await createBotThatKnows(wire, ITEMS);
    base = `/api/v1/knowledge-bases/${baseId}`;
  });
  afterAll(() => provider.stop());

  let registered = 0;
  const register = async (dimensions: number, changes: object = {}): Promise<number> => {
    const body = {
      ...{ kind: 'embedding', provider: 'openai-compatible', name: `Embedder ${++registered}`, model: 'embed' },
      ...{ baseUrl: provider.baseUrl, settings: { dimensions }, ...changes },
    };
    return must(await wire.post('/api/v1/models', body), 201).body.data.id;
  };
  const vectors = async () => must(await wire.get(base), 200).body.data.vectors;
  const use = async (embeddingModelId: number | null) =>
    must(await wire.put(base, { embeddingModelId }), 200).body.data;
  const untilReady = async (modelId: number) =>
    eventually(async () => {
      const { state, ...rest } = await vectors();
      return state === 'ready' && rest.modelId === modelId ? rest : undefined;
    });
  const search = async (query = PARAPHRASE) =>
    must(await wire.get(`${base}/search?q=${encodeURIComponent(query)}`), 200).body;

  test('begin with a model: progress is seen, a paraphrase is found, and what is added is found at once', async () => {
    expect(await vectors()).toEqual({ state: 'none', passages: 2, embedded: 0, modelId: null, error: null });
    const before = await search();
    expect(before.data).toEqual([]);
    expect(before.explain).toMatchObject({
      method: 'semantic',
      channels: ['words'],
      shortfalls: [{ reason: 'vectors_missing', modelId: null }],
    });
    const modelId = await register(64);
    expect(await use(modelId)).toMatchObject({ embeddingModelId: modelId, vectors: { state: 'waiting' } });
    expect(await untilReady(modelId)).toMatchObject({ passages: 2, embedded: 2, error: null });
    const { data, explain } = await search();
    expect(data[0]).toMatchObject({ title: 'Vacation' });
    expect(explain).toEqual({ method: 'semantic', channels: ['words', 'vectors'], shortfalls: [] });

    const parcel = { title: 'Holiday calendar', content: 'Holiday requests are seen in it.' };
    must(await wire.post(`${base}/items`, parcel), 201);
    const titles = (await search()).data.map(({ title }: { title: string }) => title);
    expect(titles).toContain('Holiday calendar');
  });

  test('of a model that embeds nothing are refused, and a model that is in use cannot be deleted', async () => {
    const refused = must(await wire.put(base, { embeddingModelId: 4 }), 400);
    expect(JSON.stringify(refused.body)).toContain('embeddingModelId');
    const { modelId } = await vectors();
    must(await wire.delete(`/api/v1/models/${modelId}`), 409);
  });

  test('are made anew by another model while searches go on', async () => {
    const modelId = await register(32);
    await use(modelId);
    await eventually(async () => {
      const { data } = await search();
      expect(data[0]).toMatchObject({ title: 'Vacation' });
      const { state, modelId: wanted } = await vectors();
      return state === 'ready' && wanted === modelId;
    });
    expect((await search()).explain.channels).toEqual(['words', 'vectors']);
  });

  test('of a provider that has died leave the words, which say so', async () => {
    await provider.stop();
    const { data, explain } = await search('wages arrive when');
    expect(data[0]).toMatchObject({ title: 'Wages' });
    expect(explain).toMatchObject({ channels: ['words'], shortfalls: [{ reason: 'embedding_unavailable' }] });
    expect(explain.shortfalls[0].message).toMatch(/words alone/);
    must(await wire.post(`${base}/items`, { title: 'Parcels', content: 'Parcel stamps are in the hall.' }), 201);
    expect((await search('parcel stamps')).data[0]).toMatchObject({ title: 'Parcels' });
  });

  test('are gone when the base is to have none', async () => {
    await use(5);
    await eventually(async () => (await vectors()).state === 'none');
    expect((await search('wages')).explain.shortfalls).toMatchObject([{ reason: 'vectors_missing', modelId: null }]);
  });
});
