/** What the load generator is asked to do, and what it tells. Sent between processes as JSON. */
export interface LoadOrder {
  headers: Record<string, string>;
  /** One per worker, so that each worker talks in a conversation of its own. */
  requests: readonly LoadRequest[];
  /** Text by which the first token of a streamed answer is known; undefined for answers that are not streamed. */
  firstTokenMark?: string;
  warmUpMs: number;
  measureMs: number;
}

export interface LoadRequest {
  url: string;
  body: string;
}

export interface LoadResult {
  /** Answers that came within the measured time. */
  turns: number;
  failures: number;
  firstFailure?: string;
  elapsedMs: number;
  /** Whole answers. */
  latencyMs: Percentiles;
  /** Streamed answers only. */
  firstTokenMs?: Percentiles;
}

export interface Percentiles {
  p50: number;
  p95: number;
  p99: number;
}

export type LoadNews = { kind: 'measuring' } | { kind: 'result'; result: LoadResult };
