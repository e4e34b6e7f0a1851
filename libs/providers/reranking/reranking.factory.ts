import { cohereWire } from './adapters/cohere-wire';
import { HttpReranker, type RerankWire } from './adapters/http-reranker';
import { jinaWire } from './adapters/jina-wire';
import type { Reranker } from './reranking.contract';
import type { RerankerSettings, RerankProvider } from './reranking.settings';

const WIRES: Record<RerankProvider, (settings: RerankerSettings) => RerankWire> = {
  cohere: cohereWire,
  jina: jinaWire,
};

export function makeReranker(settings: RerankerSettings): Reranker {
  return new HttpReranker(settings, WIRES[settings.provider](settings));
}
