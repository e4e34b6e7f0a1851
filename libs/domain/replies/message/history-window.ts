import { estimateTokens, type LlmMessage } from '#providers/llm';
import type { HistoryMessage } from '../replies.types';

/** Leaves most of a small model's context to the passages. */
const MAX_HISTORY_TOKENS = 2_000;

/** The latest messages that fit, oldest first. */
export function historyWindow(history: readonly HistoryMessage[], maxTokens = MAX_HISTORY_TOKENS): LlmMessage[] {
  const window: LlmMessage[] = [];
  let tokens = 0;
  for (const { role, text } of history.toReversed()) {
    tokens += estimateTokens(text);
    if (tokens > maxTokens) break;
    window.unshift({ role: role === 'user' ? 'user' : 'assistant', text });
  }
  return window;
}
