export const RERANK_PROVIDERS = ['cohere', 'jina'] as const;
export type RerankProvider = (typeof RERANK_PROVIDERS)[number];

export interface RerankerSettings {
  /** Whose API the server speaks: vLLM and LocalAI speak both, text-embeddings-inference is served as `jina`. */
  provider: RerankProvider;
  /** Under which people know the model. */
  name: string;
  /** As the provider calls it. */
  model: string;
  /**
   * `https://api.cohere.com` or `https://api.jina.ai` unless given. With a version (`.../v1`) it is kept; an address that ends
   * in `/rerank` is taken as it is.
   */
  baseUrl?: string | undefined;
  apiKey?: string | undefined;
  /** Of one call with its repetition; very many texts make several. */
  timeoutMs: number;
  /** The way out: of an `AddressGuard` for addresses that people gave. The platform's unless given. */
  fetch?: typeof fetch | undefined;
}
