import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PassageVectors0000000000010 implements MigrationInterface {
  readonly name = 'PassageVectors0000000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Of a document or file, and of a piece of it; searches can be narrowed by both. Null: none.
      alter table passage_source add column metadata jsonb;
      alter table passage add column metadata jsonb;

      alter table knowledge_base
        -- The model whose vectors its passages shall have; null: the installation's default, if it has one.
        add column embedding_model_id integer references model;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table knowledge_base drop column embedding_model_id;
      alter table passage drop column metadata;
      alter table passage_source drop column metadata;
    `);
  }
}
