import { Injectable } from '@nestjs/common';
import { AuditLog } from '#domain/audit';
import { Database } from '#infra/database';
import { Clock, isUuid, type Page, type PageRequest, type TeamRole, type UserActor } from '#kernel';
import { Principals } from '../actors/principals';
import { identityErrors } from '../identity.errors';
import type { User } from '../identity.types';
import { UserAdministrationQueries } from '../users/user-administration.queries';
import { MembersQueries } from './members.queries';

/**
 * The people of a team, as its owners and admins see and change them; the callers see to it that only they do. Only
 * owners decide about owners, and a team always keeps one who is active.
 */
@Injectable()
export class Members {
  constructor(
    private readonly queries: MembersQueries,
    private readonly users: UserAdministrationQueries,
    private readonly principals: Principals,
    private readonly auditLog: AuditLog,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Who was there first, first. */
  list({ teamId }: UserActor, request: PageRequest): Promise<Page<User>> {
    return this.queries.list(teamId, request);
  }

  /**
   * Counts from the next request on, for the keys that they made as well.
   *
   * @throws `identity.member_not_found`, `identity.owners_only`, `identity.last_owner`
   */
  setRole(actor: UserActor, userId: string, teamRole: TeamRole): Promise<User> {
    return this.database.transaction(async () => {
      const member = await this.lock(actor, userId);
      requireDecides(actor, member.teamRole, teamRole);
      if (member.teamRole === teamRole) return member;
      if (member.teamRole === 'owner') await this.requireAnotherOwner(member);
      const updatedAt = this.clock.now();
      await this.queries.setRole(userId, teamRole, updatedAt);
      this.principals.forgetUser(userId);
      const details = { from: member.teamRole, to: teamRole };
      await this.auditLog.record(actor, { act: 'member.role_changed', subject: subjectOf(member), details });
      return { ...member, teamRole, updatedAt };
    });
  }

  /**
   * Ends the account with its logins and secret keys; what it did for the team stays.
   *
   * @throws `identity.member_not_found`, `identity.own_account`, `identity.owners_only`, `identity.last_owner`,
   * `identity.administrator_member`
   */
  async remove(actor: UserActor, userId: string): Promise<void> {
    if (userId === actor.userId) throw identityErrors.own_account();
    await this.database.transaction(async () => {
      const member = await this.lock(actor, userId);
      requireDecides(actor, member.teamRole);
      if (member.role === 'admin') throw identityErrors.administrator_member();
      if (member.teamRole === 'owner') await this.requireAnotherOwner(member);
      await this.auditLog.record(actor, {
        act: 'member.removed',
        subject: subjectOf(member),
        details: { role: member.teamRole },
      });
      await this.take(member, actor.userId);
    });
  }

  /**
   * Ends an account of a team that has other people. To be called in a transaction that holds the user.
   *
   * @throws `identity.last_owner`
   */
  async takeFrom(others: readonly User[], member: User): Promise<void> {
    const owner = others.find(isActiveOwner);
    if (member.teamRole === 'owner' && !owner) throw identityErrors.last_owner();
    await this.take(member, (owner ?? others[0]!).id);
  }

  othersOf({ teamId, id }: User): Promise<User[]> {
    return this.queries.othersOf(teamId, id);
  }

  private async take({ id }: User, heirId: string): Promise<void> {
    await this.queries.delete(id, heirId);
    this.principals.forgetUser(id);
  }

  /** With the team, so that of several changes in it one follows the other. */
  private async lock({ teamId }: UserActor, userId: string): Promise<User> {
    const found = isUuid(userId) ? await this.users.lock(userId) : undefined;
    if (found?.teamId !== teamId) throw identityErrors.member_not_found();
    const { plan: _, ...member } = found;
    return member;
  }

  private async requireAnotherOwner(member: User): Promise<void> {
    if (!(await this.othersOf(member)).some(isActiveOwner)) throw identityErrors.last_owner();
  }
}

/** @throws `identity.owners_only` */
export function requireDecides(actor: UserActor, ...roles: TeamRole[]): void {
  if (actor.teamRole !== 'owner' && roles.includes('owner')) throw identityErrors.owners_only();
}

function isActiveOwner({ teamRole, isActive }: User): boolean {
  return teamRole === 'owner' && isActive;
}

function subjectOf({ id, username }: User) {
  return { kind: 'user', id, name: username } as const;
}
