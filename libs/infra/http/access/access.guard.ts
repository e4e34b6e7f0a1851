import { type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { type Actor, AppError, isTeamRole, type KeyActor, requireScope, type UserActor } from '#kernel';
import '../admission/fastify-request';
import { ActorResolver } from '../actor-resolver';
import { type AccessRule, accessRuleOf } from './access';
import { accessErrors } from './access.errors';
import { requireAboutBots } from './key-bots';

/** Refuses, and does nothing else: 401 without an actor, 403 when the actor may not call the route. */
@Injectable()
export class AccessGuard extends AuthGuard(['jwt', 'api-key']) {
  constructor(private readonly actors: ActorResolver) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = accessRuleOf(context.getHandler(), context.getClass());
    if (rule.public) return true;
    await super.canActivate(context);
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (request.actor) request.actor = requireAccess(request.actor, rule);
    if (isOfBots(request.actor) && !rule.botKey && !rule.botsKey) {
      await requireAboutBots(request.actor, context.getHandler(), request, this.actors);
    }
    return true;
  }

  /** Passport's verdict. */
  override handleRequest<User>(error: unknown, user: User | false, _info: unknown, context: ExecutionContext): User {
    if (error) throw error;
    if (user) return user;
    throw unauthenticated(context.switchToHttp().getRequest<FastifyRequest>());
  }
}

/** The 401 for a request without an actor, and what would have helped. */
export function unauthenticated(request: FastifyRequest): AppError {
  return request.credentialRefused ? accessErrors.credential_refused() : accessErrors.unauthenticated();
}

/** For routes that are open to the guard, because others may call them too. @throws AppError `auth.*` */
export function requireAdmin(request: FastifyRequest): void {
  requireTeam(request);
  requireAccess(request.actor!, { adminOnly: true });
}

/** For what is open to everybody in a team. @throws AppError `auth.*` without an actor, and for the key of a bot */
export function requireTeam(request: FastifyRequest): void {
  if (!request.actor) throw unauthenticated(request);
  requireAccess(request.actor, {});
}

function isOfBots(actor: Actor | undefined): actor is KeyActor {
  return actor?.kind === 'key' && actor.botIds !== undefined;
}

/** @throws AppError `auth.team_owner_only`, `auth.team_admin_only` */
function requireTeamRole({ teamRole }: UserActor, atLeast: 'owner' | 'admin'): void {
  if (isTeamRole(teamRole, atLeast)) return;
  throw atLeast === 'owner' ? accessErrors.team_owner_only() : accessErrors.team_admin_only();
}

/** The actor as the route knows it. @throws AppError (forbidden) */
export function requireAccess(actor: Actor, rule: AccessRule): Actor {
  if (actor.kind === 'bot_key') {
    if (!rule.botKey) throw accessErrors.bot_key();
    return { ...actor, scopes: rule.botKey };
  }
  if (actor.kind === 'widget_key' || actor.kind === 'visitor') {
    if (!rule.visitor) throw accessErrors.public_key();
    return { ...actor, scopes: rule.visitor };
  }
  if ((rule.userOnly || rule.adminOnly || rule.teamRole) && actor.kind !== 'user') throw accessErrors.user_only();
  if (rule.adminOnly && actor.kind === 'user' && actor.role !== 'admin') throw accessErrors.admin_only();
  if (rule.teamRole && actor.kind === 'user') requireTeamRole(actor, rule.teamRole);
  if (rule.scope) requireScope(actor, rule.scope);
  return actor;
}
