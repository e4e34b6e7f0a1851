/** What of the answers of rerank servers is read; anything may be missing. */
import type { WireRanking } from './http-reranker';

interface RankedItem {
  index?: unknown;
  relevance_score?: unknown;
  /** Of text-embeddings-inference. */
  score?: unknown;
}

interface RerankAnswer {
  results?: unknown;
  /** Of Cohere. */
  meta?: { billed_units?: { search_units?: unknown } | null } | null;
  /** Of Jina, vLLM and LocalAI. */
  usage?: { total_tokens?: unknown } | null;
}

export function rankingOf(answer: unknown): WireRanking {
  const { results, meta, usage } = (Array.isArray(answer) ? { results: answer } : (answer ?? {})) as RerankAnswer;
  const items = Array.isArray(results) ? (results as ReadonlyArray<RankedItem | null>) : [];
  return {
    results: items.map((item) => ({ index: item?.index, score: item?.relevance_score ?? item?.score })),
    searchUnits: countOf(meta?.billed_units?.search_units),
    inputTokens: countOf(usage?.total_tokens),
  };
}

function countOf(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 ? value : undefined;
}

/** Where an address names neither version nor endpoint, `path` is added; with a version, the endpoint. */
export function rerankUrl(baseUrl: string, path: string): string {
  const base = baseUrl.replace(/\/+$/, '');
  if (base.endsWith('/rerank')) return base;
  return /\/v\d+$/.test(base) ? `${base}/rerank` : base + path;
}
