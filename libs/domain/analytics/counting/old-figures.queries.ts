import { Injectable } from '@nestjs/common';
import type { OldRows } from '#domain/retention';
import { Database } from '#infra/database';

/** Bots of the team by analytics_bot_team_id_idx; what is counted of each by the key of its table. */
@Injectable()
export class OldFiguresQueries {
  constructor(private readonly database: Database) {}

  deleteCells(old: OldRows): Promise<number> {
    return this.deleteOfBots('analytics_cell', old);
  }

  deleteModels(old: OldRows): Promise<number> {
    return this.deleteOfBots('analytics_model', old);
  }

  deleteIntents(old: OldRows): Promise<number> {
    return this.deleteOfBots('analytics_intent', old);
  }

  /** By analytics_visit_pkey for each user of the team. */
  deleteVisits(old: OldRows): Promise<number> {
    return this.delete(
      `delete from analytics_visit v using (
         select v.user_id, v.at from analytics_user u join analytics_visit v on v.user_id = u.id
         where u.team_id = $1 and v.at < $2 limit $3
       ) old
       where v.user_id = old.user_id and v.at = old.at`,
      old,
    );
  }

  /** Who comes again is a new user. The date is that of nothing: users have none. */
  deleteUsersWithoutVisits(old: OldRows): Promise<number> {
    return this.delete(
      `delete from analytics_user where id in (
         select u.id from analytics_user u
         where u.team_id = $1 and $2::timestamptz is not null
           and not exists (select from analytics_visit v where v.user_id = u.id) limit $3
       )`,
      old,
    );
  }

  /** By analytics_integration_team_id_idx and analytics_integration_day_pkey. */
  deleteIntegrationDays(old: OldRows): Promise<number> {
    return this.deleteOfIntegrations('analytics_integration_day', old);
  }

  /** By analytics_integration_team_id_idx and analytics_integration_latency_pkey. */
  deleteIntegrationLatencies(old: OldRows): Promise<number> {
    return this.deleteOfIntegrations('analytics_integration_latency', old);
  }

  /** What begins before and ends after stays: a grain is the length in minutes. */
  private deleteOfBots(table: string, old: OldRows): Promise<number> {
    return this.delete(
      `delete from ${table} where ctid = any (array(
         select c.ctid from analytics_bot b join ${table} c on c.bot_id = b.bot_id
         where b.team_id = $1 and c.at + c.grain * interval '1 minute' <= $2 limit $3
       ))`,
      old,
    );
  }

  private deleteOfIntegrations(table: string, old: OldRows): Promise<number> {
    return this.delete(
      `delete from ${table} where ctid = any (array(
         select c.ctid from analytics_integration i join ${table} c on c.integration_id = i.integration_id
         where i.team_id = $1 and c.at + interval '1 day' <= $2 limit $3
       ))`,
      old,
    );
  }

  private delete(sql: string, { teamId, before, maxRows }: OldRows): Promise<number> {
    return this.database.execute(sql, [teamId, before, maxRows]);
  }
}
