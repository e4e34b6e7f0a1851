import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openTestDatabase, type TestDatabase } from '#testing/database';
import { type Migration, migrate } from './migrate';

/** A migration called `name` that runs `sql`. */
function migration(name: string, sql: string): Migration {
  const created = class implements MigrationInterface {
    async up(runner: QueryRunner): Promise<void> {
      await runner.query(sql);
    }

    async down(): Promise<void> {}
  };
  Object.defineProperty(created, 'name', { value: name });
  return created;
}

const pets = migration('Pets', 'CREATE TABLE pet (id int)');
const petNames = migration('PetNames', 'ALTER TABLE pet ADD name text');
const broken = migration('Broken', 'CREATE TABLE half (id int); SELECT 1 / 0');

describe('migrate', () => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase();
  });
  beforeEach(() => opened.database.query('DROP TABLE IF EXISTS migration, pet, half'));
  afterAll(() => opened.close());

  const run = (...migrations: Migration[]) => migrate(opened.dataSource, { migrations });
  const applied = async () =>
    (await opened.database.query<{ name: string }>('SELECT name FROM migration ORDER BY number')).map(
      ({ name }) => name,
    );
  const columns = async () => {
    const sql = `SELECT attname FROM pg_attribute WHERE attrelid = 'pet'::regclass AND attnum > 0 ORDER BY attnum`;
    return (await opened.database.query<{ attname: string }>(sql)).map(({ attname }) => attname);
  };

  test('applies each migration once, in order, and says where it is', async () => {
    const progress: unknown[] = [];
    const onProgress = (step: unknown) => progress.push(step);
    await migrate(opened.dataSource, { migrations: [pets], onProgress });
    await migrate(opened.dataSource, { migrations: [pets, petNames], onProgress });
    await migrate(opened.dataSource, { migrations: [pets, petNames], onProgress });
    expect(progress).toEqual([
      { number: 1, total: 1, name: 'Pets' },
      { number: 2, total: 2, name: 'PetNames' },
    ]);
    expect(await applied()).toEqual(['Pets', 'PetNames']);
    expect(await columns()).toEqual(['id', 'name']);
  });

  test('lets starts at the same time apply each migration once', async () => {
    await Promise.all(Array.from({ length: 4 }, () => run(pets, petNames)));
    expect(await applied()).toEqual(['Pets', 'PetNames']);
  });

  test('keeps what came before a migration that fails, and nothing of itself', async () => {
    await expect(run(pets, broken)).rejects.toThrow('Migration 2 (Broken) failed: division by zero');
    expect(await applied()).toEqual(['Pets']);
    expect(await opened.database.query(`SELECT to_regclass('half') AS half`)).toEqual([{ half: null }]);
  });

  test('refuses a database that is newer than the code', async () => {
    await run(pets, petNames);
    await expect(run(pets)).rejects.toThrow(
      'The database is newer than this version of Parley: it has migration 2 (PetNames), and this version knows 1.',
    );
  });

  test('refuses a database that had other migrations', async () => {
    await run(pets);
    await expect(run(broken)).rejects.toThrow(
      'The database and this version of Parley differ: migration 1 is Pets there and Broken here.',
    );
  });

  test('provides pgvector', async () => {
    await run();
    expect(await opened.database.query(`SELECT '[3,4]'::vector <-> '[0,0]' AS distance`)).toEqual([{ distance: 5 }]);
  });
});
