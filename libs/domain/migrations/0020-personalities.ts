import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Personalities0000000000020 implements MigrationInterface {
  readonly name = 'Personalities0000000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table personality (
        id uuid primary key,
        team_id uuid not null references team on delete cascade,
        bot_id uuid not null references bot on delete cascade,
        name text not null,
        description text,
        -- Trait to low, medium, high, or a number from 0 to 1.
        traits jsonb not null default '{}',
        tone text,
        language_style text,
        is_default boolean not null default false,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      );
      create unique index personality_bot_id_name_key on personality (bot_id, name);
      create unique index personality_default_key on personality (bot_id) where is_default;
      create index personality_bot_id_idx on personality (bot_id, id);
      create index personality_team_id_idx on personality (team_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table personality');
  }
}
