import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';

/** Who is in a team, and who is to be told what concerns it. */
@Injectable()
export class TeamPeople {
  constructor(private readonly database: Database) {}

  /** Of those who are active. By app_user_team_id_idx. */
  async emailsOf(teamId: string): Promise<readonly string[]> {
    const rows = await this.database.query<{ email: string }>(
      'select email from app_user where team_id = $1 and is_active order by id',
      [teamId],
    );
    return rows.map(({ email }) => email);
  }

  /** Undefined when nobody active of the team has the id. By app_user_pkey. */
  async member(teamId: string, userId: string): Promise<{ id: string; username: string } | undefined> {
    const [row] = await this.database.query<{ id: string; username: string }>(
      'select id, username from app_user where id = $1 and team_id = $2 and is_active',
      [userId, teamId],
    );
    return row;
  }
}
