import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';

@Injectable()
export class TeamErasureQueries {
  constructor(private readonly database: Database) {}

  /** Undefined when it is deleted already. By team_pkey. */
  async nameOf(teamId: string): Promise<string | undefined> {
    const [row] = await this.database.query<{ name: string }>(
      'select name from team where id = $1 and deleted_at is null',
      [teamId],
    );
    return row?.name;
  }

  /** Whether all active administrators of the installation are in this team. By app_user_administrator_idx. */
  async hasAllAdministrators(teamId: string): Promise<boolean> {
    const [row] = await this.database.query<{ all: boolean }>(
      `select count(*) filter (where team_id = $1) > 0 and count(*) filter (where team_id <> $1) = 0 as all
       from app_user where role = 'admin' and is_active`,
      [teamId],
    );
    return row?.all === true;
  }
}
