import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type { Exchange } from '../webhooks.types';

export interface NewTest {
  id: string;
  webhookId: string;
  event: string;
  body: string;
  createdAt: Date;
}

@Injectable()
export class WebhookTestsQueries {
  constructor(private readonly database: Database) {}

  /** Before anything is sent. Without a time of the next attempt no worker takes it. */
  async insert({ id, webhookId, event, body, createdAt }: NewTest): Promise<void> {
    await this.database.execute(
      `insert into webhook_delivery (id, webhook_id, event, body, is_test, attempts, created_at)
       values ($1, $2, $3, $4, true, 1, $5)`,
      [id, webhookId, event, body, createdAt],
    );
  }

  /** What came of it; nothing if the webhook was deleted meanwhile. By webhook_delivery's primary key. */
  async settle(id: string, exchange: Exchange, settledAt: Date): Promise<void> {
    await this.database.execute(
      `with settled as (
         update webhook_delivery set state = $2, response_status = $3, error = $4, duration_ms = $5, settled_at = $6
         where id = $1 returning id
       )
       insert into webhook_attempt (delivery_id, number, started_at, duration_ms, outcome, url, request_headers,
         response_status, response_headers, response_body, error)
       select id, 1, $7::timestamptz, $5, $8, $9, $10::jsonb, $3, $11::jsonb, $12, $4 from settled`,
      [
        id,
        exchange.outcome === 'delivered' ? 'delivered' : 'failed',
        exchange.responseStatus,
        exchange.error,
        exchange.durationMs,
        settledAt,
        exchange.startedAt,
        exchange.outcome,
        exchange.url,
        JSON.stringify(exchange.requestHeaders),
        exchange.responseHeaders && JSON.stringify(exchange.responseHeaders),
        exchange.responseBody,
      ],
    );
  }
}
