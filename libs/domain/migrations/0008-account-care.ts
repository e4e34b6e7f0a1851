import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AccountCare0000000000008 implements MigrationInterface {
  readonly name = 'AccountCare0000000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Somebody asked for a new password. The row is written for every address, whether anybody has it or not, so that
      -- asking does the same work for all; a job finds out, sends the mail and marks the row.
      create table password_reset_request (
        id uuid primary key,
        email_folded text not null,
        requested_at timestamptz not null,
        handled_at timestamptz
      );
      create unique index password_reset_request_email_key on password_reset_request (email_folded);
      create index password_reset_request_requested_at_idx on password_reset_request (requested_at);

      create table password_reset_token (
        id uuid primary key,
        user_id uuid not null references app_user on delete cascade,
        -- SHA-256 of the token.
        hash bytea not null,
        -- SHA-256 of what the account was when the token was made: a new password or address makes the token void.
        account_state bytea not null,
        expires_at timestamptz not null
      );
      create unique index password_reset_token_hash_key on password_reset_token (hash);
      create index password_reset_token_user_id_idx on password_reset_token (user_id);
      create index password_reset_token_expires_at_idx on password_reset_token (expires_at);

      -- Set when the team's users are gone; a job removes the rest in small steps, the row itself last.
      alter table team add column deleted_at timestamptz;
      create index team_deleted_at_idx on team (deleted_at) where deleted_at is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table team drop column deleted_at;
      drop table password_reset_token, password_reset_request;
    `);
  }
}
