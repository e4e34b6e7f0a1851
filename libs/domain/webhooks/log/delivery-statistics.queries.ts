import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type { DeliveryState } from '../webhooks.types';
import { lowestIdSince } from './delivery-ids';

export type EventCounts = { event: string } & Record<DeliveryState, number>;

export interface AttemptFigures {
  attempts: number;
  /** Of attempts whose end is known. */
  p50Ms: number | null;
  p95Ms: number | null;
}

/** Tests are not among what is counted. */
@Injectable()
export class DeliveryStatisticsQueries {
  constructor(private readonly database: Database) {}

  /** By webhook_delivery_log_idx. */
  countsByEvent(webhookId: string, since: Date): Promise<EventCounts[]> {
    return this.database.query<EventCounts>(
      `select event, count(*) filter (where state = 'pending')::int as pending,
         count(*) filter (where state = 'delivered')::int as delivered,
         count(*) filter (where state = 'failed')::int as failed
       from webhook_delivery where webhook_id = $1 and id >= $2 and created_at >= $3 and not is_test
       group by event order by event`,
      [webhookId, lowestIdSince(since), since],
    );
  }

  /** By webhook_delivery_log_idx and webhook_attempt's primary key. */
  async attemptFigures(webhookId: string, since: Date): Promise<AttemptFigures> {
    const [row] = await this.database.query<AttemptFigures>(
      `select count(*)::int as attempts,
         round(percentile_cont(0.5) within group (order by a.duration_ms))::int as "p50Ms",
         round(percentile_cont(0.95) within group (order by a.duration_ms))::int as "p95Ms"
       from webhook_delivery d join webhook_attempt a on a.delivery_id = d.id and a.delivery_id >= $2
       where d.webhook_id = $1 and d.id >= $2 and d.created_at >= $3 and not d.is_test`,
      [webhookId, lowestIdSince(since), since],
    );
    return row!;
  }
}
