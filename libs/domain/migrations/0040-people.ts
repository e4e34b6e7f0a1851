import type { MigrationInterface, QueryRunner } from 'typeorm';

export class People0000000000040 implements MigrationInterface {
  readonly name = 'People0000000000040';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Security-relevant acts, written in the transaction of the act. Nothing changes a row; pruning deletes old ones.
      create table audit_entry (
        -- Ordered by time, so the newest has the highest.
        id uuid primary key,
        -- Whom the act concerned; the rows go with the team.
        team_id uuid not null references team on delete cascade,
        at timestamptz not null,
        act text not null,
        actor_kind text not null
          check (actor_kind in ('user', 'key', 'bot_key', 'widget_key', 'visitor', 'system', 'nobody')),
        -- Of the user or the key; null when nobody proved who they are, and of Parley itself.
        actor_id uuid,
        -- Of the user or the key at that time.
        actor_name text,
        subject_kind text not null,
        subject_id text not null,
        subject_name text,
        -- What else is worth knowing, by name; never a secret.
        details jsonb not null default '{}',
        -- Of the request: the caller's IP address, what they call their program, and its id. Null for jobs.
        address text,
        user_agent text,
        request_id text
      );
      create index audit_entry_team_id_idx on audit_entry (team_id, id);
      create index audit_entry_at_idx on audit_entry (at);

      -- Until now everybody had a team of their own. What a role lets do is in libs/kernel/actor/team-roles.ts.
      alter table app_user
        add column team_role text not null default 'owner'
          check (team_role in ('owner', 'admin', 'agent', 'member'));

      -- Somebody with this address may join the team; the row goes when they do, or when it is taken back.
      create table team_invitation (
        id uuid primary key,
        team_id uuid not null references team on delete cascade,
        email text not null,
        email_folded text not null,
        team_role text not null check (team_role in ('owner', 'admin', 'agent', 'member')),
        -- Null when they are gone.
        invited_by uuid references app_user on delete set null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        -- The mail that was asked for last, and when it was sent or given up; null while it waits.
        mail_requested_at timestamptz not null,
        mail_handled_at timestamptz
      );
      create unique index team_invitation_team_id_email_key on team_invitation (team_id, email_folded);
      create index team_invitation_invited_by_idx on team_invitation (invited_by) where invited_by is not null;
      create index team_invitation_expires_at_idx on team_invitation (expires_at);
      create index team_invitation_waiting_idx on team_invitation (mail_requested_at) where mail_handled_at is null;

      create table team_invitation_token (
        -- SHA-256 of the token.
        hash bytea primary key,
        invitation_id uuid not null references team_invitation on delete cascade
      );
      create index team_invitation_token_invitation_id_idx on team_invitation_token (invitation_id);

      alter table api_key
        -- The only bots that a secret key is for; null means all. Ids of deleted bots stay and open nothing.
        add column bot_ids uuid[],
        add constraint api_key_bot_ids_check check (bot_ids is null or type = 'secret' and cardinality(bot_ids) > 0);

      -- What a key was before it was rotated, for as long as that still opens.
      create table api_key_former_hash (
        hash bytea primary key,
        key_id uuid not null references api_key on delete cascade,
        works_until timestamptz not null
      );
      create index api_key_former_hash_key_id_idx on api_key_former_hash (key_id);
      create index api_key_former_hash_works_until_idx on api_key_former_hash (works_until);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table api_key_former_hash, team_invitation_token, team_invitation, audit_entry;
      alter table api_key drop column bot_ids;
      alter table app_user drop column team_role;
    `);
  }
}
