/**
 * What Parley asks of a rerank model, whoever makes it: how well texts answer a query, seen together. The built-in
 * `lexical` entry of the registry has no model: the reply engine weighs sentences itself.
 */
export interface RerankRequest {
  query: string;
  /** At least one; any number, an adapter cuts them into calls that its provider takes. */
  texts: readonly string[];
  signal?: AbortSignal;
}

export interface Reranking {
  /** In the order of the texts, higher is better; only comparable within one model. */
  scores: readonly number[];
  /** What the provider bills, when it says so; else the number of calls. */
  searchUnits: number;
  /** Of queries and texts, when the provider counts them; some bill by them. */
  inputTokens?: number;
}

export interface Reranker {
  readonly name: string;
  /** As of LlmModel. */
  readonly provider: string;
  /** @throws AppError of `reranking.errors`; the reason of `signal` when that aborts */
  rerank(request: RerankRequest): Promise<Reranking>;
}
