import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Bots0000000000002 implements MigrationInterface {
  readonly name = 'Bots0000000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table bot (
        id uuid primary key,
        team_id uuid not null references team on delete cascade,
        -- Immutable name for machines, unique in the team.
        slug text not null,
        name text not null,
        description text,
        engine text not null default 'default',
        configuration jsonb not null default '{}',
        status text not null default 'active',
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      );
      create unique index bot_team_id_slug_key on bot (team_id, slug);
      create index bot_team_id_id_idx on bot (team_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table bot');
  }
}
