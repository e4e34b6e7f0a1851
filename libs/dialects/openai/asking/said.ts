import type { HistoryMessage } from '#domain/replies';
import type { LlmMessage } from '#providers/llm';

/** An image of the last message, wherever it is to be had. */
export interface SaidImage {
  /** `data:` or `https:`. */
  url: string;
  /** Path within the request, for whoever has to say that it cannot be read. */
  param: string;
}

/** What a request says has been said, whichever endpoint it came to. */
export interface Said {
  /** Of system and developer messages. */
  instructions: string[];
  /** Before the last message of the user, with calls of tools. */
  earlier: LlmMessage[];
  /** Of the user. */
  message: string;
  images: SaidImage[];
  /** After it: calls of the caller's tools, and what came of them. */
  rounds: LlmMessage[];
}

/** One thing that was said, in the order of the request. */
export type Utterance =
  | { role: 'instructions'; text: string }
  | { role: 'user'; text: string; images: SaidImage[] }
  | Exclude<LlmMessage, { role: 'user' }>;

/** Undefined when the user has said nothing. Images of earlier messages are not shown again. */
export function saidOf(utterances: readonly Utterance[]): Said | undefined {
  const last = utterances.findLastIndex(({ role }) => role === 'user');
  const asked = utterances[last];
  if (asked?.role !== 'user') return undefined;
  const instructions = utterances.flatMap((one) => (one.role === 'instructions' ? [one.text] : []));
  const { text: message, images } = asked;
  return {
    instructions,
    earlier: messagesOf(utterances.slice(0, last)),
    message,
    images,
    rounds: messagesOf(utterances.slice(last + 1)),
  };
}

/** In words alone, as the engine reads it. */
export function historyOf(earlier: readonly LlmMessage[]): HistoryMessage[] {
  return earlier.flatMap((message): HistoryMessage[] => {
    if (message.role === 'tool' || message.text.trim() === '') return [];
    return [{ role: message.role === 'user' ? 'user' : 'bot', text: message.text }];
  });
}

function messagesOf(utterances: readonly Utterance[]): LlmMessage[] {
  return utterances.flatMap((one): LlmMessage[] => {
    if (one.role === 'instructions') return [];
    return one.role === 'user' ? [{ role: 'user', text: one.text }] : [one];
  });
}
