import { AddressGuard } from '#infra/http-client';
import { providerWordsOf } from '#providers/provider-http';
import {
  azureEmbeddings,
  type EmbeddingProtocolOptions,
  type OpenAiItem,
  ollamaEmbeddings,
  openAiEmbeddings,
  ProtocolServer,
} from '#testing/retrieval-models';
import { describeEmbeddingContract } from '../embeddings.contract-suite';
import { makeEmbedding } from '../embeddings.factory';
import type { EmbeddingSettings } from '../embeddings.settings';

describeEmbeddingContract({
  name: 'openai-compatible',
  protocol: openAiEmbeddings,
  settings: { provider: 'openai-compatible', model: 'text-embedding-3-small' },
  baseUrlOf: (origin) => `${origin}/v1/`,
  cutsLongTexts: false,
});

describeEmbeddingContract({
  name: 'azure-openai',
  protocol: azureEmbeddings,
  settings: { provider: 'azure-openai', model: 'my-deployment' },
  baseUrlOf: (origin) => `${origin}/openai/`,
  cutsLongTexts: false,
});

describeEmbeddingContract({
  name: 'ollama',
  protocol: ollamaEmbeddings,
  settings: { provider: 'ollama', model: 'all-minilm' },
  baseUrlOf: (origin) => `${origin}/api`,
  cutsLongTexts: true,
});

describe('an OpenAI-compatible server', () => {
  let server: ProtocolServer | undefined;

  afterEach(() => server?.stop());

  async function modelAt(options: EmbeddingProtocolOptions, changes: Partial<EmbeddingSettings> = {}) {
    server = await ProtocolServer.start(openAiEmbeddings(options));
    const baseUrl = `${server.origin}/v1`;
    return makeEmbedding({
      provider: 'openai-compatible',
      name: 'm',
      model: 'm',
      baseUrl,
      timeoutMs: 60_000,
      ...changes,
    });
  }

  const embed = (model: Awaited<ReturnType<typeof modelAt>>, texts: readonly string[]) =>
    model.embed({ texts, purpose: 'passage' });
  const bodies = () => server!.requests.map(({ body }) => body as { input: string[]; encoding_format: string });

  it('is asked for base64, or for floats once it has refused that', async () => {
    const model = await modelAt({ knowsBase64: false });
    const { vectors } = await embed(model, ['one']);
    await embed(model, ['two']);
    expect(vectors[0]).toHaveLength(64);
    expect(bodies().map((body) => body.encoding_format)).toEqual(['base64', 'float', 'float']);
  });

  it('may answer in any order, and in floats although it was asked for base64', async () => {
    const floats = (item: OpenAiItem) => ({ ...item, embedding: item.index === 0 ? [3, 4] : [0, 2] });
    const model = await modelAt({ spoil: (items) => items.toReversed().map(floats) });
    const { vectors } = await embed(model, ['one', 'two']);
    expect(vectors.map((vector) => [...vector].map((value) => Number(value.toFixed(4))))).toEqual([
      [0.6, 0.8],
      [0, 1],
    ]);
  });

  it('may leave the index and the usage out', async () => {
    const model = await modelAt({ spoil: (items) => items.map(({ embedding }) => ({ embedding })) });
    expect((await embed(model, ['one', 'two'])).vectors).toHaveLength(2);
  });

  const NAN = Buffer.from(Float32Array.of(1, Number.NaN).buffer).toString('base64');
  const spoiled: Array<[string, (items: OpenAiItem[]) => unknown[]]> = [
    ['too few', (items) => items.slice(1)],
    ['too many', (items) => [...items, ...items]],
    ['one twice', (items) => items.map((item) => ({ ...item, index: 0 }))],
    ['an index beyond the end', (items) => items.map((item) => ({ ...item, index: item.index + 1 }))],
    [
      'different dimensions',
      ([one, two]) => [
        { ...one, embedding: [1] },
        { ...two, embedding: [1, 2] },
      ],
    ],
    ['zeros', (items) => items.map((item) => ({ ...item, embedding: [0, 0] }))],
    ['no numbers', (items) => items.map((item) => ({ ...item, embedding: [1, null] }))],
    ['not-a-number', (items) => items.map((item) => ({ ...item, embedding: NAN }))],
    ['half a float', (items) => items.map((item) => ({ ...item, embedding: 'AAA=' }))],
    ['nothing', (items) => items.map((item) => ({ ...item, embedding: [] }))],
    ['null', () => [null, null]],
  ];
  it.each(spoiled)('is not believed when it answers with %s', async (_, spoil) => {
    const model = await modelAt({ spoil });
    await expect(embed(model, ['one', 'two'])).rejects.toMatchObject({
      code: 'embeddings.provider_answer_unreadable',
    });
  });

  it('that takes fewer texts gets fewer, from then on', async () => {
    const model = await modelAt({ maxTexts: 32 });
    const texts = Array.from({ length: 96 }, (_, n) => `text ${n}`);
    expect((await embed(model, texts)).vectors).toHaveLength(96);
    server!.requests.length = 0;
    await embed(model, texts);
    expect(bodies().map(({ input }) => input.length)).toEqual([24, 24, 24, 24]);
  });

  it('gets no call of more tokens than it may take, and a long text alone', async () => {
    const model = await modelAt({ maxWords: 1e6 });
    const long = 'x '.repeat(125_000);
    await embed(model, [long, 'short', long, 'x '.repeat(200_000), 'short']);
    const counts = bodies().map(({ input }) => input.length);
    expect(counts.toSorted()).toEqual([1, 1, 1, 2]);
  });

  it.each([
    ['nomic-embed-text:v1.5', 'search_query: when', 'search_document: when'],
    ['intfloat/multilingual-e5-large', 'query: when', 'passage: when'],
    ['text-embedding-3-small', 'when', 'when'],
  ])('gets for %s the words that its queries and passages begin with', async (name, query, passage) => {
    const model = await modelAt({}, { model: name });
    await model.embed({ texts: ['when'], purpose: 'query' });
    await model.embed({ texts: ['when'], purpose: 'passage' });
    expect(bodies().map(({ input }) => input[0])).toEqual([query, passage]);
  });

  it('is reached through the guard that was given, or not at all', async () => {
    const { fetch } = new AddressGuard({ allowsPrivateAddresses: false });
    const model = await modelAt({}, { fetch });
    const error = await embed(model, ['one']).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'embeddings.provider_unavailable' });
    expect(providerWordsOf(error)).toContain('private or reserved network');
    expect(server!.requests).toHaveLength(0);
  });
});

it('Azure OpenAI has no address of its own', () => {
  const settings = { name: 'm', model: 'm', timeoutMs: 1_000 };
  expect(() => makeEmbedding({ ...settings, provider: 'azure-openai' })).toThrow(
    expect.objectContaining({ code: 'embeddings.base_url_missing' }),
  );
});
