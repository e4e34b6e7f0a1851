/** What of a conversation or text fits into a number of tokens, as `estimateTokens` counts them. */
import { estimateTokens } from '#providers/llm';

/** The latest messages that fit, oldest first. */
export function latestWithin<Message extends { text: string }>(
  messages: readonly Message[],
  maxTokens: number,
): readonly Message[] {
  // A token has at least one character, so that short histories need no counting.
  if (messages.reduce((chars, { text }) => chars + text.length, 0) <= maxTokens) return messages;
  let tokens = 0;
  const tooOld = messages.findLastIndex(({ text }) => {
    tokens += estimateTokens(text);
    return tokens > maxTokens;
  });
  return messages.slice(tooOld + 1);
}

/** The beginning of the text, in whole characters, that has at most so many tokens. */
export function cutToTokens(text: string, maxTokens: number): string {
  if (text.length <= maxTokens) return text;
  const tokens = estimateTokens(text);
  if (tokens <= maxTokens) return text;
  let end = Math.floor((text.length * maxTokens) / tokens);
  while (end > 0 && estimateTokens(text.slice(0, end)) > maxTokens) end = Math.floor(end * 0.9);
  // Half of a surrogate pair is no character.
  return text.slice(0, end).replace(/[\uD800-\uDBFF]$/, '');
}
