/**
 * `/v1/embeddings` as OpenAI answers it (API reference, "Embeddings"), and the same under `/openai/deployments/<name>/` as Azure
 * OpenAI does (REST reference, 2024-10-21), each with its own way to carry the key and its own words of refusal.
 */
import { type Concepts, conceptVector } from '#providers/embeddings';
import type { Answer, Protocol, Received } from './protocol-server';

export interface EmbeddingProtocolOptions {
  apiKey?: string;
  /** Undefined takes any name. */
  model?: string;
  concepts?: Concepts;
  /** Of the model, when none are asked for. */
  dimensions?: number;
  maxTexts?: number;
  /** Of one text, in words. */
  maxWords?: number;
  /** False: a server that refuses base64. */
  knowsBase64?: boolean;
  /** What is wrong with the answers. */
  spoil?: (items: OpenAiItem[]) => unknown[];
}

export interface OpenAiItem {
  object: 'embedding';
  index: number;
  embedding: unknown;
}

interface Request {
  model?: unknown;
  input?: unknown;
  dimensions?: number;
  encoding_format?: 'float' | 'base64';
}

export const DEFAULT_DIMENSIONS = 64;

export function openAiEmbeddings(options: EmbeddingProtocolOptions = {}): Protocol {
  return {
    errorBody,
    answer: ({ method, path, headers, body }: Received): Answer => {
      if (options.apiKey !== undefined && headers.authorization !== `Bearer ${options.apiKey}`)
        return refused(401, `Incorrect API key provided: ${headers.authorization?.slice('Bearer '.length)}.`);
      if (`${method} ${path}` !== 'POST /v1/embeddings') return refused(404, `Invalid URL (${method} ${path})`);
      const request = (body ?? {}) as Request;
      if (options.model !== undefined && request.model !== options.model)
        return refused(404, `The model \`${request.model}\` does not exist.`);
      return embedded(request, options);
    },
  };
}

export function azureEmbeddings(options: EmbeddingProtocolOptions = {}): Protocol {
  const { apiKey, model: deployment = 'my-deployment' } = options;
  return {
    errorBody: azureErrorBody,
    answer: ({ method, path, headers, body }: Received): Answer => {
      const url = new URL(path, 'http://azure');
      if (apiKey !== undefined && headers['api-key'] !== apiKey)
        return { status: 401, body: { statusCode: 401, message: 'Access denied due to invalid subscription key.' } };
      const isRight =
        method === 'POST' &&
        url.pathname === `/openai/deployments/${deployment}/embeddings` &&
        url.searchParams.has('api-version');
      if (!isRight)
        return { status: 404, body: azureErrorBody(404, 'The API deployment for this resource does not exist.') };
      return embedded((body ?? {}) as Request, options);
    },
  };
}

function embedded(request: Request, options: EmbeddingProtocolOptions): Answer {
  const { input, encoding_format: format, dimensions = options.dimensions ?? DEFAULT_DIMENSIONS } = request;
  const { maxTexts = 2_048, maxWords = 8_192, concepts = {}, knowsBase64 = true, spoil } = options;
  const texts: string[] = typeof input === 'string' ? [input] : ((input ?? []) as string[]);
  if (texts.length === 0) return refused(400, "'$.input' is invalid.");
  if (texts.length > maxTexts)
    return refused(400, `Invalid 'input': array too long. Expected an array with maximum length ${maxTexts}.`);
  if (texts.some((text) => wordCount(text) > maxWords))
    return refused(400, `This model's maximum context length is ${maxWords} tokens, however you requested more.`);
  if (format === 'base64' && !knowsBase64) return refused(400, "Unsupported value for 'encoding_format'.");
  const items = texts.map((text, index): OpenAiItem => {
    const vector = conceptVector(text, concepts, dimensions);
    const embedding = format === 'base64' ? Buffer.from(vector.buffer).toString('base64') : [...vector];
    return { object: 'embedding', index, embedding };
  });
  const tokens = texts.reduce((sum, text) => sum + wordCount(text), 0);
  const usage = { prompt_tokens: tokens, total_tokens: tokens };
  return { status: 200, body: { object: 'list', data: spoil?.(items) ?? items, model: request.model, usage } };
}

export function wordCount(text: string): number {
  return text.split(/\s+/).length;
}

function refused(status: number, message: string): Answer {
  return { status, body: errorBody(status, message) };
}

function errorBody(status: number, message = 'The request failed.'): object {
  const type = status >= 500 ? 'server_error' : 'invalid_request_error';
  const code = status === 429 ? 'rate_limit_exceeded' : status === 401 ? 'invalid_api_key' : null;
  return { error: { message, type, param: null, code } };
}

function azureErrorBody(status: number, message = 'The request failed.'): object {
  return { error: { code: String(status), message } };
}
