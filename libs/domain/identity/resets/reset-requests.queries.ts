import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { foldName } from '../users/usernames';

/** What people asked for: one row an address, whether or not anybody has it. */
@Injectable()
export class ResetRequestsQueries {
  constructor(private readonly database: Database) {}

  /**
   * Notes that a reset was asked for and answers the id of the request that now waits; undefined when one for the address
   * was answered after `recently`. By password_reset_request_email_key.
   */
  async note(id: string, email: string, at: Date, recently: Date): Promise<string | undefined> {
    const [waiting] = await this.database.query<{ id: string }>(
      `insert into password_reset_request as r (id, email_folded, requested_at) values ($1, $2, $3)
       on conflict (email_folded) do update set requested_at = excluded.requested_at, handled_at = null
       where r.handled_at is null or r.handled_at <= $4
       returning id`,
      [id, foldName(email), at, recently],
    );
    return waiting?.id;
  }

  /** The address of a request that still waits and is not older. By password_reset_request_pkey. */
  async findWaiting(id: string, notBefore: Date): Promise<string | undefined> {
    const [waiting] = await this.database.query<{ email: string }>(
      `select email_folded as email from password_reset_request
       where id = $1 and handled_at is null and requested_at >= $2`,
      [id, notBefore],
    );
    return waiting?.email;
  }

  async markHandled(id: string, at: Date): Promise<void> {
    await this.database.execute('update password_reset_request set handled_at = $2 where id = $1', [id, at]);
  }

  /** Ids of what still waits and was asked for in this time. By password_reset_request_requested_at_idx. */
  async waitingSince(notBefore: Date, notAfter: Date): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `select id from password_reset_request where requested_at between $1 and $2 and handled_at is null`,
      [notBefore, notAfter],
    );
    return rows.map(({ id }) => id);
  }

  /** By password_reset_request_requested_at_idx. */
  async prune(before: Date): Promise<void> {
    await this.database.execute('delete from password_reset_request where requested_at < $1', [before]);
  }
}
