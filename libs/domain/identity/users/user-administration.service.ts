import { Injectable } from '@nestjs/common';
import { AuditLog } from '#domain/audit';
import { Database } from '#infra/database';
import { Clock, isUuid, type Page, type UserActor } from '#kernel';
import { Principals } from '../actors/principals';
import { identityErrors } from '../identity.errors';
import type { ManagedUser, ManagedUserPatch, UserListRequest } from '../identity.types';
import { Logins } from '../logins/logins.service';
import { Members } from '../teams/members.service';
import { TeamRemoval } from '../teams/team-removal.service';
import { acceptedNames } from './account-rules';
import { refusingTakenNames } from './taken-names';
import { UserAdministrationQueries } from './user-administration.queries';

const AUDITED = ['username', 'email', 'role', 'isActive', 'plan'] as const;

/**
 * What administrators do with the users of the installation; the callers see to it that only they do. An installation
 * always keeps an active administrator.
 */
@Injectable()
export class UserAdministration {
  constructor(
    private readonly queries: UserAdministrationQueries,
    private readonly logins: Logins,
    private readonly principals: Principals,
    private readonly teams: TeamRemoval,
    private readonly members: Members,
    private readonly auditLog: AuditLog,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Newest first. */
  list(request: UserListRequest): Promise<Page<ManagedUser>> {
    return this.queries.list(request);
  }

  /** @throws `identity.user_not_found` */
  async get(userId: string): Promise<ManagedUser> {
    return found(isUuid(userId) ? await this.queries.find(userId) : undefined);
  }

  /**
   * Takes effect at once, on the plan's rate limits too. A disabled user's logins end for good; their keys are refused
   * until some seconds after the user was enabled again.
   *
   * @throws AppError `input.invalid`, `identity.user_not_found`, `identity.username_taken`, `identity.email_taken`,
   * `identity.last_administrator`
   */
  async update(actor: UserActor, userId: string, patch: ManagedUserPatch): Promise<ManagedUser> {
    const changes = { ...patch, ...acceptedNames({ username: patch.username, email: patch.email }) };
    const isDemotion = patch.role === 'user' || patch.isActive === false;
    return refusingTakenNames(() =>
      this.database.transaction(async () => {
        const before = isDemotion ? await this.lockDispensable(userId) : await this.lock(userId);
        await this.queries.update(userId, changes, this.clock.now());
        if (patch.plan !== undefined) await this.queries.setPlan(before.teamId, patch.plan);
        if (patch.isActive === false) await this.logins.endAll(userId);
        await this.principals.forgetUser(userId);
        const after = await this.get(userId);
        await this.note(actor, before, after);
        return after;
      }),
    );
  }

  /**
   * Logins, keys and names are gone at once. The team goes with its last user, and its data soon after; where there are
   * others it stays, and must keep an owner.
   *
   * @throws AppError `identity.user_not_found`, `identity.own_account`, `identity.last_administrator`,
   * `identity.last_owner`
   */
  async delete(actor: UserActor, userId: string): Promise<void> {
    if (userId === actor.userId) throw identityErrors.own_account();
    await this.database.transaction(async () => {
      const user = await this.lockDispensable(userId);
      const others = await this.members.othersOf(user);
      const isTeamGone = others.length === 0;
      await this.auditLog.record(actor, {
        act: 'user.deleted',
        subject: subjectOf(user),
        details: { isTeamGone },
        ...(isTeamGone ? {} : { teamId: user.teamId }),
      });
      if (isTeamGone) await this.deleteTeam(user.teamId);
      else await this.members.takeFrom(others, user);
    });
  }

  private async deleteTeam(teamId: string): Promise<void> {
    const userIds = await this.queries.deleteUsersOf(teamId);
    await this.teams.begin(teamId);
    for (const id of userIds) this.principals.forgetUser(id);
  }

  /** In the log of the user's team, who are to know what was done with their people. */
  private async note(actor: UserActor, before: ManagedUser, after: ManagedUser): Promise<void> {
    const changed = AUDITED.filter((field) => before[field] !== after[field]);
    if (changed.length === 0) return;
    const details = Object.fromEntries(
      changed.flatMap((field) => [
        [`${field}Before`, before[field]],
        [field, after[field]],
      ]),
    );
    await this.auditLog.record(actor, {
      act: 'user.changed',
      subject: subjectOf(after),
      details,
      teamId: after.teamId,
    });
  }

  private async lock(userId: string): Promise<ManagedUser> {
    return found(isUuid(userId) ? await this.queries.lock(userId) : undefined);
  }

  /** A user whom the installation can do without. Of two administrators who take each other away, one succeeds. */
  private async lockDispensable(userId: string): Promise<ManagedUser> {
    await this.queries.lockAdministrators();
    const user = await this.lock(userId);
    const isAdministrator = user.role === 'admin' && user.isActive;
    if (isAdministrator && !(await this.queries.isAnotherAdministrator(userId))) {
      throw identityErrors.last_administrator();
    }
    return user;
  }
}

function subjectOf({ id, username }: ManagedUser) {
  return { kind: 'user', id, name: username } as const;
}

function found(user: ManagedUser | undefined): ManagedUser {
  if (!user) throw identityErrors.user_not_found();
  return user;
}
