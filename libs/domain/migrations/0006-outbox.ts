import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Outbox0000000000006 implements MigrationInterface {
  readonly name = 'Outbox0000000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table outbox (
        id uuid primary key,
        team_id uuid not null,
        name text not null,
        data jsonb not null,
        occurred_at timestamptz not null,
        -- When every consumer had heard it.
        dispatched_at timestamptz,
        -- Times that it was told, and when it may be again: null is at once, a time also means that one process has it.
        attempts integer not null default 0,
        next_attempt_at timestamptz,
        -- Names of the consumers that have heard it, once some of the others have not.
        heard_by text[] not null default '{}'
      );
      create index outbox_waiting_idx on outbox (id) where dispatched_at is null;
      create index outbox_dispatched_at_idx on outbox (dispatched_at) where dispatched_at is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table outbox');
  }
}
