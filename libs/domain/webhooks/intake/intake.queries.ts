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

  /**
   * Of one event only the first delivery under an id is kept. What tells of a conversation is not stored when its event is
   * gone: an end user was erased, which deletes the event before the deliveries. By primary key, and by outbox_pkey.
   */
  async insert(deliveries: readonly NewDelivery[], firstAttemptAt: Date): Promise<void> {
    await this.database.query(
      `with given as (
         select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::timestamptz[], $6::uuid[], $7::uuid[],
           $8::uuid[], $9::text[])
           as d (id, webhook_id, event, body, created_at, event_id, bot_id, conversation_id, user_ref)
       ), told as materialized (
         select id from outbox where id in (select event_id from given where conversation_id is not null) order by id
         for key share
       )
       insert into webhook_delivery (id, webhook_id, event, body, created_at, bot_id, conversation_id, user_ref,
         next_attempt_at)
       select id, webhook_id, event, body, created_at, bot_id, conversation_id, user_ref, $10::timestamptz from given
       where conversation_id is null or event_id in (select id from told)
       on conflict (id) do nothing`,
      [
        deliveries.map(({ id }) => id),
        deliveries.map(({ webhookId }) => webhookId),
        deliveries.map(({ event }) => event),
        deliveries.map(({ body }) => body),
        deliveries.map(({ createdAt }) => createdAt),
        deliveries.map(({ about }) => about.eventId),
        deliveries.map(({ about }) => about.botId),
        deliveries.map(({ about }) => about.conversationId),
        deliveries.map(({ about }) => about.userRef),
        firstAttemptAt,
      ],
    );
  }
}
