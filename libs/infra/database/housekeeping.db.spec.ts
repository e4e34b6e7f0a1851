import { openTestEngine, type TestEngine } from '#testing/database';
import { Housekeeping } from './housekeeping';

describe('Housekeeping', () => {
  let opened: TestEngine;
  beforeAll(async () => {
    opened = await openTestEngine();
    await opened.database.query('CREATE TABLE "Pet shop" (id int)');
  });
  afterAll(() => opened.close());

  /** Statistics of a table become visible when a statement after those that they count has ended. */
  const flushStatistics = () => opened.database.query('SELECT pg_stat_force_next_flush()');
  const statistics = async () => {
    const [row] = await opened.database.query(
      `SELECT n_dead_tup::int AS dead, n_mod_since_analyze::int AS changed, last_vacuum IS NOT NULL AS vacuumed
       FROM pg_stat_user_tables WHERE relname = 'Pet shop'`,
    );
    return row;
  };

  test('analyses a table that has changed much, and vacuums one with many dead rows', async () => {
    const housekeeping = new Housekeeping(opened.database);
    await opened.database.query('INSERT INTO "Pet shop" SELECT generate_series(1, 1000)');
    await flushStatistics();
    expect(await statistics()).toMatchObject({ changed: 1_000, vacuumed: false });
    await housekeeping.step();
    expect(await statistics()).toMatchObject({ changed: 0, vacuumed: false });
    await opened.database.query('DELETE FROM "Pet shop" WHERE id <= 500');
    await flushStatistics();
    expect(await statistics()).toMatchObject({ dead: 500 });
    await housekeeping.step();
    expect(await statistics()).toEqual({ dead: 0, changed: 0, vacuumed: true });
  });

  test('writes a checkpoint when the log has grown, and only then', async () => {
    const housekeeping = new Housekeeping(opened.database);
    const checkpoint = () => opened.database.query('SELECT redo_lsn::text FROM pg_control_checkpoint()');
    await opened.database.query('CHECKPOINT');
    const first = await checkpoint();
    await housekeeping.step();
    expect(await checkpoint()).toEqual(first);
    await opened.database.query(
      `CREATE TABLE filler (page text);
       ALTER TABLE filler ALTER page SET STORAGE EXTERNAL;
       INSERT INTO filler SELECT repeat('x', 100000) FROM generate_series(1, 200)`,
    );
    await housekeeping.step();
    expect(await checkpoint()).not.toEqual(first);
  });
});
