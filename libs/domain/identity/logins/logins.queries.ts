import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type { Role } from '../identity.types';

export interface NewRefreshToken {
  id: string;
  hash: Buffer;
  createdAt: Date;
  expiresAt: Date;
}

export interface LoginOwner {
  loginId: string;
  userId: string;
  teamId: string;
  role: Role;
}

interface EndedLogin {
  loginId: string;
  userId: string;
  teamId: string;
}

const OWNER_COLUMNS = `u.id as "userId", u.team_id as "teamId", u.role`;

@Injectable()
export class LoginsQueries {
  constructor(private readonly database: Database) {}

  /**
   * Begins a login, unless the user was disabled or got another password since `passwordHash` was read. The share lock
   * makes a change of password wait, so that its ending of all logins cannot miss this one. By app_user_pkey.
   */
  async begin(
    loginId: string,
    user: { id: string; passwordHash: string },
    token: NewRefreshToken,
  ): Promise<LoginOwner | undefined> {
    const [owner] = await this.database.query<LoginOwner>(
      `with owner as (
         select $3::uuid as "loginId", ${OWNER_COLUMNS} from app_user u
         where u.id = $1 and u.password_hash = $2 and u.is_active for share
       ), begun as (
         insert into login (id, user_id, created_at) select "loginId", "userId", $6 from owner
       ), token as (
         insert into refresh_token (id, login_id, hash, created_at, expires_at)
         select $4, "loginId", $5, $6, $7 from owner
       )
       select * from owner`,
      [user.id, user.passwordHash, loginId, token.id, token.hash, token.createdAt, token.expiresAt],
    );
    return owner;
  }

  /**
   * Uses up one refresh token and puts the next in its place, in one statement: of any number of callers with the same
   * token, the row lock lets one through and shows the others that it is used. By refresh_token_hash_key.
   */
  async rotate(hash: Buffer, next: NewRefreshToken): Promise<LoginOwner | undefined> {
    const [owner] = await this.database.query<LoginOwner>(
      `with owner as (
         update refresh_token t set used_at = $4
         from login l join app_user u on u.id = l.user_id
         where t.hash = $1 and t.used_at is null and t.expires_at > $4
           and l.id = t.login_id and l.ended_at is null and u.is_active
         returning l.id as "loginId", ${OWNER_COLUMNS}
       ), token as (
         insert into refresh_token (id, login_id, hash, created_at, expires_at)
         select $2, "loginId", $3, $4, $5 from owner
       )
       select * from owner`,
      [hash, next.id, next.hash, next.createdAt, next.expiresAt],
    );
    return owner;
  }

  /** Ends the login of a refresh token that was used before; answers whose it was. By refresh_token_hash_key. */
  async endLoginOfUsedToken(hash: Buffer, at: Date): Promise<EndedLogin | undefined> {
    const [ended] = await this.database.query<EndedLogin>(
      `update login l set ended_at = $2 from app_user u
       where l.ended_at is null and u.id = l.user_id
         and l.id = (select login_id from refresh_token where hash = $1 and used_at is not null)
       returning l.id as "loginId", l.user_id as "userId", u.team_id as "teamId"`,
      [hash, at],
    );
    return ended;
  }

  /** Ends a login of the user, and the one that the refresh token belongs to if it is theirs too. By login_pkey. */
  async end(userId: string, loginId: string, tokenHash: Buffer | undefined, at: Date): Promise<void> {
    await this.database.execute(
      `update login set ended_at = $4
       where user_id = $1 and ended_at is null
         and id in (select $2::uuid union all select login_id from refresh_token where hash = $3)`,
      [userId, loginId, tokenHash ?? null, at],
    );
  }

  /** Ends every login of the user, or all but one. By login_user_id_idx. */
  async endOthers(userId: string, exceptLoginId: string | undefined, at: Date): Promise<void> {
    await this.database.execute(
      'update login set ended_at = $3 where user_id = $1 and id is distinct from $2::uuid and ended_at is null',
      [userId, exceptLoginId ?? null, at],
    );
  }

  /**
   * Deletes refresh tokens that expired before the given time, and logins that ended or have no other token left. By
   * refresh_token_expires_at_idx and login_ended_idx.
   */
  async prune(expiredBefore: Date): Promise<{ logins: number; refreshTokens: number }> {
    const [deleted] = await this.database.query<{ logins: number; refreshTokens: number }>(
      `with expired as (
         delete from refresh_token where expires_at < $1 returning login_id
       ), over as (
         delete from login where id in (
           select id from login where ended_at is not null
           union
           select e.login_id from expired e where not exists (
             select from refresh_token t where t.login_id = e.login_id and t.expires_at >= $1
           )
         )
         returning id
       )
       select (select count(*)::int from over) as logins, (select count(*)::int from expired) as "refreshTokens"`,
      [expiredBefore],
    );
    return deleted ?? { logins: 0, refreshTokens: 0 };
  }
}
