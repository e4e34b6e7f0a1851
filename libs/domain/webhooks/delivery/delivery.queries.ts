import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type { AttemptRecord, ClaimedDelivery } from './delivery.types';

export interface Claim {
  webhookId: string;
  now: Date;
  /** When others may take what is claimed now. */
  leaseUntil: Date;
  limit: number;
}

/** Of a line that the next worker writes for one that is gone. */
const CUT_OFF = 'Parley stopped during the attempt; the receiver may have got it or not.';

const RECORD_COLUMNS = `id uuid, claimed_at timestamptz, number integer, started_at timestamptz, duration_ms integer,
  outcome text, url text, request_headers jsonb, response_status integer, response_headers jsonb, response_body text,
  error text, state text, failures integer, next_attempt_at timestamptz, settled_at timestamptz`;

/**
 * What couriers write, a batch a statement. They are planned anew each time, which costs a millisecond: a plan that was kept
 * from when the table was small reads all of it, until it is analysed next.
 */
@Injectable()
export class DeliveryQueries {
  constructor(private readonly database: Database) {}

  /**
   * Takes what has been due longest. Of those that another courier had and never gave back, the attempt is noted as cut
   * off. By webhook_delivery_due_idx, webhook_delivery's and webhook's primary keys.
   */
  claim({ webhookId, now, leaseUntil, limit }: Claim): Promise<ClaimedDelivery[]> {
    return this.database.query<ClaimedDelivery>(
      `with due as materialized (
         select id, attempts, next_attempt_at, claimed_at from webhook_delivery
         where webhook_id = $1 and state = 'pending' and next_attempt_at <= $2
         order by next_attempt_at limit $4 for no key update skip locked
       ), cut_off as (
         insert into webhook_attempt (delivery_id, number, started_at, outcome, url, request_headers, error)
         select due.id, due.attempts, due.claimed_at, 'cut_off', w.url, '{}', $5 from due join webhook w on w.id = $1
         where due.claimed_at is not null
         on conflict (delivery_id, number) do nothing
       )
       update webhook_delivery d set claimed_at = $2, next_attempt_at = $3, attempts = d.attempts + 1
       from due where d.id = due.id
       returning d.id, d.event, d.body, d.attempts as number, d.failures, d.created_at as "createdAt",
         due.next_attempt_at as "dueAt", d.claimed_at as "claimedAt"`,
      [webhookId, now, leaseUntil, limit, CUT_OFF],
    );
  }

  /**
   * A delivery that another courier has meanwhile is left to it; the line of the log is written all the same, in the place of
   * one that says only that the attempt was cut off. What was deleted meanwhile stays deleted. By the primary keys of
   * webhook_delivery and webhook_attempt.
   */
  async record(records: readonly AttemptRecord[]): Promise<void> {
    await this.database.query(
      `with record as materialized (
         select * from json_to_recordset($1::json) as r (${RECORD_COLUMNS})
       ), held as materialized (
         select id from webhook_delivery where id in (select id from record) order by id for no key update
       ), settled as (
         update webhook_delivery d set state = r.state, failures = r.failures, next_attempt_at = r.next_attempt_at,
           claimed_at = null, settled_at = r.settled_at,
           response_status = case when r.outcome = 'cut_off' then d.response_status else r.response_status end,
           error = case when r.outcome = 'cut_off' then d.error else r.error end,
           duration_ms = coalesce(r.duration_ms, d.duration_ms)
         from record r join held on held.id = r.id
         where d.id = r.id and d.claimed_at = r.claimed_at
       )
       insert into webhook_attempt as a (delivery_id, number, started_at, duration_ms, outcome, url, request_headers,
         response_status, response_headers, response_body, error)
       select r.id, r.number, r.started_at, r.duration_ms, r.outcome, r.url, r.request_headers, r.response_status,
         r.response_headers, r.response_body, r.error
       from record r join held on held.id = r.id
       on conflict (delivery_id, number) do update set started_at = excluded.started_at,
         duration_ms = excluded.duration_ms, outcome = excluded.outcome, url = excluded.url,
         request_headers = excluded.request_headers, response_status = excluded.response_status,
         response_headers = excluded.response_headers, response_body = excluded.response_body, error = excluded.error
       where a.outcome = 'cut_off'`,
      [JSON.stringify(records.map(toJson))],
    );
  }

  /** As if they had not been claimed. By webhook_delivery's primary key. */
  async release(deliveries: readonly ClaimedDelivery[]): Promise<void> {
    await this.database.query(
      `update webhook_delivery d set claimed_at = null, next_attempt_at = r.due_at, attempts = d.attempts - 1
       from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[]) as r (id, claimed_at, due_at)
       where d.id = r.id and d.claimed_at = r.claimed_at and d.state = 'pending'`,
      [
        deliveries.map(({ id }) => id),
        deliveries.map(({ claimedAt }) => claimedAt),
        deliveries.map(({ dueAt }) => dueAt),
      ],
    );
  }

  /**
   * When the next delivery may be sent, were it in the past; undefined when nothing waits or the webhook is switched off. What
   * a courier has counts from the end of its lease. By webhook's primary key and webhook_delivery_due_idx.
   */
  async nextDue(webhookId: string): Promise<Date | undefined> {
    const [next] = await this.database.query<{ dueAt: Date | null }>(
      `select greatest(w.paused_until, d.next_attempt_at) as "dueAt"
       from webhook w, lateral (
         select next_attempt_at from webhook_delivery
         where webhook_id = w.id and state = 'pending' and next_attempt_at is not null
         order by next_attempt_at limit 1
       ) d
       where w.id = $1 and w.is_active`,
      [webhookId],
    );
    return next?.dueAt ?? undefined;
  }
}

function toJson(record: AttemptRecord) {
  return {
    id: record.deliveryId,
    claimed_at: record.claimedAt,
    number: record.number,
    started_at: record.startedAt,
    duration_ms: record.durationMs,
    outcome: record.outcome,
    url: record.url,
    request_headers: record.requestHeaders,
    response_status: record.responseStatus,
    response_headers: record.responseHeaders,
    response_body: record.responseBody,
    error: record.error,
    state: record.state,
    failures: record.failures,
    next_attempt_at: record.nextAttemptAt,
    settled_at: record.settledAt,
  };
}
