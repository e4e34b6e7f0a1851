import { type EmbeddingWire, HttpEmbedding } from './adapters/http-embedding';
import { ollamaWire } from './adapters/ollama-wire';
import { azureOpenAiWire, openAiWire } from './adapters/openai-wire';
import type { EmbeddingModel } from './embeddings.contract';
import type { EmbeddingProvider, EmbeddingSettings } from './embeddings.settings';

const WIRES: Record<EmbeddingProvider, (settings: EmbeddingSettings) => EmbeddingWire> = {
  'openai-compatible': openAiWire,
  'azure-openai': azureOpenAiWire,
  ollama: ollamaWire,
};

/** @throws AppError `embeddings.base_url_missing` */
export function makeEmbedding(settings: EmbeddingSettings): EmbeddingModel {
  return new HttpEmbedding(settings, WIRES[settings.provider](settings));
}
