import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';

export interface NewResetToken {
  id: string;
  userId: string;
  hash: Buffer;
  expiresAt: Date;
}

/** Differs from what it was as soon as the user `u` has another password or another address. */
const ACCOUNT_STATE = `sha256(convert_to(u.password_hash || ' ' || u.email_folded, 'UTF8'))`;

/** The tokens that stand for "let this user choose a new password". */
@Injectable()
export class ResetTokensQueries {
  constructor(private readonly database: Database) {}

  /** False when the user is gone or disabled. By app_user_pkey. */
  async insert({ id, userId, hash, expiresAt }: NewResetToken): Promise<boolean> {
    const inserted = await this.database.execute(
      `insert into password_reset_token (id, user_id, hash, account_state, expires_at)
       select $1, u.id, $3, ${ACCOUNT_STATE}, $4 from app_user u where u.id = $2 and u.is_active`,
      [id, userId, hash, expiresAt],
    );
    return inserted === 1;
  }

  /** By password_reset_token_hash_key. */
  async isValid(hash: Buffer, at: Date): Promise<boolean> {
    const rows = await this.database.query(
      `select from password_reset_token t join app_user u on u.id = t.user_id
       where t.hash = $1 and t.expires_at > $2 and t.account_state = ${ACCOUNT_STATE} and u.is_active`,
      [hash, at],
    );
    return rows.length === 1;
  }

  /**
   * Uses up all tokens of the user if the given one is valid, and answers whose they were. The lock on the user lets one
   * of any number of callers through, with whichever token they come; the others find the rows gone or the account
   * changed. It also makes a login that begins meanwhile wait. By password_reset_token_hash_key and _user_id_idx.
   */
  async spend(hash: Buffer, at: Date): Promise<string | undefined> {
    const [spent] = await this.database.query<{ userId: string }>(
      `with owner as (
         select u.id from password_reset_token t join app_user u on u.id = t.user_id
         where t.hash = $1 and t.expires_at > $2 and t.account_state = ${ACCOUNT_STATE} and u.is_active
         for no key update of u
       ), spent as (
         delete from password_reset_token t using owner where t.user_id = owner.id returning t.hash, t.user_id
       )
       select user_id as "userId" from spent where hash = $1`,
      [hash, at],
    );
    return spent?.userId;
  }

  /** By password_reset_token_expires_at_idx. */
  prune(expiredBefore: Date): Promise<number> {
    return this.database.execute('delete from password_reset_token where expires_at < $1', [expiredBefore]);
  }
}
