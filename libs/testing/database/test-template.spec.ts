import type { MigrationInterface, QueryRunner } from 'typeorm';
import { hashOf } from './test-template';

let statement = 'CREATE TABLE pet (id int)';

/** Its statement comes from outside the class, as from a file of SQL. */
class Pets implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statement);
  }

  async down(): Promise<void> {}
}

test('a template is known by what its migrations do, so a changed migration gets a new one', async () => {
  const before = await hashOf([Pets]);
  expect(await hashOf([Pets])).toBe(before);
  expect(await hashOf([])).not.toBe(before);
  statement = 'CREATE TABLE pet (id bigint)';
  expect(await hashOf([Pets])).not.toBe(before);
});
