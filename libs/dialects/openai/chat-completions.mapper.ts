import type { CompletionEvent } from '#domain/chats';
import type { CallerToolCall, Reply } from '#domain/replies';
import { saidInMessages } from './asking/chat-messages';
import type { AskedTerms } from './asking/completion-input.service';
import { refused } from './asking/content-parts';
import { responseFormatOf, toolChoiceOf, toolOf, unsupportedTool } from './asking/tool-choice';
import type { ChatCompletion, CompletionUsage, Finish } from './chat-completion.dto';
import type { ChatTool, CreateChatCompletion, ResponseFormat, ToolCall } from './chat-completions.dto';
import { toChatAnnotations, toGrounding } from './citations';
import { unsupportedParameter, unsupportedValue } from './openai.errors';

export type Completed = Extract<CompletionEvent, { type: 'done' }>;

/** What is the same in all that is told of one completion. */
export interface CompletionHead {
  id: string;
  created: number;
  model: string;
}

/** @throws `input.invalid`, `openai.unsupported_value`, `openai.unsupported_parameter` */
export function toAskedTerms(body: CreateChatCompletion): AskedTerms {
  refuseUnsupported(body);
  const tools = (body.tools ?? []).map(toTool);
  return {
    said: saidInMessages(body.messages),
    tools,
    toolChoice: toolChoiceOf(body.tool_choice, tools),
    responseFormat: toFormat(body.response_format),
    formatParam: 'response_format',
    stop: typeof body.stop === 'string' ? [body.stop] : (body.stop ?? []),
    temperature: body.temperature,
    topP: body.top_p,
    maxTokens: body.max_completion_tokens ?? body.max_tokens,
    user: body.safety_identifier || body.user,
    isStreamed: body.stream === true,
    isStored: body.store !== false,
  };
}

function refuseUnsupported({ n, modalities, audio, logprobs }: CreateChatCompletion): void {
  if (n != null && n !== 1)
    throw unsupportedValue('n', `Unsupported value: 'n' does not support ${n} with this model. Only 1 is supported.`);
  const isTextAlone = modalities == null || (Array.isArray(modalities) && modalities.every((one) => one === 'text'));
  if (!isTextAlone)
    throw unsupportedValue('modalities', 'Unsupported value: \'modalities\' supports only ["text"] with this model.');
  if (audio != null) throw unsupportedParameter('audio');
  if (logprobs === true) throw unsupportedParameter('logprobs');
}

function toTool({ type, function: defined }: ChatTool, at: number) {
  const param = `tools[${at}]`;
  if (type !== 'function') throw unsupportedTool(type, `${param}.type`);
  if (!defined) throw refused(`${param}.function`, 'it must be an object with a name.');
  return toolOf(defined, `${param}.function`);
}

function toFormat(format: ResponseFormat | null | undefined) {
  if (!format) return undefined;
  return responseFormatOf({ type: format.type, ...format.json_schema }, 'response_format.json_schema');
}

export function toChatCompletion({ id, created, model }: CompletionHead, done: Completed): ChatCompletion {
  const { reply, conversationId } = done;
  const message = {
    role: 'assistant' as const,
    content: reply.toolCalls && reply.text === '' ? null : reply.text,
    refusal: null,
    annotations: toChatAnnotations(reply),
    ...(reply.toolCalls ? { tool_calls: reply.toolCalls.map(toToolCall) } : {}),
  };
  return {
    id,
    object: 'chat.completion',
    created,
    model,
    choices: [{ index: 0, message, logprobs: null, finish_reason: finishOf(reply) }],
    usage: toUsage(reply),
    service_tier: 'default',
    parley: toGrounding(reply, conversationId),
  };
}

export function toToolCall({ id, name, arguments: args }: CallerToolCall): ToolCall {
  return { id, type: 'function', function: { name, arguments: args } };
}

export function finishOf({ finishReason }: Reply): Finish {
  return finishReason === 'refused' ? 'content_filter' : (finishReason ?? 'stop');
}

export function toUsage({ usage: { inputTokens, outputTokens } }: Reply): CompletionUsage {
  return {
    prompt_tokens: inputTokens,
    completion_tokens: outputTokens,
    total_tokens: inputTokens + outputTokens,
    prompt_tokens_details: { cached_tokens: 0 },
    completion_tokens_details: { reasoning_tokens: 0 },
  };
}
