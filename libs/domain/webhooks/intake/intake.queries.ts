import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type { ListeningWebhook, NewDelivery } from './intake.types';

@Injectable()
export class IntakeQueries {
  constructor(private readonly database: Database) {}

  /** Those of the teams that are switched on. By webhook_team_id_idx. */
  listening(teamIds: readonly string[]): Promise<ListeningWebhook[]> {
    return this.database.query<ListeningWebhook>(
      `select id, team_id as "teamId", dialect, events, bot_id as "botId", listening_since as "listeningSince"
       from webhook where team_id = any($1::uuid[]) and is_active`,
      [teamIds],
    );
  }

  /** Of one event only the first delivery under an id is kept. By primary key. */
  async insert(deliveries: readonly NewDelivery[], firstAttemptAt: Date): Promise<void> {
    await this.database.query(
      `insert into webhook_delivery (id, webhook_id, event, body, created_at, next_attempt_at)
       select *, $6::timestamptz from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::timestamptz[])
       on conflict (id) do nothing`,
      [
        deliveries.map(({ id }) => id),
        deliveries.map(({ webhookId }) => webhookId),
        deliveries.map(({ event }) => event),
        deliveries.map(({ body }) => body),
        deliveries.map(({ createdAt }) => createdAt),
        firstAttemptAt,
      ],
    );
  }
}
