import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Questions0000000000011 implements MigrationInterface {
  readonly name = 'Questions0000000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table question (
        id uuid primary key,
        team_id uuid not null references team on delete cascade,
        base_id uuid not null references knowledge_base on delete cascade,
        -- What machines call it, unique in the base.
        name text not null,
        phrasings text[] not null check (cardinality(phrasings) > 0),
        answer text not null,
        -- False: the answer is given as it stands, and no model is asked.
        llm_reply boolean not null default true,
        -- [{label, prompt}]
        related_prompts jsonb not null default '[]',
        tags text[] not null default '{}',
        metadata jsonb not null default '{}',
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      );
      create unique index question_base_id_name_key on question (base_id, name);
      create index question_base_id_id_idx on question (base_id, id);
      create index question_team_id_idx on question (team_id);

      -- Passages are of documents and of questions, which no foreign key can say. Whoever deletes one of those removes its
      -- passages first, which counts them; what deletes rows wholesale, as the removal of a team does, need not know of them.
      alter table passage_source drop constraint passage_source_document_id_fkey;
      create function remove_passages_of_deleted() returns trigger language plpgsql as $$
        begin
          delete from passage_source using deleted where document_id = deleted.id;
          return null;
        end
      $$;
      create trigger document_passages after delete on document referencing old table as deleted
        for each statement execute function remove_passages_of_deleted();
      create trigger question_passages after delete on question referencing old table as deleted
        for each statement execute function remove_passages_of_deleted();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table question;
      drop trigger document_passages on document;
      drop function remove_passages_of_deleted;
      delete from passage_source where source_type = 'question';
      alter table passage_source add foreign key (document_id) references document on delete cascade;
    `);
  }
}
