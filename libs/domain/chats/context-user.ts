import type { TurnStart } from './chats.types';

/** Principals that speak for many people. */
const SPEAKS_FOR_MANY = /^(?:key|bot_key|widget_key|team):/;

/**
 * Whose context a turn has. Who calls with a key and does not say for whom speaks for anybody: what one of them says must not be
 * known of the next one, so that each such conversation is a user of its own.
 */
export function contextUserOf({ userRef, conversationId }: Pick<TurnStart, 'userRef' | 'conversationId'>): string {
  return SPEAKS_FOR_MANY.test(userRef) ? `conversation:${conversationId}` : userRef;
}
