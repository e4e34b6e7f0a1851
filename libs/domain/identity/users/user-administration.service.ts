import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { Clock, isUuid, type Page, type UserActor } from '#kernel';
import { Principals } from '../actors/principals';
import { identityErrors } from '../identity.errors';
import type { ManagedUser, ManagedUserPatch, UserListRequest } from '../identity.types';
import { Logins } from '../logins/logins.service';
import { TeamRemoval } from '../teams/team-removal.service';
import { acceptedNames } from './account-rules';
import { refusingTakenNames } from './taken-names';
import { UserAdministrationQueries } from './user-administration.queries';

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
  async update(userId: string, patch: ManagedUserPatch): Promise<ManagedUser> {
    const changes = { ...patch, ...acceptedNames({ username: patch.username, email: patch.email }) };
    const isDemotion = patch.role === 'user' || patch.isActive === false;
    return refusingTakenNames(() =>
      this.database.transaction(async () => {
        const { teamId } = isDemotion ? await this.lockDispensable(userId) : await this.lock(userId);
        await this.queries.update(userId, changes, this.clock.now());
        if (patch.plan !== undefined) await this.queries.setPlan(teamId, patch.plan);
        if (patch.isActive === false) await this.logins.endAll(userId);
        await this.principals.forgetUser(userId);
        return this.get(userId);
      }),
    );
  }

  /**
   * The user with their team: logins, keys and names are gone at once, the rest of the team's data soon after.
   *
   * @throws AppError `identity.user_not_found`, `identity.own_account`, `identity.last_administrator`
   */
  async delete(actor: UserActor, userId: string): Promise<void> {
    if (userId === actor.userId) throw identityErrors.own_account();
    await this.database.transaction(async () => {
      const { teamId } = await this.lockDispensable(userId);
      const userIds = await this.queries.deleteUsersOf(teamId);
      await this.teams.begin(teamId);
      for (const id of userIds) this.principals.forgetUser(id);
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

function found(user: ManagedUser | undefined): ManagedUser {
  if (!user) throw identityErrors.user_not_found();
  return user;
}
