/**
 * Messages for providers that want user and assistant in turns, the user first, and nothing empty (Anthropic's Messages API,
 * Google's generateContent). A conversation may lack that: a greeting of the bot, an answer that was cancelled before its
 * first word.
 */
import type { PromptMessage } from '../../grounded-messages';

const OPENING: PromptMessage = { role: 'user', content: '(The conversation begins.)' };

export function alternatingMessages(prompt: readonly PromptMessage[]): PromptMessage[] {
  const joined: PromptMessage[] = [];
  for (const message of prompt.filter(saysSomething)) {
    const last = joined.at(-1);
    if (last === undefined || !isContinued(last, message)) joined.push(message);
    else joined[joined.length - 1] = { ...last, ...message, content: `${last.content}\n\n${message.content}`.trim() };
  }
  const first = joined.findIndex(({ role }) => role !== 'system');
  return joined[first]?.role === 'assistant' ? joined.toSpliced(first, 0, OPENING) : joined;
}

/** Calls of tools are answered by the next messages, so that nothing can be added to them. */
function isContinued(last: PromptMessage, next: PromptMessage): boolean {
  return last.role === next.role && (last.role === 'user' || (last.role === 'assistant' && !last.toolCalls?.length));
}

function saysSomething(message: PromptMessage): boolean {
  if (message.role === 'tool' || message.content.trim() !== '') return true;
  if (message.role === 'user') return (message.images?.length ?? 0) > 0;
  return message.role === 'assistant' && (message.toolCalls?.length ?? 0) > 0;
}
