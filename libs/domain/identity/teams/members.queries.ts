import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { offsetOf, type Page, type PageRequest, type TeamRole } from '#kernel';
import type { User } from '../identity.types';

const MEMBER = `u.id, u.team_id as "teamId", u.username, u.email, u.role, u.team_role as "teamRole",
  u.is_active as "isActive", u.created_at as "createdAt", u.updated_at as "updatedAt" from app_user u`;

@Injectable()
export class MembersQueries {
  constructor(private readonly database: Database) {}

  /** Who was there first, first. By app_user_team_id_idx. */
  async list(teamId: string, { page, limit }: PageRequest): Promise<Page<User>> {
    const items = await this.database.query<User>(
      `select ${MEMBER} where u.team_id = $1 order by u.id limit $2 offset $3`,
      [teamId, limit, offsetOf({ page, limit })],
    );
    const [counted] = await this.database.query<{ total: number }>(
      'select count(*)::int as total from app_user where team_id = $1',
      [teamId],
    );
    return { items, total: counted?.total ?? 0, page, limit };
  }

  /** By app_user_team_id_idx. */
  othersOf(teamId: string, userId: string): Promise<User[]> {
    return this.database.query<User>(`select ${MEMBER} where u.team_id = $1 and u.id <> $2 order by u.id`, [
      teamId,
      userId,
    ]);
  }

  /** By app_user_pkey. */
  async setRole(userId: string, teamRole: TeamRole, at: Date): Promise<void> {
    await this.database.execute('update app_user set team_role = $2, updated_at = $3 where id = $1', [
      userId,
      teamRole,
      at,
    ]);
  }

  /**
   * The account with its logins and keys, through foreign keys. Public keys stand in the team's pages and are no secret:
   * they pass to the heir. By api_key_user_id_idx and app_user_pkey.
   */
  async delete(userId: string, heirId: string): Promise<void> {
    await this.database.execute(`update api_key set user_id = $2 where user_id = $1 and type = 'public'`, [
      userId,
      heirId,
    ]);
    await this.database.execute('delete from app_user where id = $1', [userId]);
  }
}
