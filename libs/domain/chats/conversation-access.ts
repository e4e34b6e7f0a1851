/** Which conversations an actor may have to do with: a team's keys with all, those of one bot or visitor with its own. */
import type { Bot } from '#domain/bots';
import { type Actor, isUuid, opensBot, requireScope, type Scope } from '#kernel';
import { chatErrors } from './chats.errors';

/** The bot to which the actor is bound, if any. */
export function botOf(actor: Actor): string | undefined {
  return actor.kind === 'bot_key' || actor.kind === 'widget_key' || actor.kind === 'visitor' ? actor.botId : undefined;
}

/** @throws `chats.bot_not_found` */
export function requireBot(actor: Actor, botId: string): void {
  if (!opensBot(actor, botId)) throw chatErrors.bot_not_found();
}

/** For what concerns all conversations of a bot. @throws `chats.person_needed`, `chats.bot_not_found` */
export function requireTeamOrBot(actor: Actor, botId: string): void {
  if (actor.kind === 'visitor' || actor.kind === 'widget_key') throw chatErrors.person_needed();
  requireBot(actor, botId);
}

/** @throws `chats.bot_disabled` */
export function requireActive({ status }: Pick<Bot, 'status'>): void {
  if (status === 'disabled') throw chatErrors.bot_disabled();
}

/** @throws `chats.conversation_not_found`, without looking whether there is one */
export function requireConversationId(actor: Actor, conversationId: string): void {
  const isAllowed = actor.kind === 'visitor' ? actor.conversationId === conversationId : actor.kind !== 'widget_key';
  if (!isAllowed || !isUuid(conversationId)) throw chatErrors.conversation_not_found();
}

/** What only the team may do, whatever a route lets others do. @throws `chats.person_needed` */
export function requireTeamMember(actor: Actor, scope: Scope): void {
  const isOfSomeBots = actor.kind === 'key' && actor.botIds !== undefined;
  if (isOfSomeBots || botOf(actor) !== undefined) throw chatErrors.person_needed();
  requireScope(actor, scope);
}
