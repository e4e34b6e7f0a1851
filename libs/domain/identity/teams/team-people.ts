import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';

/** Who is to be told what concerns a team. */
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
}
