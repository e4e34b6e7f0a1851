import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { offsetOf } from '#kernel';
import type { Attempt, Delivery, DeliveryListRequest, DeliveryWithAttempts, ReplayRequest } from '../webhooks.types';
import { lowestIdSince } from './delivery-ids';

const COLUMNS = `id, webhook_id as "webhookId", event, state, is_test as "isTest", attempts,
  next_attempt_at as "nextAttemptAt", response_status as "responseStatus", error, duration_ms as "durationMs",
  created_at as "createdAt", settled_at as "settledAt"`;

const ATTEMPT_COLUMNS = `number, started_at as "startedAt", duration_ms as "durationMs", outcome, url,
  request_headers as "requestHeaders", response_status as "responseStatus", response_headers as "responseHeaders",
  response_body as "responseBody", error`;

const LISTED = `from webhook_delivery where webhook_id = $1 and ($2::text is null or state = $2)
  and ($3::text is null or event = $3) and ($4::uuid is null or id >= $4) and ($5::timestamptz is null or created_at >= $5)`;

type ListFilter = Omit<DeliveryListRequest, 'page' | 'limit'>;

@Injectable()
export class DeliveryLogQueries {
  constructor(private readonly database: Database) {}

  /** Newest first. By webhook_delivery_log_idx. */
  list(webhookId: string, { page, limit, ...filter }: DeliveryListRequest): Promise<Delivery[]> {
    return this.database.query<Delivery>(`select ${COLUMNS} ${LISTED} order by id desc limit $6 offset $7`, [
      ...parametersOf(webhookId, filter),
      limit,
      offsetOf({ page, limit }),
    ]);
  }

  /** By webhook_delivery_log_idx. */
  async count(webhookId: string, filter: ListFilter): Promise<number> {
    const parameters = parametersOf(webhookId, filter);
    const [row] = await this.database.query<{ count: number }>(`select count(*)::int as count ${LISTED}`, parameters);
    return row?.count ?? 0;
  }

  /** By webhook_delivery's primary key. */
  async find(webhookId: string, id: string): Promise<Omit<DeliveryWithAttempts, 'log'> | undefined> {
    const [row] = await this.database.query<Omit<DeliveryWithAttempts, 'log'>>(
      `select ${COLUMNS}, body from webhook_delivery where id = $2 and webhook_id = $1`,
      [webhookId, id],
    );
    return row;
  }

  /** The last ones, in the order of their numbers. By webhook_attempt's primary key. */
  async attempts(deliveryId: string, limit: number): Promise<Attempt[]> {
    const newestFirst = await this.database.query<Attempt>(
      `select ${ATTEMPT_COLUMNS} from webhook_attempt where delivery_id = $1 order by number desc limit $2`,
      [deliveryId, limit],
    );
    return newestFirst.reverse();
  }

  /**
   * Due at once, with the whole schedule of retries before it. While a worker has it, that goes on and is what was asked
   * for. By webhook_delivery's primary key.
   */
  async replay(webhookId: string, id: string, now: Date): Promise<Delivery | undefined> {
    const [row] = await this.database.query<Delivery>(
      `update webhook_delivery set state = 'pending', failures = 0, settled_at = null,
         next_attempt_at = case when claimed_at is null then $3::timestamptz else next_attempt_at end
       where id = $2 and webhook_id = $1 returning ${COLUMNS}`,
      [webhookId, id, now],
    );
    return row;
  }

  /**
   * As `replay`, of up to so many deliveries after one; tests are not among them. Those that a worker has are left to it,
   * and locked by nobody here, so that neither waits for the other in a circle. By webhook_delivery_log_idx.
   */
  async replaySome(webhookId: string, request: ReplayRequest, step: ReplayStep): Promise<string[]> {
    const { since, until = null, state = null } = request;
    const rows = await this.database.query<{ id: string }>(
      `with chosen as materialized (
         select id from webhook_delivery
         where webhook_id = $1 and id > $2 and created_at >= $3 and ($4::timestamptz is null or created_at < $4)
           and ($5::text is null or state = $5) and not is_test and claimed_at is null
         order by id limit $6 for no key update
       ), replayed as (
         update webhook_delivery d set state = 'pending', failures = 0, settled_at = null, next_attempt_at = $7
         from chosen where d.id = chosen.id
       )
       select id from chosen order by id`,
      [webhookId, step.after ?? lowestIdSince(since), since, until, state, step.limit, step.now],
    );
    return rows.map(({ id }) => id);
  }
}

export interface ReplayStep {
  /** The last one of the step before. */
  after: string | undefined;
  limit: number;
  now: Date;
}

function parametersOf(webhookId: string, { state, event, since }: ListFilter): unknown[] {
  return [webhookId, state ?? null, event ?? null, since ? lowestIdSince(since) : null, since ?? null];
}
