import { Injectable } from '@nestjs/common';
import type { OldRows } from '#domain/retention';
import { Database } from '#infra/database';

/** Over all webhooks, for scheduled jobs. */
@Injectable()
export class UpkeepQueries {
  constructor(private readonly database: Database) {}

  /**
   * Webhooks after one, in the order of their keys, that something is due for. By webhook's primary key, and
   * webhook_delivery_due_idx for each.
   */
  async dueWebhooks(now: Date, after: string, limit: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `select w.id from webhook w
       where w.id > $2 and w.is_active and (w.paused_until is null or w.paused_until <= $1) and exists (
         select from webhook_delivery d
         where d.webhook_id = w.id and d.state = 'pending' and d.next_attempt_at <= $1
       )
       order by w.id limit $3`,
      [now, after, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** Webhooks that were switched off and whose teams do not know yet. By webhook_notice_due_idx. */
  async noticesDue(limit: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      'select id from webhook where is_notice_due order by id limit $1',
      [limit],
    );
    return rows.map(({ id }) => id);
  }

  /** Of a team, with ids below one, with their attempts; gives how many. By webhook_delivery_log_idx for each of its webhooks. */
  deleteOfTeam({ teamId, maxRows }: OldRows, belowId: string): Promise<number> {
    return this.database.execute(
      `delete from webhook_delivery where id = any (array(
         select d.id from webhook w cross join lateral (
           select id from webhook_delivery where webhook_id = w.id and id < $2 order by id limit $3 for update skip locked
         ) d
         where w.team_id = $1 limit $3
       ))`,
      [teamId, belowId, maxRows],
    );
  }

  /** Deliveries with ids below one, with their attempts; gives how many there were. By webhook_delivery's primary key. */
  deleteBefore(id: string, limit: number): Promise<number> {
    return this.database.execute(
      `delete from webhook_delivery
       where id = any (array(select id from webhook_delivery where id < $1 order by id limit $2 for update skip locked))`,
      [id, limit],
    );
  }
}
