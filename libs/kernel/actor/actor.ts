import { AppError } from '../errors/app-error';
import { type Scope, scopesGrant } from './scopes';
import { scopesOfRole, type TeamRole } from './team-roles';

export const PLANS = ['free', 'starter', 'pro', 'enterprise'] as const;
export type Plan = (typeof PLANS)[number];

interface TeamMember {
  teamId: string;
  plan: Plan;
}

/** A person who logged in. */
export interface UserActor extends TeamMember {
  kind: 'user';
  userId: string;
  /** Administrators manage the installation. */
  role: 'user' | 'admin';
  /** What they may do in their team. */
  teamRole: TeamRole;
  /** The login that the access token belongs to; refresh tokens of it share it. */
  loginId: string;
}

/** A secret key of the team. */
export interface KeyActor extends TeamMember {
  kind: 'key';
  keyId: string;
  userId: string;
  /** Never more than the role of the person who made it. */
  scopes: readonly Scope[];
  /** The only bots that it is for; undefined means all of the team. */
  botIds?: readonly string[];
}

/** A key that opens one bot of the team. */
export interface BotKeyActor extends TeamMember {
  kind: 'bot_key';
  keyId: string;
  botId: string;
  /** What the route that was called lets it do; nothing anywhere else. */
  scopes?: readonly Scope[];
}

/** A public key, which stands in web pages: it may begin conversations with one bot. */
export interface WidgetKeyActor extends TeamMember {
  kind: 'widget_key';
  keyId: string;
  botId: string;
  /** Of the pages that may use it. */
  allowedOrigins: readonly string[];
  /** What the route that was called lets it do; nothing anywhere else. */
  scopes?: readonly Scope[];
}

/** Whoever began a conversation with a public key: they may go on with it, and see nothing else. */
export interface VisitorActor extends Omit<WidgetKeyActor, 'kind'> {
  kind: 'visitor';
  conversationId: string;
}

/** Parley itself, acting for a team in a job. */
export interface SystemActor extends TeamMember {
  kind: 'system';
}

export type Actor = UserActor | KeyActor | BotKeyActor | WidgetKeyActor | VisitorActor | SystemActor;

/** Who is asking, as one string: the owner of rate-limit counters and of resumable streams. */
export function principalOf(actor: Actor): string {
  switch (actor.kind) {
    case 'user':
      return `user:${actor.userId}`;
    case 'key':
      return `key:${actor.keyId}`;
    case 'bot_key':
      return `bot_key:${actor.keyId}`;
    case 'widget_key':
      return `widget_key:${actor.keyId}`;
    case 'visitor':
      return visitorPrincipal(actor.conversationId);
    case 'system':
      return `team:${actor.teamId}`;
  }
}

/** The principal of whoever may go on with a conversation that was begun with a public key. */
export function visitorPrincipal(conversationId: string): string {
  return `visitor:${conversationId}`;
}

/** Whether the actor may have to do with this bot of the team at all: most may with every one. */
export function opensBot(actor: Actor, botId: string): boolean {
  if (actor.kind === 'key') return actor.botIds === undefined || actor.botIds.includes(botId);
  return !('botId' in actor) || actor.botId === botId;
}

/** A key has those that it was given, a person those of their role, Parley itself all. */
export function hasScope(actor: Actor, scope: Scope): boolean {
  return actor.kind === 'system' || scopesGrant(scopesOf(actor), scope);
}

/** @throws AppError `actor.scope_missing` (forbidden) without `hasScope` */
export function requireScope(actor: Actor, scope: Scope): void {
  if (hasScope(actor, scope)) return;
  const who = actor.kind === 'user' ? `Your role in the team (${actor.teamRole})` : 'This key';
  throw new AppError('actor.scope_missing', 'forbidden', `${who} lacks the scope ${scope}.`);
}

function scopesOf(actor: Exclude<Actor, SystemActor>): readonly Scope[] {
  return actor.kind === 'user' ? scopesOfRole(actor.teamRole) : (actor.scopes ?? []);
}
