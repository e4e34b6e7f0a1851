import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DocumentIngestion0000000000007 implements MigrationInterface {
  readonly name = 'DocumentIngestion0000000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table knowledge_base
        -- The base that takes the bot's documents when no other is named; made at first use.
        add column is_own boolean not null default false,
        add column chunk_max_tokens integer not null default 300 check (chunk_max_tokens between 50 and 2000),
        add column chunk_overlap_tokens integer not null default 0 check (chunk_overlap_tokens >= 0);
      create unique index knowledge_base_own_key on knowledge_base (bot_id) where is_own;

      -- Items are ready as soon as they are there. What is uploaded is indexed by a job; the row says how far that is.
      alter table document
        -- Of an upload the bot of its base, so that a list need not go through all bases; it goes with the base.
        add column bot_id uuid,
        add column state text not null default 'ready' check (state in ('queued', 'running', 'ready', 'failed', 'cancelled')),
        add column stage text check (stage in ('reading', 'splitting', 'indexing')),
        add column progress smallint not null default 100 check (progress between 0 and 100),
        -- What it is read as; null when nobody here can read it.
        add column format text,
        -- ISO 639-1, when it could be told.
        add column language text,
        add column source_bytes integer,
        -- Passages of it in the index.
        add column passage_count integer not null default 0,
        add column error_code text,
        add column error_message text,
        -- Runs that were begun, those that were cut off included.
        add column run_count smallint not null default 0,
        -- The run that has it now. Whatever a run writes, it writes under this condition.
        add column run_id uuid,
        -- After this time it is no longer certain that anybody sees to it.
        add column lease_until timestamptz;
      create index document_bot_id_idx on document (bot_id, id) where bot_id is not null;
      create index document_queued_idx on document (base_id, id) where state = 'queued';
      create index document_lease_until_idx on document (lease_until) where state in ('queued', 'running');

      -- What was uploaded, as it was uploaded; apart, so that no list reads it.
      create table document_source (
        document_id uuid primary key references document on delete cascade,
        file_name text,
        media_type text,
        -- Set when the sender said what it is to be read as.
        format text,
        bytes bytea not null,
        sha256 bytea not null
      );
      -- Files of some megabytes: compressing them would hold up everybody on the embedded database.
      alter table document_source alter bytes set storage external;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table document_source;
      drop index document_bot_id_idx, document_queued_idx, document_lease_until_idx;
      alter table document drop column bot_id, drop column state, drop column stage, drop column progress,
        drop column format, drop column language, drop column source_bytes, drop column passage_count,
        drop column error_code, drop column error_message, drop column run_count, drop column run_id,
        drop column lease_until;
      drop index knowledge_base_own_key;
      alter table knowledge_base drop column is_own, drop column chunk_max_tokens, drop column chunk_overlap_tokens;
    `);
  }
}
