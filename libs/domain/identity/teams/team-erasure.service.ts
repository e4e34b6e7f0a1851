import { Injectable, Logger } from '@nestjs/common';
import { AuditLog } from '#domain/audit';
import { Database } from '#infra/database';
import { invalidInput, type UserActor } from '#kernel';
import { Principals } from '../actors/principals';
import { identityErrors } from '../identity.errors';
import { PasswordHasher } from '../passwords/password-hasher';
import { UserAdministrationQueries } from '../users/user-administration.queries';
import { UsersQueries } from '../users/users.queries';
import { AdministratorTeams } from './administrator-teams';
import { TeamErasureQueries } from './team-erasure.queries';
import { TeamRemoval } from './team-removal.service';

/** A team deletes itself. Who may do so, the caller sees to; the password is asked for again here. */
@Injectable()
export class TeamErasure {
  private readonly logger = new Logger(TeamErasure.name);

  constructor(
    private readonly users: UsersQueries,
    private readonly administration: UserAdministrationQueries,
    private readonly queries: TeamErasureQueries,
    private readonly administrators: AdministratorTeams,
    private readonly passwords: PasswordHasher,
    private readonly principals: Principals,
    private readonly teams: TeamRemoval,
    private readonly audit: AuditLog,
    private readonly database: Database,
  ) {}

  /** @throws `input.invalid` naming `password`, `identity.busy` */
  async requirePassword({ userId }: UserActor, password: string): Promise<void> {
    const hash = await this.users.findPasswordHash(userId);
    if (await this.passwords.verify(hash, password)) return;
    throw invalidInput([{ field: 'password', message: 'password must be your present password.' }]);
  }

  /**
   * Everybody of the team, their logins and keys are gone at once; everything else soon after.
   *
   * @throws `identity.last_administrator`, `identity.login_ended` when somebody else has deleted it
   */
  async begin(actor: UserActor): Promise<void> {
    const { teamId } = actor;
    await this.database.transaction(async () => {
      await this.administration.lockAdministrators();
      if (await this.queries.hasAllAdministrators(teamId)) throw identityErrors.last_administrator();
      await this.tellAdministrators(actor);
      const userIds = await this.administration.deleteUsersOf(teamId);
      await this.teams.begin(teamId);
      for (const id of userIds) this.principals.forgetUser(id);
    });
    this.logger.log({ message: 'A team was deleted by one of its own.', teamId });
  }

  /** The audit log of the team goes with it. */
  private async tellAdministrators(actor: UserActor): Promise<void> {
    const name = await this.queries.nameOf(actor.teamId);
    if (name === undefined) throw identityErrors.login_ended();
    const subject = { kind: 'team', id: actor.teamId, name } as const;
    for (const teamId of await this.administrators.ids())
      if (teamId !== actor.teamId) await this.audit.record(actor, { act: 'data.erased', subject, teamId });
  }
}
