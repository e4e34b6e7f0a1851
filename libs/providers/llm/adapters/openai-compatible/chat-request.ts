/** A request in the wire format of `/v1/chat/completions` (OpenAI API reference, "Create chat completion", November 2026). */
import { groundedMessages, type PromptMessage } from '../../grounded-messages';
import { dataUrlOf } from '../../images';
import type { LlmImage, LlmRequest, LlmResponseFormat, LlmTool, LlmToolChoice } from '../../llm.contract';
import { argumentsObjectOf } from '../../tool-call-pieces';

export interface ChatRequestStyle {
  model: string;
  maxTokensField: 'max_tokens' | 'max_completion_tokens';
  /** Whether the model can be held to a format. */
  jsonOutput: boolean;
  /** False for models that give their answer in one piece. */
  streams: boolean;
}

export function chatRequestOf(request: LlmRequest, { model, maxTokensField, streams, jsonOutput }: ChatRequestStyle) {
  const { stream = true, temperature, topP, maxTokens, tools = [], toolChoice, stop = [], responseFormat } = request;
  return {
    model,
    messages: groundedMessages(request).map(wireMessage),
    ...(stream && streams ? { stream, stream_options: { include_usage: true } } : {}),
    ...(tools.length > 0 ? { tools: tools.map(functionTool) } : {}),
    ...(tools.length > 0 && toolChoice !== undefined ? { tool_choice: wireToolChoice(toolChoice) } : {}),
    ...(temperature === undefined ? {} : { temperature }),
    // 0 is no share of the vocabulary at all; callers mean that it is left to the model.
    ...(topP ? { top_p: topP } : {}),
    ...(maxTokens === undefined ? {} : { [maxTokensField]: maxTokens }),
    ...(stop.length === 0 ? {} : { stop }),
    ...(responseFormat && jsonOutput ? { response_format: wireFormat(responseFormat) } : {}),
  };
}

export function wireFormat(format: LlmResponseFormat) {
  if (format.type === 'json_object') return { type: 'json_object' as const };
  const { name, description, schema, isStrict } = format;
  const further = {
    ...(description === undefined ? {} : { description }),
    ...(isStrict === undefined ? {} : { strict: isStrict }),
  };
  return { type: 'json_schema' as const, json_schema: { name, schema, ...further } };
}

export function functionTool({ name, description, parameters }: LlmTool) {
  return { type: 'function' as const, function: { name, description, parameters } };
}

export function wireToolChoice(choice: LlmToolChoice) {
  return typeof choice === 'string' ? choice : { type: 'function' as const, function: { name: choice.name } };
}

/** Text and images as the parts of one message. */
export function contentParts({ content, images = [] }: { content: string; images?: readonly LlmImage[] }) {
  return [
    ...(content === '' ? [] : [{ type: 'text' as const, text: content }]),
    ...images.map((image) => ({ type: 'image_url' as const, image_url: { url: dataUrlOf(image) } })),
  ];
}

function wireMessage(message: PromptMessage): object {
  if (message.role === 'tool') return { role: 'tool', tool_call_id: message.callId, content: message.content };
  if (message.role === 'user' && message.images) return { role: 'user', content: contentParts(message) };
  if (message.role !== 'assistant' || !message.toolCalls?.length)
    return { role: message.role, content: message.content };
  const calls = message.toolCalls.map((call) => ({
    id: call.id,
    type: 'function',
    // Servers that read the arguments again refuse the whole conversation when they are no JSON.
    function: { name: call.name, arguments: JSON.stringify(argumentsObjectOf(call)) },
  }));
  return { role: 'assistant', content: message.content || null, tool_calls: calls };
}
