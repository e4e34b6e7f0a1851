/**
 * `/api/embed` of Ollama (docs/api.md, "Generate Embeddings"). Texts longer than the model reads are cut by the server:
 * found by its beginning is better than not found.
 */
import type { BatchLimits } from '#providers/provider-http';
import type { EmbeddingSettings } from '../embeddings.settings';
import type { EmbeddingWire, WireEmbeddings } from './http-embedding';

interface OllamaEmbeddings {
  embeddings?: unknown;
  prompt_eval_count?: unknown;
}

const OLLAMA_URL = 'http://127.0.0.1:11434';
/** One machine serves it: it computes text by text, so that large calls only wait longer. */
const LIMITS: BatchLimits = { maxTexts: 32, maxTokens: 32_000, concurrency: 2 };

export function ollamaWire({ baseUrl = OLLAMA_URL, apiKey, model, dimensions }: EmbeddingSettings): EmbeddingWire {
  return {
    provider: 'ollama',
    url: `${baseUrl.replace(/\/+(api\/*)?$/, '')}/api/embed`,
    // Ollama itself wants none; what people put before it may.
    headers: apiKey ? { authorization: `Bearer ${apiKey}` } : {},
    limits: LIMITS,
    bodyOf: (texts) => ({ model, input: texts, truncate: true, ...(dimensions === undefined ? {} : { dimensions }) }),
    read,
  };
}

function read(answer: unknown): WireEmbeddings {
  const { embeddings, prompt_eval_count: tokens } = (answer ?? {}) as OllamaEmbeddings;
  return {
    embeddings: Array.isArray(embeddings) ? embeddings : [],
    inputTokens: typeof tokens === 'number' ? tokens : undefined,
  };
}
