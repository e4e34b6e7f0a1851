/**
 * What Parley asks of an embedding model, whoever makes it: vectors whose cosines tell how near texts are in meaning. The
 * built-in `lexical` entry of the registry means "no vectors" and has no model: hashed vectors make search worse.
 */
export interface EmbeddingRequest {
  /** At least one; any number, an adapter cuts them into calls that its provider takes. */
  texts: readonly string[];
  /** Some models embed what is looked for otherwise than what is found. */
  purpose: 'query' | 'passage';
  signal?: AbortSignal;
}

export interface Embeddings {
  /** In the order of the texts, each of length 1. */
  vectors: readonly Float32Array[];
  usage: { inputTokens: number };
}

export interface EmbeddingModel {
  readonly name: string;
  /** As of LlmModel. */
  readonly provider: string;
  /** @throws AppError of `embeddings.errors`; the reason of `signal` when that aborts */
  embed(request: EmbeddingRequest): Promise<Embeddings>;
}
