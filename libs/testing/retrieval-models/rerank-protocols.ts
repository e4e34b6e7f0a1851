/**
 * Rerank servers: `/v2/rerank` of Cohere (API reference, "Rerank API (v2)"), `/v1/rerank` of Jina (API reference, "Reranker"),
 * and `/rerank` of text-embeddings-inference. Scores are the share of the query's words that a text has. Results come best first.
 */
import type { Answer, Protocol, Received } from './protocol-server';

export interface RerankProtocolOptions {
  apiKey?: string;
  /** Undefined takes any name. */
  model?: string;
  maxTexts?: number;
  /** What is wrong with the answers. */
  spoil?: (results: RankedItem[]) => unknown[];
}

export interface RankedItem {
  index: number;
  relevance_score: number;
}

interface Request {
  model?: string;
  query?: string;
  documents?: readonly string[];
  texts?: readonly string[];
  top_n?: number;
  return_documents?: boolean;
}

/** Cohere bills a query with up to 100 documents as one. */
const DOCUMENTS_PER_SEARCH_UNIT = 100;

export function cohereRerank(options: RerankProtocolOptions = {}): Protocol {
  const errorBody = (_status: number, message = 'the request failed') => ({ id: 'e-1', message });
  return {
    errorBody,
    answer: (received) =>
      answerOf(received, options, {
        path: '/v2/rerank',
        refuse: (status, message) => ({ status, body: errorBody(status, message) }),
        badKey: () => 'invalid api token',
        body: ({ documents = [] }, results) => ({
          id: 'r-1',
          results,
          meta: {
            api_version: { version: '2' },
            billed_units: { search_units: Math.ceil(documents.length / DOCUMENTS_PER_SEARCH_UNIT) },
          },
        }),
      }),
  };
}

export function jinaRerank(options: RerankProtocolOptions = {}): Protocol {
  const errorBody = (_status: number, message = 'the request failed') => ({ detail: message });
  return {
    errorBody,
    answer: (received) =>
      answerOf(received, options, {
        path: '/v1/rerank',
        refuse: (status, message) => ({ status, body: errorBody(status, message) }),
        badKey: (key) => `Unauthorized: the key ${key} is not valid`,
        body: ({ model, query = '', documents = [], return_documents: returns = true }, results) => ({
          model,
          object: 'list',
          usage: { total_tokens: [query, ...documents].join(' ').split(/\s+/).length },
          results: returns ? results.map((item) => withDocument(item as RankedItem, documents)) : results,
        }),
      }),
  };
}

/** Knows no `documents`, and says so in the words of its parser. */
export function teiRerank(options: RerankProtocolOptions = {}): Protocol {
  const errorBody = (_status: number, error = 'the request failed') => ({ error, error_type: 'Backend' });
  return {
    errorBody,
    answer: ({ path, body }) => {
      const { query = '', texts } = (body ?? {}) as Request;
      if (path !== '/rerank') return { status: 404, body: '' };
      if (texts === undefined)
        return { status: 422, body: 'Failed to deserialize the JSON body into the target type: missing field `texts`' };
      const { maxTexts = 32 } = options;
      if (texts.length > maxTexts)
        return {
          status: 422,
          body: errorBody(422, `batch size ${texts.length} > maximum allowed batch size ${maxTexts}`),
        };
      const ranked = rankedOf(query, texts).map(({ index, relevance_score: score }) => ({ index, score }));
      return { status: 200, body: ranked };
    },
  };
}

interface Words {
  path: string;
  refuse(status: number, message: string): Answer;
  badKey(key: string): string;
  body(request: Request, results: unknown[]): object;
}

function answerOf({ method, path, headers, body }: Received, options: RerankProtocolOptions, words: Words): Answer {
  const { apiKey, model, maxTexts = 1_000, spoil } = options;
  const key = headers.authorization?.replace(/^Bearer /, '') ?? '';
  if (apiKey !== undefined && key !== apiKey) return words.refuse(401, words.badKey(key));
  if (`${method} ${path}` !== `POST ${words.path}`) return words.refuse(404, 'not found');
  const request = (body ?? {}) as Request;
  const { query, documents } = request;
  if (typeof query !== 'string' || !Array.isArray(documents))
    return words.refuse(400, 'query and documents are required');
  if (model !== undefined && request.model !== model) return words.refuse(404, `model '${request.model}' not found`);
  if (documents.length > maxTexts) return words.refuse(400, `too many documents: at most ${maxTexts} are allowed`);
  const ranked = rankedOf(query, documents).slice(0, request.top_n ?? documents.length);
  return { status: 200, body: words.body(request, spoil?.(ranked) ?? ranked) };
}

function withDocument(item: RankedItem, documents: readonly string[]) {
  return { ...item, document: { text: documents[item.index] } };
}

function rankedOf(query: string, texts: readonly string[]): RankedItem[] {
  const wanted = wordsOf(query);
  const shareOf = (text: string) => {
    const given = new Set(wordsOf(text));
    return wanted.filter((word) => given.has(word)).length / Math.max(1, wanted.length);
  };
  const items = texts.map((text, index) => ({ index, relevance_score: shareOf(text) }));
  return items.sort((one, other) => other.relevance_score - one.relevance_score);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
