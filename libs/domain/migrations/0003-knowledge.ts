import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Knowledge0000000000003 implements MigrationInterface {
  readonly name = 'Knowledge0000000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table knowledge_base (
        id uuid primary key,
        team_id uuid not null references team on delete cascade,
        bot_id uuid not null references bot on delete cascade,
        name text not null,
        description text,
        is_active boolean not null default true,
        retrieval_method text not null default 'semantic' check (retrieval_method in ('semantic', 'keyword', 'hybrid')),
        relevance_threshold double precision not null default 0.7 check (relevance_threshold between 0 and 1),
        max_results integer not null default 5 check (max_results >= 1),
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      );
      create index knowledge_base_bot_id_idx on knowledge_base (bot_id, id);
      create index knowledge_base_team_id_idx on knowledge_base (team_id);

      -- Numbers segments and versions of indexes. Processes remember what they have read under them, so a number never
      -- comes again: not after a rollback (hence a sequence), nor after a truncate (hence one that no column owns).
      create sequence lexical_number;

      -- The lexical index of one base. Its row is locked by whoever changes the segments, so that no two give out the same
      -- sequence numbers; number is the short key that passages and segments carry.
      create table lexical_index (
        base_id uuid primary key references knowledge_base on delete cascade,
        number integer not null generated always as identity unique,
        -- Changes whenever the set of segments does: readers keep what they know of the segments until then.
        version bigint not null default nextval('lexical_number'),
        next_seq integer not null default 1,
        -- Passages that segments still name although they are gone; at least, see PassageIndex.
        deleted_passages integer not null default 0,
        -- Segments are waiting to be merged. The row is the truth: a sweep finds what a lost message forgot.
        merge_wanted boolean not null default false
      );
      create index lexical_index_merge_wanted_idx on lexical_index (number) where merge_wanted;

      -- A document, as far as the index needs to know it. What filters a search stands here once, not at each passage.
      create table passage_source (
        document_id uuid primary key,
        index_number integer not null references lexical_index (number) on delete cascade,
        source_type text not null,
        tags text[] not null,
        -- The passages have the sequence numbers first_seq to first_seq + passage_count - 1.
        first_seq integer not null,
        passage_count integer not null
      );
      create index passage_source_index_number_idx on passage_source (index_number, first_seq);

      create table passage (
        index_number integer not null,
        -- Given once per index, never again: postings name a passage by it.
        seq integer not null,
        document_id uuid not null references passage_source on delete cascade,
        -- Place within the document, from 0.
        position integer not null,
        title text not null,
        section text,
        body text not null,
        language text not null,
        primary key (index_number, seq)
      );
      create index passage_document_id_idx on passage (document_id, position);

      -- What a reader has to know of a segment; see libs/domain/knowledge/lexical. A segment never changes.
      create table lexical_segment (
        segment bigint primary key default nextval('lexical_number'),
        index_number integer not null references lexical_index (number) on delete cascade,
        passage_count integer not null,
        total_length bigint not null,
        bucket_count integer not null,
        vocabulary_bucket_count integer not null,
        low_seq integer not null,
        high_seq integer not null,
        languages text[] not null
      );
      create index lexical_segment_index_number_idx on lexical_segment (index_number);

      create table lexical_posting (
        segment bigint not null references lexical_segment on delete cascade,
        -- A term hash (a row of its own) or a bucket of rarer terms.
        key bigint not null,
        data bytea not null,
        primary key (segment, key)
      );
      -- Packed bytes do not compress; storing them plain saves the work of trying.
      alter table lexical_posting alter data set storage external;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table lexical_posting, lexical_segment, passage, passage_source, lexical_index, knowledge_base;
      drop sequence lexical_number;
    `);
  }
}
