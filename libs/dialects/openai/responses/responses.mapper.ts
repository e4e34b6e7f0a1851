import type { Reply } from '#domain/replies';
import type { AskedTerms } from '../asking/completion-input.service';
import { refused } from '../asking/content-parts';
import { responseFormatOf, toolChoiceOf, toolOf, unsupportedTool } from '../asking/tool-choice';
import { citingsOf, toGrounding, webAddressOf } from '../citations';
import { openai } from '../openai.dialect';
import { unsupportedParameter } from '../openai.errors';
import { type Item, saidInItems } from './input-items';
import type { ModelResponse, OutputItem, OutputText, ResponseAnnotation, ResponseUsage } from './model-response.dto';
import type { CreateResponse, ResponseTool } from './responses.dto';

/** @throws `input.invalid`, `openai.unsupported_value`, `openai.unsupported_parameter` */
export function toAskedTerms(body: CreateResponse, items: readonly Item[], earlier: readonly Item[]): AskedTerms {
  if (body.background === true) throw unsupportedParameter('background');
  if (body.conversation != null) throw unsupportedParameter('conversation');
  if (body.prompt != null) throw unsupportedParameter('prompt');
  const tools = (body.tools ?? []).map(toTool);
  return {
    said: saidInItems(earlier, items, body.instructions),
    tools,
    toolChoice: toolChoiceOf(body.tool_choice, tools),
    responseFormat: responseFormatOf(body.text?.format, 'text.format'),
    formatParam: 'text.format',
    stop: [],
    temperature: body.temperature,
    topP: body.top_p,
    maxTokens: body.max_output_tokens,
    user: body.safety_identifier || body.user,
    isStreamed: body.stream === true,
    isStored: body.store !== false,
  };
}

function toTool({ type, name, description, parameters }: ResponseTool, at: number) {
  const param = `tools[${at}]`;
  if (type !== 'function') throw unsupportedTool(type, `${param}.type`);
  if (!name) throw refused(`${param}.name`, 'it must be of 1 to 64 letters, digits, _ and -.');
  return toolOf({ name, ...(description ? { description } : {}), ...(parameters ? { parameters } : {}) }, param);
}

/** What is known of a response before there is an answer. */
export interface ResponseHead {
  /** UUID. */
  key: string;
  /** In seconds since 1970. */
  createdAt: number;
  model: string;
  body: CreateResponse;
}

export function toPending({ key, createdAt, model, body }: ResponseHead): ModelResponse {
  return {
    id: responseId(key),
    object: 'response',
    created_at: createdAt,
    status: 'in_progress',
    error: null,
    incomplete_details: null,
    instructions: body.instructions ?? null,
    max_output_tokens: body.max_output_tokens ?? null,
    model,
    output: [],
    parallel_tool_calls: true,
    previous_response_id: body.previous_response_id ?? null,
    reasoning: { effort: null, summary: null },
    store: body.store !== false,
    temperature: body.temperature ?? null,
    text: { format: body.text?.format ?? { type: 'text' } },
    tool_choice: body.tool_choice ?? 'auto',
    tools: body.tools ?? [],
    top_p: body.top_p ?? null,
    truncation: 'disabled',
    usage: null,
    user: body.user ?? null,
    metadata: body.metadata ?? {},
  };
}

export function toResponse(head: ResponseHead, reply: Reply, conversationId: string | undefined): ModelResponse {
  const { finishReason } = reply;
  const reason = finishReason === 'length' ? 'max_output_tokens' : 'content_filter';
  const isWhole = finishReason === undefined || finishReason === 'tool_calls';
  return {
    ...toPending(head),
    status: isWhole ? 'completed' : 'incomplete',
    incomplete_details: isWhole ? null : { reason },
    output: toOutput(head.key, reply, isWhole),
    usage: toUsage(reply),
    parley: toGrounding(reply, conversationId),
  };
}

function toOutput(key: string, reply: Reply, isWhole: boolean): OutputItem[] {
  const status = isWhole ? 'completed' : 'incomplete';
  const calls = (reply.toolCalls ?? []).map((call, at) => toCallItem(key, call, at));
  return calls.length > 0 && reply.text === ''
    ? calls
    : [{ ...messageItem(key), status, content: [toOutputText(reply)] }, ...calls];
}

export function messageItem(key: string): OutputItem {
  return {
    id: openai.ids.encode('message', key),
    type: 'message',
    status: 'in_progress',
    role: 'assistant',
    content: [],
  };
}

export function toCallItem(
  key: string,
  { id, name, arguments: args }: NonNullable<Reply['toolCalls']>[number],
  at: number,
): OutputItem {
  return {
    id: `${openai.ids.encode('call', key)}_${at}`,
    type: 'function_call',
    status: 'completed',
    call_id: id,
    name,
    arguments: args,
  };
}

export function toOutputText(reply: Reply): OutputText {
  return { type: 'output_text', text: reply.text, annotations: toAnnotations(reply), logprobs: [] };
}

export function toAnnotations(reply: Reply): ResponseAnnotation[] {
  return citingsOf(reply).map(({ source, start, end }) => {
    const { title, documentId, metadata } = source;
    const url = webAddressOf(metadata);
    return url === undefined
      ? { type: 'file_citation', file_id: openai.ids.encode('document', documentId), filename: title, index: end }
      : { type: 'url_citation', start_index: start, end_index: end, title, url };
  });
}

export function toUsage({ usage: { inputTokens, outputTokens } }: Reply): ResponseUsage {
  return {
    input_tokens: inputTokens,
    input_tokens_details: { cached_tokens: 0 },
    output_tokens: outputTokens,
    output_tokens_details: { reasoning_tokens: 0 },
    total_tokens: inputTokens + outputTokens,
  };
}

export function responseId(key: string): string {
  return openai.ids.encode('response', key);
}
