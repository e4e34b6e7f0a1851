/** Anthropic's Messages API (Anthropic API reference, "Messages", "Streaming messages" and "Errors", November 2026). */
import type { ChatAnswer } from '../chat-answer';
import type { ChatRequest } from '../chat-request';
import { isImage } from '../images';
import { invalid } from '../provider-errors';
import type { ScriptedError, ScriptedFinish } from '../scripted-reply';
import type { Vendor } from '../vendor-server';
import { EVENT_STREAM, type Wire } from '../wire';

type Block = {
  type: string;
  text?: string;
  id?: string;
  tool_use_id?: string;
  input?: unknown;
  source?: { type?: string; media_type?: string; data?: string };
};

interface Message {
  role: string;
  content: string | Block[];
}

interface MessagesRequest {
  model?: string;
  max_tokens?: number;
  system?: string | Block[];
  messages?: Message[];
  stream?: boolean;
  temperature?: number;
  top_p?: number;
  tools?: { name: string; input_schema?: { type?: string } }[];
  tool_choice?: { type: string; name?: string };
}

const VERSION = '2023-06-01';
const ERROR_TYPES: Record<number, string> = {
  400: 'invalid_request_error',
  401: 'authentication_error',
  403: 'permission_error',
  404: 'not_found_error',
  413: 'request_too_large',
  429: 'rate_limit_error',
  529: 'overloaded_error',
};
const STOP_REASONS: Record<ScriptedFinish, string> = {
  stop: 'end_turn',
  length: 'max_tokens',
  tool_calls: 'tool_use',
  content_filter: 'refusal',
};
const JSON_PIECE_CHARS = 6;

const WIRE: Wire = {
  contentType: EVENT_STREAM,
  frame: (data, lineEnd) => `event: ${eventName(data)}${lineEnd}data: ${data}${lineEnd}${lineEnd}`,
  comment: (lineEnd) => `event: ping${lineEnd}data: {"type": "ping"}${lineEnd}${lineEnd}`,
  errorBody: ({ status, message = 'The request failed.', type = ERROR_TYPES[status] ?? 'api_error' }) =>
    JSON.stringify({ type: 'error', error: { type, message }, request_id: 'req_1' }),
};

export const ANTHROPIC: Vendor = {
  wire: WIRE,
  read({ method, path, headers, body }, { apiKey, models }) {
    if (method !== 'POST' || path !== '/v1/messages') return { status: 404, message: 'Not Found' };
    if (apiKey !== undefined && headers['x-api-key'] !== apiKey) return { status: 401, message: 'invalid x-api-key' };
    if (headers.authorization !== undefined) return { status: 401, message: 'Invalid bearer token' };
    if (headers['anthropic-version'] !== VERSION) return invalid('anthropic-version: header is required');
    const asked = (body ?? {}) as MessagesRequest;
    if (models !== undefined && !models.includes(asked.model ?? ''))
      return { status: 404, message: `model: ${asked.model}` };
    return refusalOf(asked) ?? { request: chatRequestOf(asked), streams: asked.stream === true };
  },
  whole({ request }, answer, number) {
    const text = answer.pieces.join('');
    const content = [...(text === '' ? [] : [{ type: 'text', text }]), ...answer.toolCalls.map(toolUse)];
    const usage = {
      input_tokens: countsOf(answer).prompt_tokens,
      output_tokens: countsOf(answer).completion_tokens,
    };
    const head = messageHead(request, number);
    return JSON.stringify({ ...head, content, stop_reason: STOP_REASONS[answer.finish], usage });
  },
  streamed({ request }, answer, number) {
    const usage = { input_tokens: countsOf(answer).prompt_tokens, output_tokens: 1 };
    const hasText = answer.pieces.length > 0;
    const start = { type: 'message_start', message: { ...messageHead(request, number), usage } };
    const opening = [start, { type: 'ping' }, ...(hasText ? [blockStart(0, { type: 'text', text: '' })] : [])];
    const pieces = answer.pieces.map((text) => blockDelta(0, { type: 'text_delta', text }));
    const tools = answer.toolCalls.flatMap((call, at) => toolEvents(call, at + (hasText ? 1 : 0)));
    const end = {
      type: 'message_delta',
      delta: { stop_reason: STOP_REASONS[answer.finish], stop_sequence: null },
      usage: { output_tokens: countsOf(answer).completion_tokens },
    };
    const ending = [...(hasText ? [blockStop(0)] : []), ...tools, end, { type: 'message_stop' }];
    return { opening: texts(opening), pieces: texts(pieces), ending: texts(ending) };
  },
};

function refusalOf({ max_tokens, messages = [], tools = [], ...rest }: MessagesRequest): ScriptedError | undefined {
  if (!Number.isInteger(max_tokens) || max_tokens! < 1) return invalid('max_tokens: Field required');
  if (messages.length === 0) return invalid('messages: at least one message is required');
  if (rest.temperature !== undefined && !(rest.temperature >= 0 && rest.temperature <= 1))
    return invalid('temperature: range: 0..1');
  if (rest.temperature !== undefined && rest.top_p !== undefined)
    return invalid('`temperature` and `top_p` cannot both be specified for this model.');
  if (!tools.every((tool) => tool.input_schema?.type === 'object'))
    return invalid('tools.0.input_schema: Field required');
  return turnsRefusal(messages);
}

/** Roles alternate, the user begins, nothing is empty, and the calls of tools are answered in the next message. */
function turnsRefusal(messages: readonly Message[]): ScriptedError | undefined {
  for (const [at, message] of messages.entries()) {
    const { role, content } = message;
    if (role !== (at % 2 === 0 ? 'user' : 'assistant'))
      return invalid(`messages: roles must alternate between "user" and "assistant", messages.${at} is "${role}"`);
    if (content.length === 0 || blocksOf(message).some(({ type, text }) => type === 'text' && !text?.trim()))
      return invalid('messages: text content blocks must be non-empty');
    const images = blocksOf(message).filter(({ type }) => type === 'image');
    if (!images.every(({ source }) => source?.type === 'base64' && isImage(source.media_type, source.data)))
      return invalid(`messages.${at}.content.0.image.source: Input should be a base64 image`);
    const uses = at === 0 ? [] : idsOf(messages[at - 1], 'tool_use', 'id');
    const results = idsOf(message, 'tool_result', 'tool_use_id');
    if (uses.join() !== results.join())
      return invalid(`messages.${at}: \`tool_use\` ids were found without \`tool_result\` blocks immediately after`);
  }
  return undefined;
}

function idsOf(message: Message | undefined, type: string, field: 'id' | 'tool_use_id'): (string | undefined)[] {
  return blocksOf(message)
    .filter((block) => block.type === type)
    .map((block) => block[field]);
}

function blocksOf(message: Message | undefined): Block[] {
  if (message === undefined) return [];
  return typeof message.content === 'string' ? [{ type: 'text', text: message.content }] : message.content;
}

function chatRequestOf({ model = '', system, messages = [], max_tokens, tools, tool_choice: choice }: MessagesRequest) {
  const wanted = choice?.type === 'tool' && { type: 'function' as const, function: { name: choice.name ?? '' } };
  const insisted = choice?.type === 'any' && ('required' as const);
  const request: ChatRequest = {
    model,
    messages: [{ role: 'system', content: JSON.stringify(system) }, ...messages],
    ...(max_tokens === undefined ? {} : { max_tokens }),
    ...(tools === undefined ? {} : { tools: tools.map(({ name }) => ({ type: 'function', function: { name } })) }),
    tool_choice: wanted || insisted || (choice?.type === 'none' ? 'none' : 'auto'),
  };
  return request;
}

function messageHead({ model }: ChatRequest, number: number) {
  const head = { id: `msg_${number}`, type: 'message', role: 'assistant', model };
  return { ...head, content: [], stop_reason: null, stop_sequence: null };
}

function toolUse({ id, name, arguments: text }: ChatAnswer['toolCalls'][number]) {
  return { type: 'tool_use', id, name, input: JSON.parse(text) };
}

function toolEvents(call: ChatAnswer['toolCalls'][number], index: number): object[] {
  const parts = call.arguments.match(new RegExp(`[^]{1,${JSON_PIECE_CHARS}}`, 'g')) ?? [];
  return [
    blockStart(index, { ...toolUse(call), input: {} }),
    ...['', ...parts].map((part) => blockDelta(index, { type: 'input_json_delta', partial_json: part })),
    blockStop(index),
  ];
}

/** Anthropic always counts. */
function countsOf({ usage, pieces }: ChatAnswer) {
  return usage ?? { prompt_tokens: 1, completion_tokens: pieces.length };
}

const blockStart = (index: number, block: object) => ({ type: 'content_block_start', index, content_block: block });
const blockDelta = (index: number, delta: object) => ({ type: 'content_block_delta', index, delta });
const blockStop = (index: number) => ({ type: 'content_block_stop', index });
const texts = (events: readonly object[]) => events.map((event) => JSON.stringify(event));

/** Broken ones are pieces of the text. */
function eventName(data: string): string {
  return /^\{"type":"(\w+)"/.exec(data)?.[1] ?? 'content_block_delta';
}
