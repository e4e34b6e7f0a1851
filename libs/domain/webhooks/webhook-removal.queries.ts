import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';

@Injectable()
export class WebhookRemovalQueries {
  constructor(private readonly database: Database) {}

  /** By webhook_team_id_idx. */
  async ofTeam(teamId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>('select id from webhook where team_id = $1', [teamId]);
    return rows.map(({ id }) => id);
  }

  /** Nothing more is noted for them, nor sent. By webhook_team_id_idx. */
  async switchOff(teamId: string): Promise<void> {
    await this.database.execute('update webhook set is_active = false where team_id = $1', [teamId]);
  }

  /** With their attempts; gives how many there were. By webhook_delivery_log_idx. */
  deleteDeliveries(webhookId: string, limit: number): Promise<number> {
    return this.database.execute(
      `delete from webhook_delivery
       where id = any (array(select id from webhook_delivery where webhook_id = $1 order by id limit $2))`,
      [webhookId, limit],
    );
  }

  /** By webhook's primary key. */
  async delete(webhookId: string): Promise<void> {
    await this.database.execute('delete from webhook where id = $1', [webhookId]);
  }
}
