/**
 * `/v2/rerank` of Cohere (API reference, "Rerank API (v2)") and of servers that speak it (vLLM, OpenVINO Model Server). Texts
 * longer than the model reads are cut by the provider.
 */
import type { BatchLimits } from '#providers/provider-http';
import type { RerankerSettings } from '../reranking.settings';
import type { RerankWire } from './http-reranker';
import { rankingOf, rerankUrl } from './rerank-answer';

const COHERE_URL = 'https://api.cohere.com';
/** Cohere advises against more than 1,000 documents a call; it bills by hundreds of them. */
const LIMITS: BatchLimits = { maxTexts: 1_000, maxTokens: 500_000, concurrency: 2 };

export function cohereWire({ baseUrl = COHERE_URL, model }: RerankerSettings): RerankWire {
  return {
    provider: 'cohere',
    url: rerankUrl(baseUrl, '/v2/rerank'),
    limits: LIMITS,
    bodyOf: (query, documents) => ({ model, query, documents, top_n: documents.length }),
    read: rankingOf,
  };
}
