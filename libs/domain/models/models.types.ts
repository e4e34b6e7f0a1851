import type { PageRequest } from '#kernel';
import type { EmbeddingModel } from '#providers/embeddings';
import type { LlmModel } from '#providers/llm';
import type { Reranker } from '#providers/reranking';

export const MODEL_KINDS = ['llm', 'embedding', 'rerank'] as const;
export type ModelKind = (typeof MODEL_KINDS)[number];

/** Which provider serves which kind; `builtin` is Parley itself. */
export const PROVIDERS = {
  llm: ['openai-compatible', 'azure-openai', 'anthropic', 'google', 'ollama', 'builtin'],
  embedding: ['openai-compatible', 'azure-openai', 'ollama', 'builtin'],
  rerank: ['cohere', 'jina', 'builtin'],
} as const satisfies Record<ModelKind, readonly string[]>;
export type ModelProvider = (typeof PROVIDERS)[ModelKind][number];

/** What callers may rely on, as data: it is what people say of the model, and adapters believe it. */
export interface ModelCapabilities {
  streaming: boolean;
  tools: boolean;
  json: boolean;
  images: boolean;
}

/** What only some providers need. */
export interface ModelSettings {
  /** Of Azure OpenAI. */
  apiVersion?: string;
  /** Of embedding models that can shorten their vectors. */
  dimensions?: number;
  /** Until an answer begins, and between two pieces of it. */
  timeoutMs?: number;
}

/** A registered model. Its credentials never leave the domain. */
export interface Model {
  /** 1 to 6 are presets of every installation. */
  id: number;
  /** Null: a preset, which every team sees and nobody changes. */
  teamId: string | null;
  kind: ModelKind;
  provider: ModelProvider;
  /** Unique in the team, whatever the case; bots may name a model by it. */
  name: string;
  /** As the provider calls it. */
  model: string;
  baseUrl: string | null;
  hasCredentials: boolean;
  /** Tokens that the model reads and writes together; null when nobody said. */
  contextTokens: number | null;
  /** US dollars for a million tokens. */
  inputPrice: number | null;
  outputPrice: number | null;
  capabilities: ModelCapabilities;
  settings: ModelSettings;
  createdAt: Date;
  updatedAt: Date;
}

export interface ModelListRequest extends PageRequest {
  kind?: ModelKind;
}

/** A language model that is ready to speak: behind its circuit breaker, and counted. */
export interface SpeakingModel {
  /** Null: a model that only this process knows, by name. */
  id: number | null;
  model: LlmModel;
  contextTokens: number | null;
  inputPrice: number | null;
  outputPrice: number | null;
}

/** How a bot names the models that speak for it. */
export interface LlmChoice {
  modelId?: number;
  /** Used when there is no id: of a model of the team or of this installation. */
  model?: string;
  fallbackModelIds?: readonly number[];
}

/** An embedding model behind its circuit breaker. */
export interface ReadyEmbedding {
  id: number;
  /** Vectors of one space compare; it changes when provider, address, model or dimensions do. */
  space: string;
  model: EmbeddingModel;
  /**
   * Calibrated probability, 0 to 1, that a passage answers a query whose vectors have this cosine. Undefined when the
   * model was found not to tell, so that its vectors are not to be used.
   */
  probabilityOf: ((cosine: number) => number) | undefined;
}

/** A rerank model behind its circuit breaker. */
export interface ReadyReranker {
  id: number;
  model: Reranker;
  /** Calibrated probability, 0 to 1, that a text with this score answers the query. */
  probabilityOf(score: number): number;
}
