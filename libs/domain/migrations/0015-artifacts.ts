import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Artifacts0000000000015 implements MigrationInterface {
  readonly name = 'Artifacts0000000000015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A text that is worked on. What it says now stands in its last version.
      create table artifact (
        id uuid primary key,
        team_id uuid not null references team on delete cascade,
        -- Of the last version.
        version integer not null check (version >= 1),
        title text not null,
        type text not null,
        -- In characters, for lists, which show no contents.
        content_length integer not null,
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
      create index artifact_team_id_idx on artifact (team_id, id);

      create table artifact_version (
        artifact_id uuid not null references artifact on delete cascade,
        -- From 1, without gaps.
        version integer not null check (version >= 1),
        title text not null,
        type text not null,
        content text not null,
        content_length integer not null,
        -- The version that this one brought back.
        restored_from integer,
        created_at timestamptz not null,
        primary key (artifact_id, version)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table artifact_version; drop table artifact');
  }
}
