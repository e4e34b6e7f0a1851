/**
 * Azure OpenAI (Azure OpenAI REST API reference, "Chat completions", November 2026): chat completions under a deployment,
 * with `api-key` and `api-version`. Its streams begin with what its filter thinks of the prompt, and no choice.
 */
import { jsonAnswer, streamedAnswer } from '../chat-answer';
import { type ChatRequest, refusalOf } from '../chat-request';
import { errorBody, invalid } from '../provider-errors';
import type { Vendor } from '../vendor-server';
import { OPENAI_WIRE } from '../wire';

const PATH = /^\/openai\/deployments\/([^/]+)\/chat\/completions$/;
const BAD_KEY = {
  status: 401,
  code: '401',
  message: 'Access denied due to invalid subscription key or wrong API endpoint.',
};
const NO_DEPLOYMENT = {
  status: 404,
  code: 'DeploymentNotFound',
  message: 'The API deployment for this resource does not exist.',
};

export const AZURE: Vendor = {
  wire: { ...OPENAI_WIRE, errorBody: (error) => errorBody(error) },
  read({ method, path, query, headers, body }, { apiKey, models }) {
    const deployment = PATH.exec(path)?.[1];
    if (method !== 'POST' || deployment === undefined || !/^\d{4}-\d{2}-\d{2}/.test(query.get('api-version') ?? ''))
      return { status: 404, code: '404', message: 'Resource not found' };
    if (headers.authorization !== undefined && headers['api-key'] === undefined) return BAD_KEY;
    if (apiKey !== undefined && headers['api-key'] !== apiKey) return BAD_KEY;
    if (models !== undefined && !models.includes(deployment)) return NO_DEPLOYMENT;
    if (typeof body !== 'object' || body === null) return invalid('The body could not be parsed as JSON.');
    const request = body as ChatRequest;
    return refusalOf(request, {}) ?? { request, streams: request.stream === true };
  },
  whole: ({ request }, answer, number) => jsonAnswer(`chatcmpl-${number}`, request, answer),
  streamed({ request }, answer, number) {
    const { opening, pieces, ending } = streamedAnswer(`chatcmpl-${number}`, request, answer);
    const filter = { id: '', object: '', created: 0, model: '', choices: [], prompt_filter_results: [] };
    return { opening: [JSON.stringify(filter), ...opening], pieces, ending };
  },
};
