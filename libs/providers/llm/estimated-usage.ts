import { groundedMessages } from './grounded-messages';
import type { LlmRequest, LlmToolCall, LlmUsage } from './llm.contract';
import { estimateTokens } from './tokens';

/** For providers that do not count. */
export function estimatedUsage(request: LlmRequest, said: string, calls: readonly LlmToolCall[]): LlmUsage {
  const inputTokens = groundedMessages(request).reduce((sum, { content }) => sum + estimateTokens(content), 0);
  const called = calls.map(({ name, arguments: text }) => `${name} ${text}`).join(' ');
  return { inputTokens, outputTokens: estimateTokens(said) + estimateTokens(called) };
}
