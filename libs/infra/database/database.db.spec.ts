import { Logger } from '@nestjs/common';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { openTestDatabase, type TestDatabase } from '#testing/database';
import type { Database } from './database';
import { isUniqueViolation } from './database.errors';

@Entity('pet')
class Pet {
  @PrimaryColumn('int')
  id: number;

  @Column('text')
  name: string;
}

describe('Database', () => {
  let opened: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    opened = await openTestDatabase({
      entities: [Pet],
      schema: 'CREATE TABLE pet (id int PRIMARY KEY, name text NOT NULL CONSTRAINT pet_name_key UNIQUE)',
    });
    database = opened.database;
  });
  beforeEach(() => opened.reset());
  afterAll(() => opened.close());

  const insert = (id: number, name: string) => database.query('INSERT INTO pet VALUES ($1, $2)', [id, name]);
  const names = async () => (await database.query<Pet>('SELECT name FROM pet ORDER BY id')).map(({ name }) => name);
  const fail = () => {
    throw new Error('no');
  };

  test('gives the rows of every statement that returns some', async () => {
    expect(await database.query(`INSERT INTO pet VALUES (1, 'Rex') RETURNING id`)).toEqual([{ id: 1 }]);
    expect(await database.query(`UPDATE pet SET name = 'Max' RETURNING name`)).toEqual([{ name: 'Max' }]);
    expect(await database.query('DELETE FROM pet RETURNING name')).toEqual([{ name: 'Max' }]);
    expect(await database.query('DELETE FROM pet')).toEqual([]);
  });

  test('says how many rows a statement has changed', async () => {
    await insert(1, 'Rex');
    await insert(2, 'Max');
    expect(await database.execute(`UPDATE pet SET name = name || '!' WHERE id > $1`, [0])).toBe(2);
    expect(await database.execute('DELETE FROM pet WHERE id = $1', [7])).toBe(0);
  });

  test('commits what the work has done and gives its result', async () => {
    const result = await database.transaction(async () => {
      await insert(1, 'Rex');
      await database.repository(Pet).save({ id: 2, name: 'Max' });
      return 'done';
    });
    expect(result).toBe('done');
    expect(await names()).toEqual(['Rex', 'Max']);
  });

  describe('of work that loses a deadlock', () => {
    /** As the database ends one of those that wait for each other. */
    const loseDeadlock = () => database.query(`do $$ begin raise exception 'lost' using errcode = '40P01'; end $$`);
    const losing = (times: number, told: string[]) => {
      let runs = 0;
      return async () => {
        runs++;
        await insert(runs, `run ${runs}`);
        database.afterCommit(() => told.push('committed'));
        if (runs <= times) await loseDeadlock();
      };
    };

    test('the last run counts when it may be repeated', async () => {
      const told: string[] = [];
      await database.transaction(losing(2, told), { repeatsAfterDeadlock: true });
      expect(await names()).toEqual(['run 3']);
      expect(told).toEqual(['committed']);
    });

    test('the error is told when it loses again and again, or may not be repeated', async () => {
      const told: string[] = [];
      await expect(database.transaction(losing(3, told), { repeatsAfterDeadlock: true })).rejects.toThrow('lost');
      await expect(database.transaction(losing(1, told))).rejects.toThrow('lost');
      expect(await names()).toEqual([]);
      expect(told).toEqual([]);
    });
  });

  test('rolls all back when the work fails', async () => {
    const work = async () => {
      await insert(1, 'Rex');
      await database.repository(Pet).save({ id: 2, name: 'Max' });
      fail();
    };
    await expect(database.transaction(work)).rejects.toThrow('no');
    expect(await names()).toEqual([]);
  });

  test('an inner transaction joins the outer one', async () => {
    const outer = database.transaction(async () => {
      await database.transaction(() => insert(1, 'Rex'));
      expect(await names()).toEqual(['Rex']);
      fail();
    });
    await expect(outer).rejects.toThrow('no');
    expect(await names()).toEqual([]);
  });

  test('runs effects after the commit only, and in their order', async () => {
    const seen: string[] = [];
    await database.transaction(async () => {
      database.afterCommit(() => seen.push('first'));
      await database.transaction(async () => database.afterCommit(() => seen.push('second')));
      await insert(1, 'Rex');
      expect(seen).toEqual([]);
    });
    expect(seen).toEqual(['first', 'second']);
  });

  test('runs no effect of a transaction that is rolled back', async () => {
    const effect = jest.fn();
    const work = async () => {
      database.afterCommit(effect);
      fail();
    };
    await expect(database.transaction(work)).rejects.toThrow('no');
    expect(effect).not.toHaveBeenCalled();
  });

  test('runs an effect at once outside a transaction', () => {
    const effect = jest.fn();
    database.afterCommit(effect);
    expect(effect).toHaveBeenCalledTimes(1);
  });

  test('a failing effect is logged, and neither undoes the commit nor stops the others', async () => {
    const effect = jest.fn();
    const log = jest.spyOn(Logger.prototype, 'error').mockReturnValue();
    await database.transaction(async () => {
      database.afterCommit(fail);
      database.afterCommit(effect);
      await insert(1, 'Rex');
    });
    expect(effect).toHaveBeenCalledTimes(1);
    expect(log).toHaveBeenCalledTimes(1);
    expect(await names()).toEqual(['Rex']);
    log.mockRestore();
  });

  test('recognises the violation of a unique constraint by its name', async () => {
    await insert(1, 'Rex');
    const error = await insert(2, 'Rex').catch((reason: unknown) => reason);
    expect(isUniqueViolation(error, 'pet_name_key')).toBe(true);
    expect(isUniqueViolation(error, 'pet_pkey')).toBe(false);
    expect(isUniqueViolation(undefined, 'pet_name_key')).toBe(false);
  });

  test('parallel transactions see nothing of each other before they commit', async () => {
    await insert(0, '0');
    const addOne = () =>
      database.transaction(async () => {
        const [row] = await database.query<Pet>('SELECT name FROM pet WHERE id = 0 FOR UPDATE');
        await database.query('UPDATE pet SET name = $1 WHERE id = 0', [String(Number(row?.name) + 1)]);
      });
    await Promise.all(Array.from({ length: 40 }, addOne));
    expect(await names()).toEqual(['40']);
  });

  test('each of many parallel statements gets its own answer, however large', async () => {
    const sizes = Array.from({ length: 24 }, (_, index) => (index % 3 === 0 ? 1_000_000 + index : 10 + index));
    const answers = await Promise.all(
      sizes.map(async (size, index) => {
        const letter = String.fromCharCode(97 + (index % 26));
        const [row] = await database.query<{ echo: string }>('SELECT $1::text AS echo', [letter.repeat(size)]);
        return row?.echo === letter.repeat(size);
      }),
    );
    expect(answers.every(Boolean)).toBe(true);
  });

  test('work that outlives its transaction continues outside it', async () => {
    const { promise: committed, resolve: commit } = Promise.withResolvers<void>();
    let late: Promise<string[]> | undefined;
    await database.transaction(async () => {
      await insert(1, 'Rex');
      late = committed.then(names);
    });
    commit();
    expect(await late).toEqual(['Rex']);
  });
});
