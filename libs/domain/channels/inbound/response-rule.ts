import type { Behaviors } from '#domain/bots';
import type { InboundMessage } from '#providers/channel-transport';

type Spoken = Pick<InboundMessage, 'isDirect' | 'mentionsBot' | 'text' | 'attachments'>;

/** Why the bot does not answer a message; undefined when it does. Whoever writes to it alone is always answered. */
export function reasonForSilence({ isDirect, mentionsBot, text, attachments }: Spoken, behaviors: Behaviors) {
  if (text.trim() === '' && attachments.length === 0) return 'The message has no text.';
  if (isDirect || behaviors.shouldRespond === 'always') return undefined;
  if (behaviors.shouldRespond === 'direct') return 'The bot answers direct messages only.';
  return mentionsBot ? undefined : 'The message does not mention the bot.';
}

/** What the bot is asked: files that came without a word are named, so that the conversation shows them. */
export function wordsOf({ text, attachments }: Spoken): string {
  return text.trim() === '' ? attachments.map(({ name }) => `[${name}]`).join(' ') : text;
}

/** How long the bot waits before it answers, at random between its bounds. @param chance 0 to 1 */
export function responseDelayMs({ responseDelayMs }: Behaviors, chance: number): number {
  const { min = 0, max = min } = responseDelayMs ?? {};
  return Math.round(min + Math.max(0, max - min) * chance);
}
