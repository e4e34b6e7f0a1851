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

export interface CreateModel {
  kind: ModelKind;
  provider: string;
  name: string;
  model: string;
  /** Null and absent: the provider's own, if it has one. */
  baseUrl?: string | null;
  apiKey?: string | null;
  contextTokens?: number | null;
  inputPrice?: number | null;
  outputPrice?: number | null;
  capabilities?: Partial<ModelCapabilities>;
  settings?: SettingsInput;
}

/** Null takes a setting away. */
export type SettingsInput = { [Name in keyof ModelSettings]?: ModelSettings[Name] | null };

/**
 * Absent leaves a field as it is, null clears it; capabilities and settings are merged field by field. A kind may be
 * given, but not another one.
 */
export type ModelPatch = Partial<CreateModel>;

export interface UpdatedModel {
  model: Model;
  /** Whether its credentials were removed, because its address changed and they were given for the old one. */
  credentialsDropped: boolean;
}

/** What this process knows of a model from calling it. */
export interface ModelStatus {
  /** `failing`: the last call that came to an end failed; `untried`: none did yet. What is built in is always ready. */
  state: 'ready' | 'failing' | 'untried';
  /** Since when it is in this state; null when untried or built in. */
  since: Date | null;
  /** What the provider said of its last failure, for people; null when it has never failed. */
  lastError: string | null;
  /** While calls are not passed on because too many have failed: when the next one will be. */
  pausedUntil: Date | null;
  calls: number;
  failures: number;
}

/** What came of really calling a model. */
export type ModelTrial =
  | ({ ok: true; latencyMs: number } & TrialFindings)
  | { ok: false; latencyMs: number; error: { code: string; message: string; providerMessage: string | null } };

export interface TrialFindings {
  /** Of a language model: what it said. */
  answer?: string;
  /** Of an embedding model. */
  dimensions?: number;
  /** Of a rerank model: of a text that answers the query, and of one that does not. */
  scores?: readonly number[];
  /** Of embedding and rerank models: whether their numbers tell answers from other texts, so that searches use them. */
  isTelling?: boolean;
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
