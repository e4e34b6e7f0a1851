import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TeamData0000000000043 implements MigrationInterface {
  readonly name = 'TeamData0000000000043';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Everything that a team owns, as one archive that a job writes.
      create table team_export (
        id uuid primary key,
        team_id uuid not null references team on delete cascade,
        status text not null default 'queued' check (status in ('queued', 'running', 'completed', 'failed', 'expired')),
        stage text check (stage in ('rows', 'files')),
        progress smallint not null default 0 check (progress between 0 and 100),
        -- The archive in the blob store, once it is there and as long as it is kept.
        blob_key text,
        archive_bytes bigint,
        row_count bigint,
        file_count integer,
        error_code text,
        error_message text,
        run_count smallint not null default 0,
        -- The run that has it now. Whatever a run writes, it writes under this condition.
        run_id uuid,
        -- After this time it is no longer certain that anybody sees to it.
        lease_until timestamptz,
        started_at timestamptz,
        completed_at timestamptz,
        expires_at timestamptz,
        created_at timestamptz not null
      );
      create index team_export_team_id_idx on team_export (team_id, id);
      create unique index team_export_active_key on team_export (team_id) where status in ('queued', 'running');
      create index team_export_lease_until_idx on team_export (lease_until) where status in ('queued', 'running');
      create index team_export_expires_at_idx on team_export (expires_at) where status = 'completed';
      create trigger team_export_blob_unneeded after delete on team_export
        for each row when (old.blob_key is not null) execute function note_unneeded_blob();
      create trigger team_export_blob_given_up after update of blob_key on team_export
        for each row when (old.blob_key is not null and new.blob_key is null) execute function note_unneeded_blob();

      -- For how many days a team keeps what; what is not named is kept as long as the installation keeps it.
      create table team_retention (
        team_id uuid primary key references team on delete cascade,
        -- {conversations: 90, ...}
        days jsonb not null,
        updated_at timestamptz not null
      );

      -- Old words of end users are found by when they were said, and old executions by when they ended.
      create index learning_example_team_id_said_at_idx on learning_example (team_id, said_at);
      create index agent_execution_team_id_completed_at_idx on agent_execution (team_id, completed_at)
        where completed_at is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index agent_execution_team_id_completed_at_idx, learning_example_team_id_said_at_idx;
      drop table team_retention, team_export;
    `);
  }
}
