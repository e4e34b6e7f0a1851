import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Transfers0000000000034 implements MigrationInterface {
  readonly name = 'Transfers0000000000034';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What the writer of an item or a question calls it: a later import of the same key changes it in place.
      alter table document add column external_key text;
      create unique index document_external_key_key on document (base_id, external_key) where external_key is not null;
      alter table question add column external_key text;
      create unique index question_external_key_key on question (base_id, external_key) where external_key is not null;

      -- A file that a job writes into a base, row by row.
      create table knowledge_import (
        id uuid primary key,
        team_id uuid not null references team on delete cascade,
        bot_id uuid not null references bot on delete cascade,
        base_id uuid not null references knowledge_base on delete cascade,
        mode text not null check (mode in ('add', 'replace')),
        on_error text not null check (on_error in ('skip', 'stop')),
        format text not null check (format in ('jsonl', 'csv')),
        encoding text not null check (encoding in ('utf-8', 'utf-16le', 'utf-16be', 'windows-1252')),
        file_name text,
        file_bytes integer not null,
        -- The file in the blob store; null when it is needed no more.
        blob_key text,
        status text not null default 'queued' check (status in ('queued', 'running', 'completed', 'failed', 'cancelled')),
        stage text check (stage in ('checking', 'writing', 'removing')),
        progress smallint not null default 0 check (progress between 0 and 100),
        -- Rows of the file; null until they have been counted and looked at.
        row_count integer,
        -- The last row whose effect is committed. Rows, this and the counts change in one transaction.
        last_row integer not null default 0,
        read_count integer not null default 0,
        added_count integer not null default 0,
        updated_count integer not null default 0,
        unchanged_count integer not null default 0,
        failed_count integer not null default 0,
        removed_count integer not null default 0,
        -- [{row, message}], the first hundred
        row_errors jsonb not null default '[]',
        -- What to know of one that was completed.
        notice text,
        error_code text,
        error_message text,
        -- Runs that were begun since the last one that has written anything.
        run_count smallint not null default 0,
        -- The run that has it now. Whatever a run writes, it writes under this condition.
        run_id uuid,
        -- After this time it is no longer certain that anybody sees to it.
        lease_until timestamptz,
        started_at timestamptz,
        completed_at timestamptz,
        created_at timestamptz not null
      );
      create index knowledge_import_base_id_idx on knowledge_import (base_id, id);
      create index knowledge_import_bot_id_idx on knowledge_import (bot_id);
      create index knowledge_import_team_id_idx on knowledge_import (team_id);
      create unique index knowledge_import_active_key on knowledge_import (base_id) where status in ('queued', 'running');
      create index knowledge_import_lease_until_idx on knowledge_import (lease_until)
        where status in ('queued', 'running');
      create index knowledge_import_kept_idx on knowledge_import (completed_at)
        where blob_key is not null and status in ('failed', 'cancelled');
      create trigger knowledge_import_blob_unneeded after delete on knowledge_import
        for each row when (old.blob_key is not null) execute function note_unneeded_blob();
      create trigger knowledge_import_blob_given_up after update of blob_key on knowledge_import
        for each row when (old.blob_key is not null and new.blob_key is null) execute function note_unneeded_blob();

      -- What an import that has not ended has written: so that no two of its rows write the same thing, and that the end of
      -- one that replaces knows what is not in the file.
      create table knowledge_import_entry (
        import_id uuid not null references knowledge_import on delete cascade,
        -- Of a document or a question.
        entry_id uuid not null,
        row_number integer not null,
        primary key (import_id, entry_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table knowledge_import_entry, knowledge_import;
      drop index document_external_key_key, question_external_key_key;
      alter table document drop column external_key;
      alter table question drop column external_key;
    `);
  }
}
