import { type Protocol, ProtocolServer, type RerankProtocolOptions } from '#testing/retrieval-models';
import { describeProviderFailures } from '../provider-http/provider-failures.contract-suite';
import type { Reranker } from './reranking.contract';
import { makeReranker } from './reranking.factory';
import type { RerankerSettings } from './reranking.settings';

export interface RerankAdapterUnderTest {
  name: string;
  /** The vendor's wire. */
  protocol(options: RerankProtocolOptions): Protocol;
  provider: RerankerSettings['provider'];
  /** Of so many texts. */
  searchUnitsOf(texts: number): number;
}

const KEY = 'the-right-key-0123456789';
const QUERY = 'reset my password';

/** The behaviour that replies rely on, the same for every provider of reranking: run it for each adapter. */
export function describeRerankContract(adapter: RerankAdapterUnderTest): void {
  describe(`${adapter.name} keeps the contract of a rerank model`, () => {
    let server: ProtocolServer;

    beforeAll(async () => {
      server = await ProtocolServer.start(adapter.protocol({ apiKey: KEY, model: 'rerank-1' }));
    });
    beforeEach(() => server.reset());
    afterAll(() => server.stop());

    function modelOf({
      origin = server.origin,
      ...changes
    }: Partial<RerankerSettings> & { origin?: string } = {}): Reranker {
      const { provider } = adapter;
      const settings = { name: 'ours', model: 'rerank-1', baseUrl: origin, apiKey: KEY, timeoutMs: 60_000 };
      return makeReranker({ ...settings, provider, ...changes });
    }

    const rerank = (texts: readonly string[]) => modelOf().rerank({ query: QUERY, texts });

    it('gives a score for each text, in their order, the better the higher', async () => {
      const { scores } = await rerank(['our opening hours', 'reset my password', 'a new password']);
      expect(scores).toEqual([0, 1, expect.closeTo(1 / 3)]);
    });

    it('says what is billed', async () => {
      const texts = Array.from({ length: 150 }, (_, n) => `text ${n}`);
      expect((await rerank(texts)).searchUnits).toBe(adapter.searchUnitsOf(150));
    });

    it('takes any number of texts, in calls of a limited size', async () => {
      const texts = Array.from({ length: 2_300 }, (_, n) => (n === 1_777 ? 'my password' : `text ${n}`));
      const { scores } = await rerank(texts);
      expect(scores).toHaveLength(2_300);
      expect(scores.findIndex((score) => score > 0)).toBe(1_777);
      const sizes = server.requests.map(({ body }) => (body as { documents: string[] }).documents.length);
      expect(Math.max(...sizes)).toBeLessThanOrEqual(1_000);
    });

    it('knows its names', () => {
      const { name, provider } = modelOf();
      expect([name, provider]).toEqual(['ours', adapter.provider]);
    });

    it.each(['', '/', '/v1', '/v1/rerank', '/v2'])('takes an address that ends with "%s"', async (path) => {
      await modelOf({ baseUrl: server.origin + path })
        .rerank({ query: QUERY, texts: ['password'] })
        .catch(() => undefined);
      const version = path.match(/v\d/)?.[0] ?? (adapter.provider === 'cohere' ? 'v2' : 'v1');
      expect(server.requests[0]?.path).toBe(`/${version}/rerank`);
    });

    describeProviderFailures({
      domain: 'reranking',
      apiKey: KEY,
      server: () => server,
      call: (changes, signal) =>
        modelOf(changes).rerank({ query: QUERY, texts: ['one', 'two'], ...(signal ? { signal } : {}) }),
    });
  });
}
