import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { offsetOf, type Page, type Plan } from '#kernel';
import type { ManagedUser, ManagedUserPatch, UserListRequest } from '../identity.types';
import { foldName } from './usernames';

/** A number that no other lock of ours has: the bytes of "admn". */
const ADMINISTRATORS_LOCK = 0x61646d6e;

const MANAGED_USER = `u.id, u.team_id as "teamId", u.username, u.email, u.role, u.team_role as "teamRole", u.is_active as "isActive",
  u.created_at as "createdAt", u.updated_at as "updatedAt", t.plan
  from app_user u join team t on t.id = u.team_id`;

const MENTIONS = `($1 = '' or strpos(u.username_folded, $1) > 0 or strpos(u.email_folded, $1) > 0)`;

/** Users of all teams: for administrators only. */
@Injectable()
export class UserAdministrationQueries {
  constructor(private readonly database: Database) {}

  /** Newest first. By app_user_pkey; a search reads all names, of which there are thousands at most. */
  async list({ search = '', page, limit }: UserListRequest): Promise<Page<ManagedUser>> {
    const part = foldName(search);
    const items = await this.database.query<ManagedUser>(
      `select ${MANAGED_USER} where ${MENTIONS} order by u.id desc limit $2 offset $3`,
      [part, limit, offsetOf({ page, limit })],
    );
    const [counted] = await this.database.query<{ total: number }>(
      `select count(*)::int as total from app_user u where ${MENTIONS}`,
      [part],
    );
    return { items, total: counted?.total ?? 0, page, limit };
  }

  /** Of the installation, oldest first. By app_user_administrator_idx. */
  listAdministrators(): Promise<ManagedUser[]> {
    return this.database.query<ManagedUser>(`select ${MANAGED_USER} where u.role = 'admin' order by u.id`);
  }

  /** By app_user_pkey. */
  async find(userId: string): Promise<ManagedUser | undefined> {
    const [user] = await this.database.query<ManagedUser>(`select ${MANAGED_USER} where u.id = $1`, [userId]);
    return user;
  }

  /** Nobody changes the user or the plan of their team before the open transaction ends. By app_user_pkey. */
  async lock(userId: string): Promise<ManagedUser | undefined> {
    const [user] = await this.database.query<ManagedUser>(`select ${MANAGED_USER} where u.id = $1 for no key update`, [
      userId,
    ]);
    return user;
  }

  /** Whoever takes an administrator away does so one after the other. To be called before any row is locked. */
  async lockAdministrators(): Promise<void> {
    await this.database.query('select pg_advisory_xact_lock($1)', [ADMINISTRATORS_LOCK]);
  }

  /** Reads the whole table: it happens when an administrator is taken away. */
  async isAnotherAdministrator(userId: string): Promise<boolean> {
    const [answer] = await this.database.query<{ exists: boolean }>(
      `select exists (select from app_user where role = 'admin' and is_active and id <> $1)`,
      [userId],
    );
    return answer?.exists === true;
  }

  /** By app_user_pkey. */
  async update(userId: string, { username, email, role, isActive }: ManagedUserPatch, at: Date): Promise<void> {
    const folded = [username, email].map((name) => (name === undefined ? null : foldName(name)));
    await this.database.execute(
      `update app_user set
         username = coalesce($2, username), username_folded = coalesce($3, username_folded),
         email = coalesce($4, email), email_folded = coalesce($5, email_folded),
         role = coalesce($6, role), is_active = coalesce($7, is_active), updated_at = $8
       where id = $1`,
      [userId, username ?? null, folded[0], email ?? null, folded[1], role ?? null, isActive ?? null, at],
    );
  }

  /** By team_pkey. */
  async setPlan(teamId: string, plan: Plan): Promise<void> {
    await this.database.execute('update team set plan = $2 where id = $1', [teamId, plan]);
  }

  /** With their logins and keys, through foreign keys; answers who they were. By app_user_team_id_idx. */
  async deleteUsersOf(teamId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>('delete from app_user where team_id = $1 returning id', [
      teamId,
    ]);
    return rows.map(({ id }) => id);
  }
}
