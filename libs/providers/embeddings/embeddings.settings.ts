export const EMBEDDING_PROVIDERS = ['openai-compatible', 'azure-openai', 'ollama'] as const;
export type EmbeddingProvider = (typeof EMBEDDING_PROVIDERS)[number];

export interface EmbeddingSettings {
  provider: EmbeddingProvider;
  /** Under which people know the model. */
  name: string;
  /** As the provider calls it; of Azure, the deployment. */
  model: string;
  /**
   * openai-compatible: with its version, e.g. `https://api.openai.com/v1`, which is the default. azure-openai: of the resource,
   * e.g. `https://mine.openai.azure.com`; required. ollama: `http://127.0.0.1:11434` unless given.
   */
  baseUrl?: string | undefined;
  apiKey?: string | undefined;
  /** Of Azure OpenAI. */
  apiVersion?: string | undefined;
  /** Asked of the provider; otherwise it gives what the model has. */
  dimensions?: number | undefined;
  /** Of one call with its repetition; an `embed` of many texts makes several. */
  timeoutMs: number;
  /** The way out: of an `AddressGuard` for addresses that people gave. The platform's unless given. */
  fetch?: typeof fetch | undefined;
}
