import type { LlmMessage } from '#providers/llm';
import type { HistoryMessage } from '../replies.types';
import { latestWithin } from './token-window';

/** Leaves most of a small model's context to the passages. */
const MAX_HISTORY_TOKENS = 2_000;

/** The latest messages that fit, oldest first. */
export function historyWindow(history: readonly HistoryMessage[], maxTokens = MAX_HISTORY_TOKENS): LlmMessage[] {
  return latestWithin(history, maxTokens).map(({ role, text }) => ({
    role: role === 'user' ? 'user' : 'assistant',
    text,
  }));
}
