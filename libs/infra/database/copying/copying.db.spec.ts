import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openTestDatabase, openTestEngine, type TestDatabase, testTemplate } from '#testing/database';
import type { Database } from '../database';
import { bringSchemaTo } from './copied-schema';
import { readingTransaction, writingTransaction } from './copy-connection';
import { beginFilling, endFilling } from './filling.queries';
import { hasUsers, readMigrations, readSequences, readTables, writeSequences } from './layout.queries';
import { RowDigest } from './row-digest';
import { readRows } from './table-reader';
import { writeRows } from './table-writer';

/** All that is hard to carry: types, references in circles, computed columns, numbers, triggers. */
class Awkward implements MigrationInterface {
  name = 'Awkward0000000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create sequence ticket;
      create table shelf (
        id int generated always as identity primary key, "Label, quoted" text, parent_id int references shelf (id),
        best_book uuid, doubled int generated always as (id * 2) stored
      );
      create table book (
        id uuid primary key, shelf_id int not null references shelf (id) on delete cascade, at timestamptz not null,
        weight real, ratio double precision, price numeric(20, 6), tags text[], data jsonb, bytes bytea, parts vector,
        small smallint, big bigint, flag boolean, moods real[], span interval
      );
      alter table shelf add foreign key (best_book) references book (id);
      create table visit (book_id uuid);
      create function note_visit() returns trigger language plpgsql as $$
        begin insert into visit values (new.id); return new; end $$;
      create trigger book_visit after insert on book for each row execute function note_visit()`);
  }

  async down(): Promise<void> {}
}

class Later implements MigrationInterface {
  name = 'Later0000000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table visit add column seen boolean not null default true`);
  }

  async down(): Promise<void> {}
}

const MIGRATIONS = [Awkward];
const BOOK = '0190a0a0-0000-7000-8000-000000000001';

async function fill(database: Database): Promise<void> {
  await database.query(`insert into shelf ("Label, quoted", parent_id) values (null, null), ($1, 1), ('', 2)`, [
    'Zeile\n"eins"\t\\n \u{1F600} {NULL,"x"}',
  ]);
  await database.query(
    `insert into book values
       ($1, 2, '2026-03-29 01:59:59.123456+00', 0.1::real, 1.0 / 3, 12345678901234.567891, array['a,b', null, '"', ''],
        '{"b": [1, null, "\\u00e4\\\\"], "a": {"": 1e30}}', '\\x00ff41', '[0.1,-2,3e-8]', -7, 9007199254740993, true,
        array[0.1, 'NaN', '-Infinity']::real[], '1 year 2 mons 3 days 04:05:06.7'),
       (gen_random_uuid(), 3, 'infinity', null, 'NaN', null, '{}', null, '', null, null, null, null, null, null)`,
    [BOOK],
  );
  await database.query(
    'insert into book (id, shelf_id, at, bytes) select gen_random_uuid(), 1, now(), $1 from generate_series(1, 300)',
    [Buffer.alloc(20_000, 7)],
  );
  await database.query('update shelf set best_book = $1 where id = 1', [BOOK]);
  await database.query(`select setval('ticket', 41)`);
}

async function digests({ dataSource }: Database): Promise<Array<[string, number, string]>> {
  return readingTransaction(dataSource, async (connection) => {
    const found: Array<[string, number, string]> = [];
    for (const table of await readTables(connection)) {
      const digest = new RowDigest();
      for await (const rows of readRows(connection, table)) for (const row of rows) digest.add(row);
      found.push([table.name, digest.rows, digest.digest]);
    }
    return found;
  });
}

function copy(source: Database, target: Database): Promise<void> {
  return writingTransaction(target.dataSource, async (to) => {
    const keys = await beginFilling(to);
    await readingTransaction(source.dataSource, async (from) => {
      for (const table of await readTables(from)) {
        for await (const rows of readRows(from, table)) await writeRows(to, table, rows);
      }
      await writeSequences(to, await readSequences(from));
    });
    await endFilling(to, keys);
  });
}

describe('copying a database', () => {
  let here: TestDatabase;
  let there: Awaited<ReturnType<typeof openTestEngine>>;

  beforeAll(async () => {
    here = await openTestDatabase({ migrations: MIGRATIONS });
    there = await openTestEngine({ template: await testTemplate(MIGRATIONS) });
  });
  afterAll(async () => {
    await there.close();
    await here.close();
  });
  beforeEach(async () => {
    await here.reset();
    await there.database.query('truncate shelf, book, visit restart identity');
  });

  const DIRECTIONS = [
    ['to the embedded database', () => [here.database, there.database]],
    ['from the embedded database', () => [there.database, here.database]],
  ] as const;

  test.each(DIRECTIONS)('%s brings every row, value by value, and the numbers that come next', async (_name, sides) => {
    const [source, target] = sides() as [Database, Database];
    await fill(source);
    await target.query(`insert into shelf ("Label, quoted") values ('in the way')`);
    await copy(source, target);
    const copied = await digests(target);
    expect(copied).toEqual(await digests(source));
    expect(copied.map(([name, rows]) => [name, rows])).toEqual([
      ['book', 302],
      ['shelf', 3],
      ['visit', 302],
    ]);
    const [book] = await target.query(
      `select price::text, big::text, at::text, flag, span::text from book where id = $1`,
      [BOOK],
    );
    expect(book).toMatchObject({ price: '12345678901234.567891', big: '9007199254740993', flag: true });
    const [next] = await target.query(`insert into shelf default values returning id, doubled`);
    expect(next).toEqual({ id: 4, doubled: 8 });
    expect(await target.query(`select nextval('ticket')::int as number`)).toEqual([{ number: 42 }]);
  });

  test('leaves foreign keys and triggers as they were', async () => {
    await fill(here.database);
    await copy(here.database, there.database);
    await expect(there.database.query(`insert into shelf (parent_id) values (99)`)).rejects.toThrow(
      'shelf_parent_id_fkey',
    );
    await there.database.query(`insert into book (id, shelf_id, at) values (gen_random_uuid(), 1, now())`);
    expect(await there.database.query('select count(*)::int as count from visit')).toEqual([{ count: 303 }]);
    await there.database.query('update shelf set best_book = null, parent_id = null');
    await there.database.query('delete from shelf where id = 1');
    expect(await there.database.query('select count(*)::int as count from book')).toEqual([{ count: 2 }]);
  });

  test('that fails, or refers to what is not there, changes nothing', async () => {
    await fill(there.database);
    const before = await digests(there.database);
    const half = writingTransaction(there.database.dataSource, async (to) => {
      const keys = await beginFilling(to);
      const shelf = (await readTables(to)).find(({ name }) => name === 'shelf')!;
      await writeRows(to, shelf, [['1', null, '77', null]]);
      await endFilling(to, keys);
    });
    await expect(half).rejects.toThrow('shelf_parent_id_fkey');
    expect(await digests(there.database)).toEqual(before);
    await expect(there.database.query(`insert into shelf (parent_id) values (99)`)).rejects.toThrow(
      'shelf_parent_id_fkey',
    );
  });

  test('reads as of one moment, whatever is written meanwhile', async () => {
    if (here.dataSource.engine) return;
    await fill(here.database);
    const shelves = await readingTransaction(here.dataSource, async (connection) => {
      const tables = await readTables(connection);
      await here.database.query('delete from book where best_book is null').catch(() => undefined);
      await here.database.query(`insert into shelf default values`);
      const shelf = tables.find(({ name }) => name === 'shelf')!;
      return (await Array.fromAsync(readRows(connection, shelf))).flat();
    });
    expect(shelves).toHaveLength(3);
  });

  test('brings a schema back to fewer migrations, and on again', async () => {
    const { dataSource } = there.database;
    const applied = () => readingTransaction(dataSource, readMigrations);
    await bringSchemaTo(dataSource, [Awkward, Later]);
    expect(await applied()).toEqual(['Awkward', 'Later']);
    await there.database.query('insert into visit default values');
    await bringSchemaTo(dataSource, [Awkward]);
    expect(await applied()).toEqual(['Awkward']);
    expect(await there.database.query('select * from visit')).toEqual([]);
    await bringSchemaTo(dataSource, []);
    expect((await readingTransaction(dataSource, readTables)).map(({ name }) => name)).toEqual([]);
    expect(await readingTransaction(dataSource, hasUsers)).toBe(false);
    await bringSchemaTo(dataSource, [Awkward]);
    expect((await readingTransaction(dataSource, readTables)).map(({ name }) => name)).toEqual([
      'book',
      'shelf',
      'visit',
    ]);
  });
});
