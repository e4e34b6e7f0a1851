import {
  cohereRerank,
  jinaRerank,
  ProtocolServer,
  type RankedItem,
  type RerankProtocolOptions,
  teiRerank,
} from '#testing/retrieval-models';
import { describeRerankContract } from '../reranking.contract-suite';
import { makeReranker } from '../reranking.factory';

describeRerankContract({
  name: 'cohere',
  provider: 'cohere',
  protocol: cohereRerank,
  searchUnitsOf: (texts) => Math.ceil(texts / 100),
});

describeRerankContract({ name: 'jina', provider: 'jina', protocol: jinaRerank, searchUnitsOf: () => 1 });

describe('a rerank server', () => {
  let server: ProtocolServer;

  afterEach(() => server.stop());

  async function modelAt(options: RerankProtocolOptions) {
    server = await ProtocolServer.start(jinaRerank(options));
    return makeReranker({ provider: 'jina', name: 'm', model: 'm', baseUrl: server.origin, timeoutMs: 60_000 });
  }

  const TEXTS = ['one', 'two', 'three'];

  it('that counts tokens is quoted', async () => {
    const model = await modelAt({});
    expect(await model.rerank({ query: 'one or two', texts: TEXTS })).toMatchObject({ inputTokens: 6, searchUnits: 1 });
  });

  const spoiled: Array<[string, (results: RankedItem[]) => unknown[]]> = [
    ['fewer than were asked for', (results) => results.slice(1)],
    ['one twice', (results) => results.map((item) => ({ ...item, index: 0 }))],
    ['no numbers', (results) => results.map(({ index }) => ({ index, relevance_score: '0.9' }))],
    ['null', () => [null, null, null]],
  ];
  it.each(spoiled)('is not believed when it answers with %s', async (_, spoil) => {
    const model = await modelAt({ spoil });
    await expect(model.rerank({ query: 'one', texts: TEXTS })).rejects.toMatchObject({
      code: 'reranking.provider_answer_unreadable',
    });
  });

  it('that takes fewer texts gets fewer', async () => {
    const model = await modelAt({ maxTexts: 10 });
    const texts = Array.from({ length: 33 }, (_, n) => `text ${n}`);
    expect((await model.rerank({ query: '32', texts })).scores[32]).toBe(1);
  });

  it('of text-embeddings-inference is asked in its own words once it has said so', async () => {
    server = await ProtocolServer.start(teiRerank());
    const baseUrl = `${server.origin}/rerank`;
    const model = makeReranker({ provider: 'jina', name: 'm', model: 'm', baseUrl, timeoutMs: 60_000 });
    expect((await model.rerank({ query: 'two', texts: TEXTS })).scores).toEqual([0, 1, 0]);
    const texts = Array.from({ length: 40 }, (_, n) => `text ${n}`);
    expect((await model.rerank({ query: '39', texts })).scores[39]).toBe(1);
    expect(server.requests.map(({ body }) => 'documents' in (body as object))).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
