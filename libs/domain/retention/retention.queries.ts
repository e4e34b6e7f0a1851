import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type { RetentionPatch } from './retention.types';

export interface StoredRetention {
  teamId: string;
  days: RetentionPatch;
  updatedAt: Date;
}

const COLUMNS = `team_id as "teamId", days, updated_at as "updatedAt"`;

/** By team_retention_pkey. */
@Injectable()
export class RetentionQueries {
  constructor(private readonly database: Database) {}

  async find(teamId: string): Promise<StoredRetention | undefined> {
    const [row] = await this.database.query<StoredRetention>(
      `select ${COLUMNS} from team_retention where team_id = $1`,
      [teamId],
    );
    return row;
  }

  /** What the patch does not name stays. */
  async merge(teamId: string, patch: RetentionPatch, at: Date): Promise<void> {
    await this.database.query(
      `insert into team_retention (team_id, days, updated_at) values ($1, jsonb_strip_nulls($2::jsonb), $3)
       on conflict (team_id) do update set
         days = jsonb_strip_nulls(team_retention.days || $2::jsonb), updated_at = excluded.updated_at`,
      [teamId, JSON.stringify(patch), at],
    );
  }

  /** Teams that keep something for a time only, page by page in the order of their ids; those being removed aside. */
  page(afterTeamId: string, limit: number): Promise<StoredRetention[]> {
    return this.database.query<StoredRetention>(
      `select ${COLUMNS} from team_retention r
       where team_id > $1 and days <> '{}' and exists (select from team t where t.id = r.team_id and t.deleted_at is null)
       order by team_id limit $2`,
      [afterTeamId, limit],
    );
  }
}
