/** Ollama's own API (Ollama API reference, "Generate a chat completion", November 2026): one JSON object a line. */
import type { ChatAnswer } from '../chat-answer';
import type { ChatRequest } from '../chat-request';
import { isBase64 } from '../images';
import { invalid } from '../provider-errors';
import type { ScriptedError } from '../scripted-reply';
import type { Vendor } from '../vendor-server';

interface Message {
  role?: string;
  content?: string;
  /** Base64, without their type. */
  images?: string[];
  tool_calls?: { function?: { name?: string; arguments?: unknown } }[];
}

interface OllamaRequest {
  model?: string;
  messages?: Message[];
  stream?: boolean;
  tools?: ChatRequest['tools'];
  options?: { num_predict?: number };
}

const ROLES = ['system', 'user', 'assistant', 'tool'];
const HEAD = { created_at: '2026-11-01T00:00:00Z' };

export const OLLAMA: Vendor = {
  wire: {
    contentType: 'application/x-ndjson',
    frame: (data, lineEnd) => `${data}${lineEnd}`,
    comment: () => '',
    errorBody: ({ message = 'the request failed' }) => JSON.stringify({ error: message }),
  },
  read({ method, path, headers, body }, { apiKey, models }) {
    if (method !== 'POST' || path !== '/api/chat') return { status: 404, message: '404 page not found' };
    if (apiKey !== undefined && headers.authorization !== `Bearer ${apiKey}`)
      return { status: 401, message: 'unauthorized' };
    const asked = (body ?? {}) as OllamaRequest;
    const { model = '', messages = [], stream = true, tools, options } = asked;
    if (models !== undefined && !models.includes(model)) return { status: 404, message: `model '${model}' not found` };
    const request: ChatRequest = {
      model,
      messages: messages.map(({ role = '', content = '' }) => ({ role, content })),
      ...(options?.num_predict === undefined ? {} : { max_tokens: options.num_predict }),
      ...(tools === undefined ? {} : { tools }),
    };
    return refusalOf(messages) ?? { request, streams: stream };
  },
  whole({ request: { model } }, answer) {
    const message = { role: 'assistant', content: answer.pieces.join(''), ...calledBy(answer) };
    return JSON.stringify({ model, ...HEAD, message, ...endOf(answer) });
  },
  streamed({ request: { model } }, answer) {
    const piece = (content: string, more: object = {}, end: object = { done: false }) =>
      JSON.stringify({ model, ...HEAD, message: { role: 'assistant', content, ...more }, ...end });
    const called = answer.toolCalls.map((call) => piece('', calledBy({ ...answer, toolCalls: [call] })));
    return {
      opening: [],
      pieces: answer.pieces.map((text) => piece(text)),
      ending: [...called, piece('', {}, endOf(answer))],
    };
  },
};

function refusalOf(messages: readonly Message[]): ScriptedError | undefined {
  if (!messages.every(({ role, content }) => ROLES.includes(role ?? '') && typeof content === 'string'))
    return invalid('invalid message');
  if (!messages.flatMap(({ images = [] }) => images).every(isBase64))
    return invalid('illegal base64 data at input byte 4');
  const calls = messages.flatMap(({ tool_calls = [] }) => tool_calls);
  if (calls.some((call) => typeof call.function?.arguments !== 'object'))
    return invalid('json: cannot unmarshal string into Go struct field .messages.tool_calls.function.arguments');
  return undefined;
}

function calledBy({ toolCalls }: Pick<ChatAnswer, 'toolCalls'>): object {
  if (toolCalls.length === 0) return {};
  const calls = toolCalls.map(({ name, arguments: text }) => ({ function: { name, arguments: JSON.parse(text) } }));
  return { tool_calls: calls };
}

/** Calls of tools are no reason of their own. */
function endOf({ finish, usage }: ChatAnswer): object {
  const counted = usage && { prompt_eval_count: usage.prompt_tokens, eval_count: usage.completion_tokens };
  return { done: true, done_reason: finish === 'length' ? 'length' : 'stop', ...counted };
}
