/**
 * What of a chat its bot still has in mind: the system message, and the latest messages that its tokens leave room for. The
 * newest message is cut rather than left out.
 */
import { cutToTokens, latestWithin } from '#domain/replies';
import { estimateTokens } from '#providers/llm';
import type { ChatMessage } from './open-chats.queries';

export interface BufferedMessage {
  role: 'system' | 'user' | 'bot';
  text: string;
  tokens: number;
}

/** Kept free for what a model puts around messages. */
const MARGIN_TOKENS = 5;

export function chatBuffer(
  messages: readonly ChatMessage[],
  systemMessage: string | undefined,
  maxInputTokens: number,
): BufferedMessage[] {
  const system = systemMessage ? [{ role: 'system' as const, text: systemMessage }] : [];
  const room = Math.max(1, maxInputTokens - MARGIN_TOKENS - (systemMessage ? estimateTokens(systemMessage) : 0));
  const latest = latestWithin(messages, room);
  const newest = messages.at(-1);
  const isCut = latest.length === 0 && newest !== undefined;
  const kept = isCut ? [{ ...newest, text: cutToTokens(newest.text, room) }] : latest;
  return [...system, ...kept].map(({ role, text }) => ({ role, text, tokens: estimateTokens(text) }));
}
