/**
 * A scripted answer in the wire format of `/v1/chat/completions` (OpenAI API reference, "Chat" and "Chat streaming", read
 * November 2026): one object, or the events of a stream: role, pieces of text, pieces of tool calls, finish, usage, `[DONE]`.
 */
import { answerLimitOf, type ChatRequest, promptTokensOf } from './chat-request';
import { piecesOf, type ScriptedAnswer, type ScriptedFinish, type ScriptedToolCall } from './scripted-reply';
import type { StreamedAnswer } from './wire';

export interface ChatAnswer {
  pieces: readonly string[];
  toolCalls: readonly Required<ScriptedToolCall>[];
  finish: ScriptedFinish;
  usage: { prompt_tokens: number; completion_tokens: number; total_tokens: number } | undefined;
}

const CREATED_SECONDS = 1_767_225_600;
const ARGUMENT_PIECE_CHARS = 6;

export function chatAnswerOf(request: ChatRequest, script: ScriptedAnswer): ChatAnswer {
  const toolCalls = toolCallsOf(request, script);
  const all = piecesOf(script, toolCalls.length > 0);
  const pieces = all.slice(0, answerLimitOf(request));
  const naturalFinish = toolCalls.length > 0 ? 'tool_calls' : 'stop';
  const finish = pieces.length < all.length ? 'length' : (script.finish ?? naturalFinish);
  return { pieces, toolCalls, finish, usage: usageOf(request, script, pieces.length) };
}

function usageOf(request: ChatRequest, { usage }: ScriptedAnswer, pieces: number): ChatAnswer['usage'] {
  if (usage === null) return undefined;
  const [input, output] = [usage?.promptTokens ?? promptTokensOf(request), usage?.completionTokens ?? pieces];
  return { prompt_tokens: input, completion_tokens: output, total_tokens: input + output };
}

/** A tool that the caller insists on is called even if the script does not say so. */
function toolCallsOf({ tools = [], tool_choice: choice }: ChatRequest, { toolCalls }: ScriptedAnswer) {
  if (tools.length === 0 || choice === 'none') return [];
  const wanted = typeof choice === 'object' ? choice.function.name : choice === 'required' && tools[0]?.function.name;
  const insisted: ScriptedToolCall[] = wanted ? [{ name: wanted, arguments: '{}' }] : [];
  return (toolCalls ?? insisted).map((call, index) => ({ ...call, id: call.id ?? `call_${index + 1}` }));
}

export function jsonAnswer(id: string, { model }: ChatRequest, answer: ChatAnswer): string {
  const { pieces, toolCalls, finish, usage } = answer;
  const called = toolCalls.length === 0 ? {} : { tool_calls: toolCalls.map(toToolCall) };
  const text = pieces.join('');
  const message = {
    role: 'assistant',
    content: text === '' && toolCalls.length > 0 ? null : text,
    refusal: null,
    ...called,
  };
  const choices = [{ index: 0, message, logprobs: null, finish_reason: finish }];
  return JSON.stringify({ id, object: 'chat.completion', created: CREATED_SECONDS, model, choices, usage });
}

export function streamedAnswer(id: string, request: ChatRequest, answer: ChatAnswer): StreamedAnswer {
  const wantsUsage = request.stream_options?.include_usage === true;
  const head = { id, object: 'chat.completion.chunk', created: CREATED_SECONDS, model: request.model };
  const event = (delta: object, finish: string | null = null) =>
    JSON.stringify({
      ...head,
      choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }],
      ...(wantsUsage ? { usage: null } : {}),
    });
  const usage = wantsUsage && answer.usage ? [JSON.stringify({ ...head, choices: [], usage: answer.usage })] : [];
  return {
    opening: [event({ role: 'assistant', content: '', refusal: null })],
    pieces: answer.pieces.map((content) => event({ content })),
    ending: [
      ...answer.toolCalls.flatMap(toolCallDeltas).map((delta) => event(delta)),
      event({}, answer.finish),
      ...usage,
    ],
  };
}

function toToolCall({ id, name, arguments: text }: Required<ScriptedToolCall>) {
  return { id, type: 'function', function: { name, arguments: text } };
}

/** The name comes first and alone, then its arguments bit by bit. */
function toolCallDeltas(call: Required<ScriptedToolCall>, index: number): object[] {
  const opening = { ...toToolCall({ ...call, arguments: '' }), index };
  const parts = call.arguments.match(new RegExp(`[^]{1,${ARGUMENT_PIECE_CHARS}}`, 'g')) ?? [];
  const rest = parts.map((part) => ({ index, function: { arguments: part } }));
  return [opening, ...rest].map((toolCall) => ({ tool_calls: [toolCall] }));
}
