/** Google's Gemini API (Gemini API reference, "Generating content" and "Function calling", November 2026). */
import type { ChatAnswer } from '../chat-answer';
import type { ChatRequest } from '../chat-request';
import { isImage } from '../images';
import { invalid } from '../provider-errors';
import type { ScriptedError, ScriptedFinish } from '../scripted-reply';
import type { Vendor } from '../vendor-server';
import { EVENT_STREAM, ping, plainEvent, type Wire } from '../wire';

interface Part {
  text?: string;
  inlineData?: { mimeType?: string; data?: string };
  functionCall?: { name: string; args?: object };
  functionResponse?: { name: string; response?: object };
}

interface Content {
  role?: string;
  parts?: Part[];
}

interface GenerateRequest {
  contents?: Content[];
  systemInstruction?: Content;
  tools?: { functionDeclarations?: { name: string; parameters?: { properties?: object } }[] }[];
  toolConfig?: { functionCallingConfig?: { mode?: string; allowedFunctionNames?: string[] } };
  generationConfig?: { maxOutputTokens?: number };
}

const PATH = /^\/v1beta\/models\/([^/:]+):(generateContent|streamGenerateContent)$/;
const STATUSES: Record<number, string> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  429: 'RESOURCE_EXHAUSTED',
  503: 'UNAVAILABLE',
};
const FINISH_REASONS: Record<ScriptedFinish, string> = {
  stop: 'STOP',
  length: 'MAX_TOKENS',
  tool_calls: 'STOP',
  content_filter: 'SAFETY',
};

const WIRE: Wire = {
  contentType: EVENT_STREAM,
  frame: plainEvent,
  comment: ping,
  errorBody: ({ status, message = 'The request failed.' }) =>
    JSON.stringify({ error: { code: status, message, status: STATUSES[status] ?? 'INTERNAL' } }),
};

export const GOOGLE: Vendor = {
  wire: WIRE,
  read({ method, path, query, headers, body }, { apiKey, models }) {
    const [, model, task] = PATH.exec(path) ?? [];
    if (method !== 'POST' || model === undefined) return { status: 404, message: 'Requested entity was not found.' };
    // Keys in addresses end up in logs, so that this server does not take them there.
    if (apiKey !== undefined && headers['x-goog-api-key'] !== apiKey)
      return invalid('API key not valid. Please pass a valid API key.');
    if (models !== undefined && !models.includes(model))
      return { status: 404, message: `models/${model} is not found for API version v1beta` };
    const streams = task === 'streamGenerateContent';
    if (streams && query.get('alt') !== 'sse') return invalid('This server streams events only.');
    const asked = (body ?? {}) as GenerateRequest;
    return refusalOf(asked) ?? { request: chatRequestOf(model, asked), streams };
  },
  whole: (_asked, answer) =>
    JSON.stringify({
      ...pieceOf([...(answer.pieces.length > 0 ? [{ text: answer.pieces.join('') }] : []), ...callsOf(answer)], answer),
      ...usageOf(answer, answer.pieces.length),
    }),
  /** Each piece counts the tokens until then; calls come whole, the reason to finish comes last. */
  streamed(_asked, answer) {
    const pieces = answer.pieces.map((text, at) => ({ ...pieceOf([{ text }]), ...usageOf(answer, at + 1) }));
    const end = { ...pieceOf(callsOf(answer), answer), ...usageOf(answer, answer.pieces.length) };
    return { opening: [], pieces: pieces.map((piece) => JSON.stringify(piece)), ending: [JSON.stringify(end)] };
  },
};

function pieceOf(parts: readonly object[], ended?: ChatAnswer) {
  // A last piece without parts has no content at all.
  const content = parts.length > 0 ? { content: { parts, role: 'model' } } : {};
  const finish = ended === undefined ? {} : { finishReason: FINISH_REASONS[ended.finish] };
  return { candidates: [{ ...content, ...finish, index: 0 }], modelVersion: 'test-model' };
}

function callsOf({ toolCalls }: ChatAnswer): object[] {
  return toolCalls.map(({ name, arguments: text }) => ({ functionCall: { name, args: JSON.parse(text) } }));
}

function usageOf({ usage, pieces }: ChatAnswer, said: number): object {
  if (usage === undefined) return {};
  const output = said === pieces.length ? usage.completion_tokens : Math.min(said, usage.completion_tokens);
  const total = usage.prompt_tokens + output;
  return {
    usageMetadata: { promptTokenCount: usage.prompt_tokens, candidatesTokenCount: output, totalTokenCount: total },
  };
}

function refusalOf({ contents = [], systemInstruction, tools = [] }: GenerateRequest): ScriptedError | undefined {
  if (contents.length === 0) return invalid('* GenerateContentRequest.contents: contents is not specified');
  if (systemInstruction !== undefined && !systemInstruction.parts?.some(({ text }) => text))
    return invalid('* GenerateContentRequest.system_instruction.parts: must not be empty.');
  const declared = tools.flatMap(({ functionDeclarations = [] }) => functionDeclarations);
  if (declared.some(({ parameters }) => parameters && Object.keys(parameters.properties ?? {}).length === 0))
    return invalid('* function_declarations[0].parameters.properties: should be non-empty for OBJECT type');
  return turnsRefusal(contents);
}

function turnsRefusal(contents: readonly Content[]): ScriptedError | undefined {
  for (const [at, { role, parts = [] }] of contents.entries()) {
    if (role !== (at % 2 === 0 ? 'user' : 'model'))
      return invalid(`Please use a valid role and alternate turns: contents[${at}] is ${role}.`);
    if (parts.length === 0 || parts.some((part) => part.text === ''))
      return invalid(`* GenerateContentRequest.contents[${at}].parts: contents.parts must not be empty.`);
    const images = parts.flatMap(({ inlineData }) => inlineData ?? []);
    if (!images.every(({ mimeType, data }) => isImage(mimeType, data)))
      return invalid('Unable to process input image. Please retry or report in troubleshooting guide.');
    const called = contents[at - 1]?.parts?.flatMap(({ functionCall }) => functionCall?.name ?? []) ?? [];
    const answered = parts.flatMap(({ functionResponse }) => functionResponse?.name ?? []);
    if (called.join() !== answered.join())
      return invalid('Please ensure that the number of function response parts is equal to the function call parts.');
  }
  return undefined;
}

function chatRequestOf(model: string, asked: GenerateRequest): ChatRequest {
  const { contents = [], systemInstruction, tools = [], generationConfig, toolConfig } = asked;
  const { mode, allowedFunctionNames } = toolConfig?.functionCallingConfig ?? {};
  const declared = tools.flatMap(({ functionDeclarations = [] }) => functionDeclarations);
  const wanted = allowedFunctionNames?.[0];
  const insisted =
    wanted === undefined ? ('required' as const) : { type: 'function' as const, function: { name: wanted } };
  const limit = generationConfig?.maxOutputTokens;
  return {
    model,
    messages: [systemInstruction ?? {}, ...contents].map((content) => ({
      role: 'user',
      content: JSON.stringify(content),
    })),
    ...(limit === undefined ? {} : { max_tokens: limit }),
    ...(declared.length > 0 ? { tools: declared.map(({ name }) => ({ type: 'function', function: { name } })) } : {}),
    tool_choice: mode === 'ANY' ? insisted : mode === 'NONE' ? 'none' : 'auto',
  };
}
