import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PassageVectors0000000000010 implements MigrationInterface {
  readonly name = 'PassageVectors0000000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Of a document or file, and of a piece of it; searches can be narrowed by both. Null: none.
      alter table passage_source add column metadata jsonb;
      alter table passage add column metadata jsonb;
      -- Few passages have metadata of their own: a filter looks at those one by one, and at the others by document.
      create index passage_metadata_idx on passage (document_id) where metadata is not null;

      alter table knowledge_base
        -- The model whose vectors its passages shall have; null: the installation's default, if it has one.
        add column embedding_model_id integer references model;
      create index knowledge_base_embedding_model_id_idx on knowledge_base (embedding_model_id)
        where embedding_model_id is not null;

      -- Vectors of one space compare. Its name is given by whoever knows the models; rows carry the number.
      create table vector_space (
        number integer primary key generated always as identity,
        name text not null unique,
        -- Null until the first vector has come.
        dimensions integer
      );

      -- Whether it has a row in vector_index: a search reads it anyway, and looks there only if so. Never taken back.
      alter table lexical_index add column has_vectors boolean not null default false;

      -- The vectors of one base: which it has, which it shall have, and what is missing. No row: none are wanted.
      create table vector_index (
        index_number integer primary key references lexical_index (number) on delete cascade,
        -- What searches use now, and the model that embeds their queries; null: nothing yet, words alone are searched.
        space integer references vector_space,
        model_id integer,
        -- What all passages shall have; null: no vectors. When they have, it takes the place of space.
        wanted_space integer references vector_space,
        wanted_model_id integer,
        -- Sequence number from which on passages may lack a vector of wanted_space; null: none does.
        pending_from integer,
        -- Grows with everything that may leave work to do, so that nobody declares it done who has not seen it all.
        changes bigint not null default 0,
        -- Whether the model may have changed, so that wanted_space has to be found out.
        aim_wanted boolean not null default true,
        -- Whether vectors of other spaces wait to be deleted.
        clear_wanted boolean not null default false,
        -- Who sees to it now. When the lease has run out, he has died.
        run_id uuid,
        lease_until timestamptz,
        -- Why the last run failed, for people.
        error text
      );
      create index vector_index_waiting_idx on vector_index (index_number)
        where aim_wanted or clear_wanted or pending_from is not null;
      create index vector_index_model_id_idx on vector_index (model_id);
      create index vector_index_wanted_model_id_idx on vector_index (wanted_model_id);

      -- Dimensions differ by space. halfvec would take half the bytes, but the embedded database has no hardware for it
      -- (exact search of 10,000 x 1,536: 201 ms for 36 ms; on a PostgreSQL server 39 for 43 ms).
      create table passage_vector (
        index_number integer not null,
        seq integer not null,
        space integer not null references vector_space,
        -- SHA-256 of the embedded text: what has been embedded once in a team is not embedded again.
        text_hash bytea not null,
        embedding vector not null,
        primary key (index_number, seq, space),
        foreign key (index_number, seq) references passage on delete cascade
      );
      create index passage_vector_text_hash_idx on passage_vector (text_hash, space);
      -- Searches read all vectors of a base; up to 2,000 dimensions they stay in the row, where that is one read.
      alter table passage_vector set (toast_tuple_target = 8160);
      -- They do not compress; storing them plain saves the work of trying.
      alter table passage_vector alter embedding set storage external;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table passage_vector, vector_index, vector_space;
      alter table lexical_index drop column has_vectors;
      drop index knowledge_base_embedding_model_id_idx;
      alter table knowledge_base drop column embedding_model_id;
      drop index passage_metadata_idx;
      alter table passage drop column metadata;
      alter table passage_source drop column metadata;
    `);
  }
}
