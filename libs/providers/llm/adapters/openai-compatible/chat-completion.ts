/**
 * What of `/v1/chat/completions` the adapter reads (OpenAI API reference, "Chat", read November 2026). Compatible servers
 * leave fields out and add their own: anything may be missing.
 */
import type { LlmFinishReason, LlmUsage } from '../../llm.contract';

interface ChatMessagePart {
  content?: string | null;
  /** The model's words when it declines. */
  refusal?: string | null;
  /** Whole in a message; in a stream the first piece names the call and the others add to its arguments. */
  tool_calls?: readonly ChatToolCall[] | null;
}

export interface ChatToolCall {
  index?: number;
  id?: string | null;
  function?: { name?: string | null; arguments?: string | null } | null;
}

export interface ChatChoice {
  /** Of a stream. */
  delta?: ChatMessagePart;
  /** Of an answer that comes whole. */
  message?: ChatMessagePart;
  finish_reason?: string | null;
}

export interface ChatCompletion {
  choices?: readonly ChatChoice[] | null;
  usage?: { prompt_tokens?: number; completion_tokens?: number } | null;
  /** In place of an answer, also in mid-stream. */
  error?: unknown;
}

export function textOf({ delta, message }: ChatChoice): string {
  const part = delta ?? message;
  return part?.content || part?.refusal || '';
}

export function finishReasonOf(reason: string): LlmFinishReason {
  if (reason === 'length' || reason === 'tool_calls') return reason;
  return reason === 'content_filter' ? 'refused' : 'stop';
}

/** Undefined when the provider does not count whole tokens. */
export function usageOf({ usage }: ChatCompletion): LlmUsage | undefined {
  if (!usage) return undefined;
  const { prompt_tokens: inputTokens, completion_tokens: outputTokens = 0 } = usage;
  return isCount(inputTokens) && isCount(outputTokens) ? { inputTokens, outputTokens } : undefined;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
