import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DocumentVersions0000000000033 implements MigrationInterface {
  readonly name = 'DocumentVersions0000000000033';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table document
        -- The version that searches find, counted from 1; 0 before an upload was ready for the first time.
        add column version integer not null default 1,
        -- SHA-256 of what that version was made of: the text of an item, the bytes of an upload.
        add column content_hash bytea,
        -- ISO 639-1, as its writer said; language is what was found out.
        add column given_language text;
      update document set version = 0 where state <> 'ready';
      update document set content_hash = sha256(convert_to(content, 'UTF8')) where kind = 'item';
      update document d set content_hash = s.sha256 from document_source s where s.document_id = d.id;
      create index document_content_hash_idx on document (base_id, content_hash, id) where content_hash is not null;

      -- Of the version that is found, and of one that waits to take its place. What a version changes of its document
      -- stands with it until then; null: as it was.
      alter table document_source
        add column version integer not null default 1,
        add column title text,
        add column tags text[],
        add column metadata jsonb,
        add column given_language text,
        -- What it is read as; null when nobody here can read it.
        add column read_as text,
        add column size integer,
        drop constraint document_source_pkey,
        add primary key (document_id, version);
      update document_source s set read_as = d.format, size = d.source_bytes from document d where d.id = s.document_id;

      -- Passages of a version that waits to take the place of the one that is found: from next_first_seq on. Searches find
      -- those from first_seq on alone.
      alter table passage_source
        add column next_first_seq integer,
        add column next_passage_count integer;
      create index passage_source_next_idx on passage_source (index_number) where next_first_seq is not null;

      -- Where such passages stand, and those of large documents that are gone: how many by the first of them. A search reads
      -- this row anyway. Numbers never come again, so that an entry which is out of date does no harm. Null: none.
      alter table lexical_index add column hidden_seqs jsonb;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table lexical_index drop column hidden_seqs;
      delete from passage p using passage_source s where s.document_id = p.document_id and p.seq >= s.next_first_seq;
      drop index passage_source_next_idx;
      alter table passage_source drop column next_first_seq, drop column next_passage_count;
      delete from document_source s using document d where d.id = s.document_id and s.version > greatest(d.version, 1);
      alter table document_source drop constraint document_source_pkey, add primary key (document_id),
        drop column version, drop column title, drop column tags, drop column metadata, drop column given_language,
        drop column read_as, drop column size;
      drop index document_content_hash_idx;
      alter table document drop column version, drop column content_hash, drop column given_language;
    `);
  }
}
