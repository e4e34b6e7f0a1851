import { Injectable } from '@nestjs/common';
import { AuditLog } from '#domain/audit';
import { Database } from '#infra/database';
import type { UserActor } from '#kernel';
import { identityErrors } from '../identity.errors';
import type { Team } from '../identity.types';
import { TeamsQueries } from './teams.queries';

export const MAX_TEAM_NAME_CHARACTERS = 128;

/** What a team is called and has; who may change it, the callers see to. */
@Injectable()
export class Teams {
  constructor(
    private readonly queries: TeamsQueries,
    private readonly auditLog: AuditLog,
    private readonly database: Database,
  ) {}

  /** @throws `identity.login_ended` when the team is gone */
  async get({ teamId }: UserActor): Promise<Team> {
    const team = await this.queries.find(teamId);
    if (!team) throw identityErrors.login_ended();
    return team;
  }

  /** @throws `identity.login_ended` when the team is gone */
  update(actor: UserActor, { name }: { name?: string }): Promise<Team> {
    return this.database.transaction(async () => {
      const before = await this.get(actor);
      const wanted = name?.trim() ?? before.name;
      if (wanted === before.name) return before;
      await this.queries.rename(actor.teamId, wanted);
      const subject = { kind: 'team', id: before.id, name: wanted } as const;
      await this.auditLog.record(actor, { act: 'team.changed', subject, details: { nameBefore: before.name } });
      return { ...before, name: wanted };
    });
  }
}
