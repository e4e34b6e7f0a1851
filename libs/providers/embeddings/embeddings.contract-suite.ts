import { AppError } from '#kernel';
import { eventually } from '#testing';
import { type EmbeddingProtocolOptions, type Protocol, ProtocolServer } from '#testing/retrieval-models';
import { describeProviderFailures } from '../provider-http/provider-failures.contract-suite';
import type { EmbeddingModel, EmbeddingRequest } from './embeddings.contract';
import { makeEmbedding } from './embeddings.factory';
import type { EmbeddingSettings } from './embeddings.settings';

export interface EmbeddingAdapterUnderTest {
  name: string;
  /** The vendor's wire. */
  protocol(options: EmbeddingProtocolOptions): Protocol;
  /** All that is needed beside the address. */
  settings: Omit<EmbeddingSettings, 'name' | 'baseUrl' | 'apiKey' | 'timeoutMs'>;
  baseUrlOf(origin: string): string;
  /** Whether the provider cuts texts that are too long; otherwise it refuses them. */
  cutsLongTexts: boolean;
}

const KEY = 'the-right-key-0123456789';
const CONCEPTS = { holiday: 'leave', vacation: 'leave', 'days off': 'leave', invoice: 'billing', bill: 'billing' };
const DIMENSIONS = 96;
const MAX_WORDS = 50;

/** The behaviour that the knowledge relies on, the same for every provider of embeddings: run it for each adapter. */
export function describeEmbeddingContract(adapter: EmbeddingAdapterUnderTest): void {
  describe(`${adapter.name} keeps the contract of an embedding model`, () => {
    let server: ProtocolServer;

    beforeAll(async () => {
      const { model } = adapter.settings;
      const options = { apiKey: KEY, model, concepts: CONCEPTS, dimensions: DIMENSIONS, maxWords: MAX_WORDS };
      server = await ProtocolServer.start(adapter.protocol(options));
    });
    beforeEach(() => server.reset());
    afterAll(() => server.stop());

    function modelOf(changes: Partial<EmbeddingSettings> = {}, origin = server.origin): EmbeddingModel {
      const baseUrl = adapter.baseUrlOf(origin);
      return makeEmbedding({ name: 'ours', ...adapter.settings, baseUrl, apiKey: KEY, timeoutMs: 60_000, ...changes });
    }

    async function embed(texts: readonly string[], purpose: EmbeddingRequest['purpose'] = 'passage') {
      return (await modelOf().embed({ texts, purpose })).vectors;
    }

    it('gives a vector of length 1 for each text, in their order', async () => {
      const texts = ['holiday', 'invoice', 'a third text'];
      const together = await embed(texts);
      expect(together.map((vector) => vector.length)).toEqual([DIMENSIONS, DIMENSIONS, DIMENSIONS]);
      for (const vector of together) expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
      for (const [at, text] of texts.entries()) expect(together[at]).toEqual((await embed([text]))[0]);
    });

    it('keeps what the provider says of nearness', async () => {
      const [one, near, far] = await embed(['how many days off', 'about your vacation', 'pay the bill']);
      expect(cosine(one!, near!)).toBeGreaterThan(cosine(one!, far!) + 0.5);
    });

    it('takes any number of texts, in calls of a limited size of which few run at a time', async () => {
      const texts = Array.from({ length: 700 }, (_, n) => `text number ${n}`);
      const vectors = await embed(texts);
      expect(vectors).toHaveLength(700);
      expect(cosine(vectors[613]!, (await embed(['text number 613']))[0]!)).toBeCloseTo(1, 5);
      expect(server.requests.length).toBeGreaterThan(4);
      expect(server.maxRunning).toBeLessThanOrEqual(4);
    });

    it('counts tokens', async () => {
      const { usage } = await modelOf().embed({ texts: ['one two', 'three four five'], purpose: 'passage' });
      expect(usage).toEqual({ inputTokens: 5 });
    });

    it('asks for the dimensions that it was told to, and takes no others', async () => {
      const texts = ['holiday'];
      const [vector] = (await modelOf({ dimensions: 32 }).embed({ texts, purpose: 'query' })).vectors;
      expect(vector).toHaveLength(32);
      const deaf = await ProtocolServer.start(deafToDimensions(adapter.protocol({ dimensions: DIMENSIONS })));
      const other = modelOf({ dimensions: 32 }, deaf.origin).embed({ texts, purpose: 'query' });
      await expect(other).rejects.toMatchObject({
        code: 'embeddings.provider_answer_unreadable',
        cause: { message: `An embedding has ${DIMENSIONS} dimensions instead of 32.` },
      });
      await deaf.stop();
    });

    it('says that a text is too long, unless the provider cuts it', async () => {
      const outcome = embed(['short', 'word '.repeat(MAX_WORDS + 1)]);
      if (adapter.cutsLongTexts) expect(await outcome).toHaveLength(2);
      else await expect(outcome).rejects.toMatchObject({ code: 'embeddings.input_too_long', kind: 'too_large' });
      expect(server.requests).toHaveLength(1);
    });

    it('ends all calls when one fails', async () => {
      server.failOnce({ status: 400 }).failWith({ fault: 'stall' });
      const texts = Array.from({ length: 700 }, (_, n) => `text ${n}`);
      await expect(embed(texts)).rejects.toBeInstanceOf(AppError);
      await eventually(() => server.requests.slice(1).every(({ hungUp }) => hungUp));
    });

    it('knows its names', () => {
      const { name, provider } = modelOf();
      expect([name, provider]).toEqual(['ours', expect.stringMatching(/^[a-z._]+$/)]);
    });

    describeProviderFailures({
      domain: 'embeddings',
      apiKey: KEY,
      server: () => server,
      call: ({ origin, ...changes } = {}, signal) =>
        modelOf(changes, origin).embed({ texts: ['holiday'], purpose: 'query', ...(signal ? { signal } : {}) }),
    });
  });
}

function cosine(one: Float32Array, other: Float32Array): number {
  return one.reduce((sum, value, at) => sum + value * other[at]!, 0);
}

/** A server that gives what the model has, whatever is asked for. */
function deafToDimensions(protocol: Protocol): Protocol {
  return {
    ...protocol,
    answer: (received) =>
      protocol.answer({ ...received, body: { ...(received.body as object), dimensions: undefined } }),
  };
}
