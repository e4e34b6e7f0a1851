import type { MigrationInterface, QueryRunner } from 'typeorm';

export class NearestIndexes0000000000035 implements MigrationInterface {
  readonly name = 'NearestIndexes0000000000035';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table vector_space
        -- Passages whose vectors answer in it, counted now and then.
        add column passages bigint not null default 0,
        -- Whether an index finds its nearest vectors. Jobs make the index of a space when it has grown, by statements that
        -- cannot stand in a migration, and drop it when nobody needs it.
        add column is_indexed boolean not null default false;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      do $$
      declare name text;
      begin
        for name in select format('passage_vector_space_%s_idx', number) from vector_space loop
          execute format('drop index if exists %I', name);
        end loop;
      end $$;
      alter table vector_space drop column is_indexed, drop column passages;
    `);
  }
}
