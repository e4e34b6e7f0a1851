import { estimateTokens, type LlmMessage } from '#providers/llm';
import type { HistoryMessage } from '../replies.types';

/** Leaves most of a small model's context to the passages. */
const MAX_HISTORY_TOKENS = 2_000;

/** The latest messages that fit, oldest first. */
export function historyWindow(history: readonly HistoryMessage[], maxTokens = MAX_HISTORY_TOKENS): LlmMessage[] {
  // A token has at least one character, so that short histories need no counting.
  const chars = history.reduce((sum, { text }) => sum + text.length, 0);
  return (chars <= maxTokens ? history : latest(history, maxTokens)).map(({ role, text }) => ({
    role: role === 'user' ? 'user' : 'assistant',
    text,
  }));
}

function latest(history: readonly HistoryMessage[], maxTokens: number): readonly HistoryMessage[] {
  let tokens = 0;
  const tooOld = history.findLastIndex(({ text }) => {
    tokens += estimateTokens(text);
    return tokens > maxTokens;
  });
  return history.slice(tooOld + 1);
}
