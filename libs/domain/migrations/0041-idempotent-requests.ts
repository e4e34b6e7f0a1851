import type { MigrationInterface, QueryRunner } from 'typeorm';

export class IdempotentRequests0000000000041 implements MigrationInterface {
  readonly name = 'IdempotentRequests0000000000041';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Requests that named an Idempotency-Key, and what was answered.
      create table idempotent_request (
        -- Of the act itself: the same however often it is begun.
        id uuid primary key,
        team_id uuid not null references team on delete cascade,
        principal text not null,
        key text not null,
        -- SHA-256 of method, path and query.
        target_digest bytea not null,
        -- SHA-256 of the body; null while a form is still arriving.
        body_digest bytea,
        -- Whose run it is: a process that has lost it writes nothing any more.
        claim_id uuid not null,
        leased_until timestamptz not null,
        created_at timestamptz not null,
        settled_at timestamptz,
        -- Sealed, since answers tell new keys and secrets. Null of a settled one that was too large to be kept.
        answer bytea,
        unique (team_id, principal, key)
      );
      create index idempotent_request_created_at_idx on idempotent_request (created_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table idempotent_request');
  }
}
