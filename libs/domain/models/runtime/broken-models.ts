/**
 * In the place of a model that could not even be made, because its key does not open or its address is no longer allowed:
 * it fails as a provider would, so that fallbacks speak and a test of it tells why.
 */
import type { EmbeddingModel } from '#providers/embeddings';
import type { ClosableLlm, LlmCapabilities } from '#providers/llm';
import type { Reranker } from '#providers/reranking';

interface Named {
  name: string;
  provider: string;
}

const CAPABILITIES: LlmCapabilities = {
  streaming: true,
  tools: false,
  jsonOutput: false,
  images: false,
  assessment: false,
  groundedOnly: false,
  maxInputTokens: 8_000,
};

export function brokenLlm({ name, provider }: Named, error: unknown): ClosableLlm {
  return {
    name,
    provider,
    capabilities: CAPABILITIES,
    // biome-ignore lint/correctness/useYield: it has nothing to say.
    async *generate() {
      throw error;
    },
    close: async () => undefined,
  };
}

export function brokenEmbedding({ name, provider }: Named, error: unknown): EmbeddingModel {
  return { name, provider, embed: () => Promise.reject(error) };
}

export function brokenReranker({ name, provider }: Named, error: unknown): Reranker {
  return { name, provider, rerank: () => Promise.reject(error) };
}
