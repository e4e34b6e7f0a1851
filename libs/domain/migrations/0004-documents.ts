import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Documents0000000000004 implements MigrationInterface {
  readonly name = 'Documents0000000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table document (
        id uuid primary key,
        team_id uuid not null references team on delete cascade,
        base_id uuid not null references knowledge_base on delete cascade,
        kind text not null,
        title text not null,
        content text not null,
        tags text[] not null default '{}',
        metadata jsonb not null default '{}',
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      );
      create index document_base_id_idx on document (base_id, kind, id);
      create index document_team_id_idx on document (team_id);

      alter table passage_source add foreign key (document_id) references document on delete cascade;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table passage_source drop constraint passage_source_document_id_fkey; drop table document',
    );
  }
}
