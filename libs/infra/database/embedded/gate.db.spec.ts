import type { Pool, PoolClient } from 'pg';
import { eventually } from '#testing';
import { openTestEngine, type TestEngine } from '#testing/database';

describe('the clients of one embedded engine', () => {
  let opened: TestEngine;
  let pool: Pool;

  beforeAll(async () => {
    opened = await openTestEngine({ maxIdleTransactionMs: 2_000 });
    pool = (opened.dataSource.driver as unknown as { master: Pool }).master;
    await opened.database.query('CREATE TABLE pet (name text)');
  });
  beforeEach(() => opened.database.query('TRUNCATE pet'));
  afterAll(() => opened.close());

  const countPets = async () => (await opened.database.query('SELECT FROM pet')).length;

  async function withClients<T>(count: number, work: (...clients: PoolClient[]) => Promise<T>): Promise<T> {
    const clients = await Promise.all(Array.from({ length: count }, () => pool.connect()));
    try {
      return await work(...clients);
    } finally {
      for (const client of clients) client.release();
    }
  }

  test('have prepared statements of their own under one name', async () => {
    const rows = await withClients(2, async (one, other) => {
      await one?.query({ name: 'greet', text: 'SELECT $1::text AS one', values: ['x'] });
      await other?.query({ name: 'greet', text: 'SELECT $1::int AS other', values: [1] });
      const again = await Promise.all([
        one?.query({ name: 'greet', text: 'SELECT $1::text AS one', values: ['y'] }),
        other?.query({ name: 'greet', text: 'SELECT $1::int AS other', values: [2] }),
      ]);
      return again.map((result) => result?.rows[0]);
    });
    expect(rows).toEqual([{ one: 'y' }, { other: 2 }]);
  });

  test('leave no prepared statement behind', async () => {
    const client = await pool.connect();
    await client.query({ name: 'left', text: 'SELECT 1' });
    client.release(true);
    const sql = `SELECT FROM pg_prepared_statements WHERE name LIKE '%left'`;
    await eventually(async () => (await opened.database.query(sql)).length === 0);
  });

  test('are rolled back when they vanish in the middle of a transaction', async () => {
    const client = await pool.connect();
    await client.query('BEGIN');
    await client.query(`INSERT INTO pet VALUES ('Rex')`);
    client.release(true);
    expect(await countPets()).toBe(0);
  });

  test('are served again after a statement that failed', async () => {
    await expect(opened.database.query('SELECT $1::int', ['x'])).rejects.toThrow('invalid input syntax');
    expect(await countPets()).toBe(0);
  });

  test('cannot wait inside a transaction for anything outside it: the query is refused', async () => {
    const { database, dataSource } = opened;
    const work = database.transaction(async () => {
      await database.query(`INSERT INTO pet VALUES ('Rex')`);
      await dataSource.query('SELECT 1');
    });
    await expect(work).rejects.toMatchObject({ code: 'EMB_TX_OUTSIDE' });
    expect(await countPets()).toBe(0);
  });

  test('lose a transaction in which they do nothing for too long', async () => {
    const { database, warnings } = opened;
    const work = database.transaction(async () => {
      await database.query(`INSERT INTO pet VALUES ('Rex')`);
      await eventually(() => warnings.length > 0);
      await database.query(`INSERT INTO pet VALUES ('Max')`);
    });
    await expect(work).rejects.toMatchObject({ code: 'database.unavailable' });
    expect(warnings[0]).toContain('idle for 2 s and was rolled back');
    expect(await countPets()).toBe(0);
  });
});
