import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WebhooksListeningSince0000000000019 implements MigrationInterface {
  readonly name = 'WebhooksListeningSince0000000000019';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- When it was last switched on again: what happened before is not told, however late it is heard of. Null: it always was.
      alter table webhook add column listening_since timestamptz;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table webhook drop column listening_since');
  }
}
