import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Identity0000000000001 implements MigrationInterface {
  readonly name = 'Identity0000000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table team (
        id uuid primary key,
        name text not null,
        plan text not null default 'free' check (plan in ('free', 'starter', 'pro', 'enterprise')),
        created_at timestamptz not null default now()
      );

      create table app_user (
        id uuid primary key,
        team_id uuid not null references team on delete cascade,
        username text not null,
        -- Folded forms decide uniqueness. The application folds, because lower() depends on the database's locale.
        username_folded text not null,
        email text not null,
        email_folded text not null,
        password_hash text not null,
        role text not null default 'user' check (role in ('user', 'admin')),
        is_active boolean not null default true,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      );
      create unique index app_user_username_key on app_user (username_folded);
      create unique index app_user_email_key on app_user (email_folded);
      create index app_user_team_id_idx on app_user (team_id);

      -- A login is what one call of /auth/login began; its refresh tokens and access tokens end with it.
      create table login (
        id uuid primary key,
        user_id uuid not null references app_user on delete cascade,
        created_at timestamptz not null default now(),
        ended_at timestamptz
      );
      create index login_user_id_idx on login (user_id);
      create index login_ended_idx on login (id) where ended_at is not null;

      -- Only SHA-256 hashes: the tokens carry 256 random bits, so a slow hash would add nothing.
      create table refresh_token (
        id uuid primary key,
        login_id uuid not null references login on delete cascade,
        hash bytea not null,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        used_at timestamptz
      );
      create unique index refresh_token_hash_key on refresh_token (hash);
      create index refresh_token_login_id_idx on refresh_token (login_id);
      create index refresh_token_expires_at_idx on refresh_token (expires_at);

      create table api_key (
        id uuid primary key,
        team_id uuid not null references team on delete cascade,
        user_id uuid not null references app_user on delete cascade,
        name text not null,
        hash bytea not null,
        -- The first characters of the key, so that a person recognises it in a list.
        hint text not null,
        scopes text[] not null,
        created_at timestamptz not null default now(),
        expires_at timestamptz,
        last_used_at timestamptz,
        revoked_at timestamptz
      );
      create unique index api_key_hash_key on api_key (hash);
      create index api_key_team_id_idx on api_key (team_id, id);
      create index api_key_user_id_idx on api_key (user_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table api_key, refresh_token, login, app_user, team');
  }
}
