/**
 * Which messages are one conversation:
 *
 *   <channel>:<chat>[:<user> | :<thread>][:<session>]
 *
 * By the bot's `conversationScope`: `user` is all that one user says in a chat, `thread` a thread whoever writes in it, `session`
 * a chat whoever writes in it, until it pauses. Unless it is said, a thread is a conversation, and outside of threads each user
 * has one. With `sessionTimeoutMinutes` any of them begins anew after such a pause; what is added is when it began.
 */
import type { Behaviors } from '#domain/bots';
import { MINUTE_MS } from '#kernel';
import type { InboundMessage } from '#providers/channel-transport';

type Place = Pick<InboundMessage, 'chatId' | 'threadId' | 'user'>;

/** As people think of a talk that is over; the same as the default of SESSION_IDLE_MINUTES. */
const USUAL_PAUSE_MINUTES = 30;

export function scopeKeyOf({ chatId, threadId, user }: Place, { conversationScope }: Behaviors): string {
  const scope = conversationScope ?? (threadId === undefined ? 'user' : 'thread');
  if (scope === 'user') return `${chatId}:${user.id}`;
  return scope === 'thread' && threadId !== undefined ? `${chatId}:${threadId}` : chatId;
}

/** How long a conversation may pause; undefined: as long as it likes. */
export function longestPauseMs({ conversationScope, sessionTimeoutMinutes }: Behaviors): number | undefined {
  const minutes = sessionTimeoutMinutes ?? (conversationScope === 'session' ? USUAL_PAUSE_MINUTES : undefined);
  return minutes === undefined ? undefined : minutes * MINUTE_MS;
}

/** @param startedAt of conversations that end with a pause */
export function sessionKeyOf(channelId: string, scopeKey: string, startedAt?: Date): string {
  const key = `${channelId}:${scopeKey}`;
  return startedAt === undefined ? key : `${key}:${startedAt.getTime().toString(36)}`;
}
