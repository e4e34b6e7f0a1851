import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Files0000000000017 implements MigrationInterface {
  readonly name = 'Files0000000000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The bytes of files stand in the blob store under this key; those of texts, and of files of before, in the row.
      alter table document_source
        alter bytes drop not null,
        add column blob_key text,
        add column description text,
        add constraint document_source_place_check check (bytes is null or blob_key is null);
      create unique index document_source_blob_key_key on document_source (blob_key) where blob_key is not null;

      -- Blobs that no row needs, or that one will not be known to need before due_at: a put whose row was never written, or
      -- a row that went. A job deletes them. Clocks of processes are not compared with the database's: what is due at once
      -- is due at -infinity.
      create table unneeded_blob (
        blob_key text primary key,
        due_at timestamptz not null
      );
      create index unneeded_blob_due_at_idx on unneeded_blob (due_at);

      -- However the row goes, with its base, bot or team too.
      create function note_unneeded_blob() returns trigger language plpgsql as $$
        begin
          insert into unneeded_blob (blob_key, due_at) values (old.blob_key, '-infinity') on conflict (blob_key) do nothing;
          return null;
        end
      $$;
      create trigger document_source_blob_unneeded after delete on document_source
        for each row when (old.blob_key is not null) execute function note_unneeded_blob();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger document_source_blob_unneeded on document_source;
      drop function note_unneeded_blob();
      drop table unneeded_blob;
      delete from document where id in (select document_id from document_source where bytes is null);
      alter table document_source drop column blob_key, drop column description, alter bytes set not null;
    `);
  }
}
