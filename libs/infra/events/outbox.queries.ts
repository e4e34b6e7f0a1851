import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type { OutboxRow } from './outbox';

/** A row that was claimed for the fan-out. */
export interface ClaimedRow {
  id: string;
  teamId: string;
  name: string;
  data: object;
  occurredAt: Date;
  /** This one included. */
  attempts: number;
  /** Names of the consumers that need not hear it again. */
  heardBy: string[];
}

export interface Claim {
  now: Date;
  /** Events that someone consumes; rows of all others are dispatched by being looked at. */
  names: readonly string[];
  /** Until then no other process takes the rows; afterwards, if this one died, any may. */
  leaseUntil: Date;
  limit: number;
}

export interface PostponedRow {
  id: string;
  heardBy: readonly string[];
  nextAttemptAt: Date;
}

/** What not everybody has heard. */
export interface OutboxBacklog {
  count: number;
  oldestAt: Date | null;
}

/** More than that is a lot, however much. */
const COUNTED_EVENTS = 10_000;

@Injectable()
export class OutboxQueries {
  constructor(private readonly database: Database) {}

  async insert(rows: readonly OutboxRow[]): Promise<void> {
    await this.database.query(
      `insert into outbox (id, team_id, name, data, occurred_at)
       select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::jsonb[], $5::timestamptz[])`,
      [
        rows.map((row) => row.id),
        rows.map((row) => row.team_id),
        rows.map((row) => row.name),
        rows.map((row) => JSON.stringify(row.data)),
        rows.map((row) => row.occurred_at),
      ],
    );
  }

  /**
   * Takes the oldest rows that are due, in order. Returns how many it took, and of these the ones that somebody consumes.
   * By outbox_waiting_idx; the claim changes no indexed column.
   */
  async claim({ now, names, leaseUntil, limit }: Claim): Promise<{ taken: number; rows: ClaimedRow[] }> {
    const claimed = await this.database.query<ClaimedRow & { isConsumed: boolean }>(
      `with due as materialized (
         select id from outbox
         where dispatched_at is null and (next_attempt_at is null or next_attempt_at <= $1::timestamptz)
         order by id limit $2
         for update skip locked
       ), claimed as (
         update outbox o set
           dispatched_at = case when o.name = any($3::text[]) then null else $1::timestamptz end,
           next_attempt_at = $4::timestamptz,
           attempts = o.attempts + 1
         from due where o.id = due.id
         returning o.*
       )
       select id, team_id as "teamId", name, data, occurred_at as "occurredAt", attempts, heard_by as "heardBy",
         dispatched_at is null as "isConsumed"
       from claimed order by id`,
      [now, limit, names, leaseUntil],
    );
    return { taken: claimed.length, rows: claimed.filter((row) => row.isConsumed) };
  }

  /** By primary key. */
  async markDispatched(ids: readonly string[], now: Date): Promise<void> {
    if (ids.length === 0) return;
    await this.database.query('update outbox set dispatched_at = $2 where id = any($1::uuid[])', [ids, now]);
  }

  /** By primary key. */
  async postpone(rows: readonly PostponedRow[]): Promise<void> {
    if (rows.length === 0) return;
    await this.database.query(
      `update outbox o set heard_by = p."heardBy", next_attempt_at = p."nextAttemptAt"
       from jsonb_to_recordset($1::jsonb) as p (id uuid, "heardBy" text[], "nextAttemptAt" timestamptz)
       where o.id = p.id`,
      [JSON.stringify(rows)],
    );
  }

  /** By outbox_waiting_idx: ids are in the order of time. */
  async backlog(): Promise<OutboxBacklog> {
    const [row] = await this.database.query<OutboxBacklog>(
      `select
         (select count(*)::int from (select from outbox where dispatched_at is null limit ${COUNTED_EVENTS}) waiting) as count,
         (select occurred_at from outbox where dispatched_at is null order by id limit 1) as "oldestAt"`,
    );
    return row!;
  }

  /** Deletes up to `limit` rows dispatched before `before` and returns how many. By outbox_dispatched_at_idx. */
  async deleteDispatched(before: Date, limit: number): Promise<number> {
    const [row] = await this.database.query<{ deleted: number }>(
      `with old as materialized (
         select id from outbox where dispatched_at < $1 order by dispatched_at limit $2 for update skip locked
       ), gone as (
         delete from outbox o using old where o.id = old.id returning 1
       )
       select count(*)::int as deleted from gone`,
      [before, limit],
    );
    return row!.deleted;
  }
}
