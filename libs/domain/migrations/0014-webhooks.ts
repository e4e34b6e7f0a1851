import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Webhooks0000000000014 implements MigrationInterface {
  readonly name = 'Webhooks0000000000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table webhook (
        id uuid primary key,
        team_id uuid not null references team on delete cascade,
        -- In whose words it is told, and through whose paths it is seen.
        dialect text not null,
        url text not null,
        -- Names of that dialect.
        events text[] not null,
        -- Only what happened to this bot. Not a foreign key: the last that is told of a bot is its end.
        bot_id uuid,
        description text,
        -- Sealed. The one before it also signs until it expires.
        secret bytea not null,
        previous_secret bytea,
        previous_secret_expires_at timestamptz,
        is_active boolean not null default true,
        -- Why it is not active: its owner wished so; the receiver answered 410; it failed for days.
        disabled_reason text check (disabled_reason in ('by_owner', 'gone', 'failing')),
        disabled_at timestamptz,
        -- Whether the team's people are still to be told by mail that it was switched off.
        is_notice_due boolean not null default false,
        -- First failure since the last success.
        failing_since timestamptz,
        last_success_at timestamptz,
        last_failure_at timestamptz,
        -- The receiver asked to be left alone until then (Retry-After).
        paused_until timestamptz,
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
      create index webhook_team_id_idx on webhook (team_id, id);
      create index webhook_notice_due_idx on webhook (id) where is_notice_due;

      -- One event on its way to one webhook. Its key is made from both and begins with the time of the event, so that an
      -- event heard twice is one delivery, and so that the order of keys is the order of time.
      create table webhook_delivery (
        id uuid primary key,
        webhook_id uuid not null references webhook on delete cascade,
        -- In the words of the webhook's dialect.
        event text not null,
        -- What is sent and signed, to the byte.
        body text not null,
        state text not null default 'pending' check (state in ('pending', 'delivered', 'failed')),
        is_test boolean not null default false,
        -- Requests begun, and of these the ones that count against the schedule of retries.
        attempts integer not null default 0,
        failures integer not null default 0,
        -- Null unless pending. While a worker has it: when another may take it.
        next_attempt_at timestamptz,
        -- Set while a worker has it. Found set by the next one, the end of that attempt is unknown.
        claimed_at timestamptz,
        -- Of the last attempt whose end is known.
        response_status integer,
        error text,
        duration_ms integer,
        created_at timestamptz not null,
        settled_at timestamptz
      );
      create index webhook_delivery_log_idx on webhook_delivery (webhook_id, id);
      create index webhook_delivery_due_idx on webhook_delivery (webhook_id, next_attempt_at) where state = 'pending';

      create table webhook_attempt (
        delivery_id uuid not null references webhook_delivery on delete cascade,
        -- Counts from 1.
        number integer not null,
        started_at timestamptz not null,
        -- Null when the end is unknown.
        duration_ms integer,
        outcome text not null
          check (outcome in ('delivered', 'refused', 'timed_out', 'unreachable', 'address_refused', 'cut_off')),
        url text not null,
        request_headers jsonb not null,
        response_status integer,
        response_headers jsonb,
        -- Its beginning.
        response_body text,
        error text,
        primary key (delivery_id, number)
      );

      create index app_user_administrator_idx on app_user (team_id) where role = 'admin';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index app_user_administrator_idx;
      drop table webhook_attempt;
      drop table webhook_delivery;
      drop table webhook;
    `);
  }
}
