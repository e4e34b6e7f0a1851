import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type { Team } from '../identity.types';

@Injectable()
export class TeamsQueries {
  constructor(private readonly database: Database) {}

  /** By team_pkey and app_user_team_id_idx. */
  async find(teamId: string): Promise<Team | undefined> {
    const [team] = await this.database.query<Team>(
      `select t.id, t.name, t.plan, t.created_at as "createdAt",
         (select count(*)::int from app_user u where u.team_id = t.id) as "memberCount"
       from team t where t.id = $1 and t.deleted_at is null`,
      [teamId],
    );
    return team;
  }

  /** By team_pkey. */
  async rename(teamId: string, name: string): Promise<void> {
    await this.database.execute('update team set name = $2 where id = $1', [teamId, name]);
  }
}
