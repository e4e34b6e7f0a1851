/** `/api/embed` of Ollama (docs/api.md, "Generate Embeddings"): errors are one text. */
import { conceptVector } from '#providers/embeddings';
import { DEFAULT_DIMENSIONS, type EmbeddingProtocolOptions, wordCount } from './openai-embeddings';
import type { Answer, Protocol, Received } from './protocol-server';

interface Request {
  model?: string;
  input?: string | readonly string[];
  truncate?: boolean;
  dimensions?: number;
}

export function ollamaEmbeddings(options: EmbeddingProtocolOptions = {}): Protocol {
  return {
    errorBody: (_status, message = 'the request failed') => ({ error: message }),
    answer: ({ method, path, headers, body }: Received): Answer => {
      if (options.apiKey !== undefined && headers.authorization !== `Bearer ${options.apiKey}`)
        return { status: 401, body: { error: 'unauthorized' } };
      if (`${method} ${path}` !== 'POST /api/embed') return { status: 404, body: '404 page not found' };
      return embedded((body ?? {}) as Request, options);
    },
  };
}

function embedded(
  request: Request,
  { model, concepts = {}, maxWords = 8_192, dimensions }: EmbeddingProtocolOptions,
): Answer {
  if (model !== undefined && request.model !== model)
    return { status: 404, body: { error: `model "${request.model}" not found, try pulling it first` } };
  const texts = typeof request.input === 'string' ? [request.input] : (request.input ?? []);
  if (request.truncate === false && texts.some((text) => wordCount(text) > maxWords))
    return { status: 400, body: { error: 'the input length exceeds the context length' } };
  const size = request.dimensions ?? dimensions ?? DEFAULT_DIMENSIONS;
  const read = texts.map((text) => text.split(/\s+/).slice(0, maxWords).join(' '));
  return {
    status: 200,
    body: {
      model: request.model,
      embeddings: read.map((text) => [...conceptVector(text, concepts, size)]),
      total_duration: 14_143_917,
      load_duration: 1_019_500,
      prompt_eval_count: read.reduce((sum, text) => sum + wordCount(text), 0),
    },
  };
}
