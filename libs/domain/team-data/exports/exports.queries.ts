import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { offsetOf, type PageRequest } from '#kernel';
import type { TeamExport } from '../team-data.types';

const COLUMNS = `id, team_id as "teamId", status, stage, progress, archive_bytes::float8 as "archiveBytes",
  row_count::float8 as "rowCount", file_count as "fileCount",
  case when error_code is not null then json_build_object('code', error_code, 'message', error_message) end as error,
  started_at as "startedAt", completed_at as "completedAt", expires_at as "expiresAt", created_at as "createdAt"`;

@Injectable()
export class ExportsQueries {
  constructor(private readonly database: Database) {}

  /** Undefined when another one of the team is under way. By team_export_active_key. */
  async insert(one: {
    id: string;
    teamId: string;
    leaseUntil: Date;
    createdAt: Date;
  }): Promise<TeamExport | undefined> {
    const [row] = await this.database.query<TeamExport>(
      `insert into team_export (id, team_id, lease_until, created_at) values ($1, $2, $3, $4)
       on conflict (team_id) where status in ('queued', 'running') do nothing returning ${COLUMNS}`,
      [one.id, one.teamId, one.leaseUntil, one.createdAt],
    );
    return row;
  }

  /** Newest first. By team_export_team_id_idx. */
  list(teamId: string, page: PageRequest): Promise<TeamExport[]> {
    return this.database.query<TeamExport>(
      `select ${COLUMNS} from team_export where team_id = $1 order by id desc limit $2 offset $3`,
      [teamId, page.limit, offsetOf(page)],
    );
  }

  /** By team_export_team_id_idx. */
  async count(teamId: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      'select count(*)::int as count from team_export where team_id = $1',
      [teamId],
    );
    return row?.count ?? 0;
  }

  /** By team_export's primary key, as are the two below. */
  async find(teamId: string, id: string): Promise<(TeamExport & { blobKey: string | null }) | undefined> {
    const [row] = await this.database.query<TeamExport & { blobKey: string | null }>(
      `select ${COLUMNS}, blob_key as "blobKey" from team_export where id = $1 and team_id = $2`,
      [id, teamId],
    );
    return row;
  }

  /** Its archive follows (a trigger); a run that has it finds that it no longer has. */
  async delete(teamId: string, id: string): Promise<boolean> {
    return (await this.database.execute('delete from team_export where id = $1 and team_id = $2', [id, teamId])) > 0;
  }

  /** By team_export_expires_at_idx. Their archives follow (a trigger). */
  async expire(now: Date): Promise<void> {
    await this.database.execute(
      `update team_export set status = 'expired', blob_key = null where status = 'completed' and expires_at <= $1`,
      [now],
    );
  }
}
