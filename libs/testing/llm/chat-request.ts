/** What a client asks of `/v1/chat/completions`, and what the vendor would refuse about it. */
import { isImageUrl } from './images';
import { contextTooLong, invalid, unknownModel } from './provider-errors';
import type { ScriptedError } from './scripted-reply';

export interface ContentPart {
  type: string;
  text?: string;
  image_url?: { url?: string };
}

export interface ChatMessage {
  role: string;
  content: string | readonly ContentPart[] | null;
  tool_calls?: readonly { id: string; type: string; function: { name: string; arguments: string } }[];
  tool_call_id?: string;
}

export interface ChatTool {
  type: 'function';
  function: { name: string; description?: string; parameters?: object };
}

export interface ChatRequest {
  model: string;
  messages: readonly ChatMessage[];
  stream?: boolean;
  stream_options?: { include_usage?: boolean };
  max_tokens?: number;
  max_completion_tokens?: number;
  temperature?: number;
  top_p?: number;
  tools?: readonly ChatTool[];
  tool_choice?: 'none' | 'auto' | 'required' | { type: 'function'; function: { name: string } };
}

export interface ChatLimits {
  /** Undefined takes any name. */
  models?: readonly string[] | undefined;
  maxContextTokens?: number | undefined;
}

/** Rough, but the same on every run; the vendor's own count is a matter of its vocabulary. */
const CHARS_PER_TOKEN = 4;

export function promptTokensOf({ messages }: ChatRequest): number {
  const chars = messages.reduce((sum, { content }) => sum + JSON.stringify(content ?? '').length, 0);
  return Math.ceil(chars / CHARS_PER_TOKEN);
}

export function answerLimitOf(request: ChatRequest): number {
  return request.max_completion_tokens ?? request.max_tokens ?? Number.POSITIVE_INFINITY;
}

export function refusalOf(request: ChatRequest, limits: ChatLimits): ScriptedError | undefined {
  const { model, messages, stream, stream_options, temperature } = request;
  if (typeof model !== 'string' || model === '') return invalid('you must provide a model parameter');
  if (!Array.isArray(messages) || messages.length === 0) return invalid("'messages' must have at least one entry.");
  if (!messages.every((message) => typeof message?.role === 'string')) return invalid("Missing 'messages[].role'.");
  if (stream_options !== undefined && !stream)
    return invalid("The 'stream_options' parameter is only allowed when 'stream' is enabled.");
  if (temperature !== undefined && !(temperature >= 0 && temperature <= 2))
    return invalid("'temperature' must be between 0 and 2.");
  if (request.top_p !== undefined && !(request.top_p > 0 && request.top_p <= 1))
    return invalid("'top_p' must be above 0 and at most 1.");
  const unreadable = partsRefusalOf(messages);
  if (unreadable !== undefined) return unreadable;
  const unanswered = toolRefusalOf(messages);
  if (unanswered !== undefined) return unanswered;
  if (!(answerLimitOf(request) >= 1)) return invalid("'max_tokens' must be at least 1.");
  if (limits.models !== undefined && !limits.models.includes(model)) return unknownModel(model);
  const tokens = promptTokensOf(request);
  const { maxContextTokens = Number.POSITIVE_INFINITY } = limits;
  return tokens > maxContextTokens ? contextTooLong(maxContextTokens, tokens) : undefined;
}

/** Images stand in messages of the user, as parts beside the text. */
function partsRefusalOf(messages: readonly ChatMessage[]): ScriptedError | undefined {
  for (const { role, content } of messages) {
    if (typeof content === 'string' || content === null || content === undefined) continue;
    if (content.length === 0) return invalid("Invalid 'messages[].content': empty array.");
    for (const part of content) {
      if (part.type === 'text' && typeof part.text === 'string') continue;
      if (part.type !== 'image_url') return invalid(`Invalid value: '${part.type}'.`);
      if (role !== 'user') return invalid(`Image URLs are only allowed for messages with role 'user', not '${role}'.`);
      if (!isImageUrl(part.image_url?.url)) return invalid('You uploaded an unsupported image.');
    }
  }
  return undefined;
}

/** The calls of tools are answered at once, each of them, and nothing else is. */
function toolRefusalOf(messages: readonly ChatMessage[]): ScriptedError | undefined {
  let open: string[] = [];
  for (const { role, tool_calls: calls = [], tool_call_id: id } of messages) {
    if (role === 'tool') {
      if (!open.includes(id ?? ''))
        return invalid("messages with role 'tool' must be a response to a preceding message with 'tool_calls'.");
      open = open.filter((one) => one !== id);
      continue;
    }
    if (open.length > 0) return invalid(`'tool_call_id's did not have response messages: ${open.join(', ')}`);
    if (!calls.every((call) => call.type === 'function' && typeof call.function.arguments === 'string'))
      return invalid("Invalid 'messages[].tool_calls[].function.arguments': expected a string.");
    open = calls.map((call) => call.id);
  }
  return undefined;
}
