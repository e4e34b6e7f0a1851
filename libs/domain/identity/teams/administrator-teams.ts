import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';

/** The teams of administrators, who are told what happens in the whole installation. */
@Injectable()
export class AdministratorTeams {
  constructor(private readonly database: Database) {}

  /** By app_user_administrator_idx. */
  async ids(): Promise<readonly string[]> {
    const rows = await this.database.query<{ teamId: string }>(
      `select distinct team_id as "teamId" from app_user where role = 'admin' and is_active`,
    );
    return rows.map(({ teamId }) => teamId);
  }
}
