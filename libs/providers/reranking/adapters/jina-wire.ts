/**
 * `/v1/rerank` of Jina (API reference, "Reranker") and of servers that speak it (vLLM, LocalAI, llama.cpp). Of
 * text-embeddings-inference too, whose `/rerank` wants `texts` for `documents` and answers with a bare list: it says so when it
 * misses them, and is asked in its own words from then on. Texts longer than the model reads are cut by the provider.
 */
import type { BatchLimits } from '#providers/provider-http';
import type { RerankerSettings } from '../reranking.settings';
import type { RerankWire } from './http-reranker';
import { rankingOf, rerankUrl } from './rerank-answer';

const JINA_URL = 'https://api.jina.ai';
const LIMITS: BatchLimits = { maxTexts: 500, maxTokens: 250_000, concurrency: 2 };
const WANTS_TEXTS = /missing field `texts`/i;

export function jinaWire({ baseUrl = JINA_URL, model }: RerankerSettings): RerankWire {
  let wantsTexts = false;
  return {
    provider: 'jina',
    url: rerankUrl(baseUrl, '/v1/rerank'),
    limits: LIMITS,
    bodyOf: (query, texts) =>
      wantsTexts
        ? { query, texts, truncate: true }
        : { model, query, documents: texts, top_n: texts.length, return_documents: false },
    read: rankingOf,
    adaptTo: (refusal) => {
      const saysSo = WANTS_TEXTS.test(refusal);
      wantsTexts ||= saysSo;
      return saysSo;
    },
  };
}
