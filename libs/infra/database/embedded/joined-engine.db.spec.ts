import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { testTemplate } from '#testing/database';
import { consistentView } from '../copying/consistent-view';
import { embeddedOptions, TransactionalDataSource } from '../data-source';
import { isJoined } from '../open-database';
import { EmbeddedDatabase } from './embedded-database';
import { JoinedEngine } from './joined-engine';

describe('a command beside the server of a data folder', () => {
  let dataDir: string;
  let server: TransactionalDataSource;
  let command: TransactionalDataSource;

  const address = () => path.join(dataDir, 'parley.socket');
  const joined = async () => {
    const engine = await JoinedEngine.join(dataDir);
    return engine && new TransactionalDataSource(embeddedOptions(engine)).initialize();
  };

  beforeAll(async () => {
    dataDir = mkdtempSync(path.join(os.tmpdir(), 'parley-joined-'));
    const engine = new EmbeddedDatabase({ dataDir, template: await testTemplate([]) });
    await engine.ready();
    server = new TransactionalDataSource(embeddedOptions(engine));
    await server.initialize();
    await server.query('create table account (name text primary key, balance int not null)');
    await server.query(`insert into account select 'a' || n, 100 from generate_series(1, 50) n`);
    command = (await joined()) as TransactionalDataSource;
  });
  afterAll(async () => {
    await command.destroy();
    await server.destroy();
    rmSync(dataDir, { recursive: true });
  });

  test('reaches its database by an address that only their user can read, and leaves it running', async () => {
    expect(isJoined(command) && !isJoined(server)).toBe(true);
    expect(statSync(address()).mode & 0o777).toBe(0o600);
    const other = (await joined()) as TransactionalDataSource;
    expect(await other.query('select sum(balance)::int as sum from account')).toEqual([{ sum: 5_000 }]);
    await other.destroy();
    expect(await server.query('select count(*)::int as count from account')).toEqual([{ count: 50 }]);
  });

  test('takes turns with it: transactions of both never mix', async () => {
    const move = (by: TransactionalDataSource) =>
      by.transaction(async (manager) => {
        const [row] = await manager.query(`select balance from account where name = 'a1'`);
        await manager.query(`update account set balance = $1 where name = 'a1'`, [row.balance + 1]);
      });
    await Promise.all(Array.from({ length: 20 }, (_, n) => move(n % 2 === 0 ? server : command)));
    expect(await command.query(`select balance from account where name = 'a1'`)).toEqual([{ balance: 120 }]);
    await server.query(`update account set balance = 100 where name = 'a1'`);
  });

  test('reads all of one moment while the server goes on writing, and leaves no copy behind', async () => {
    let isOver = false;
    let moves = 0;
    const writing = (async () => {
      for (; !isOver; moves++) {
        const [from, to] = [`a${1 + (moves % 50)}`, `a${1 + ((moves * 7 + 3) % 50)}`];
        await server.transaction(async (manager) => {
          await manager.query('update account set balance = balance - 1 where name = $1', [from]);
          await manager.query('update account set balance = balance + 1 where name = $1', [to]);
        });
      }
    })();
    const sums = await consistentView(command, dataDir, async (connection) => {
      const read = async () => {
        const { rows } = await connection.query(
          'select sum(balance)::int as sum, md5(string_agg(account::text, $1 order by name)) as md5 from account',
          [','],
        );
        return rows[0];
      };
      const before = moves;
      const first = await read();
      while (moves < before + 5) await new Promise((resolve) => setTimeout(resolve, 10));
      return [first, await read()];
    });
    isOver = true;
    await writing;
    expect(sums[0].sum).toBe(5_000);
    expect(sums[1]).toEqual(sums[0]);
    expect(existsSync(path.join(dataDir, `snapshot-${process.pid}`))).toBe(false);
  });

  test('finds nobody where nobody is: no address, or one that a crash has left', async () => {
    const empty = mkdtempSync(path.join(os.tmpdir(), 'parley-nobody-'));
    expect(await JoinedEngine.join(empty)).toBeUndefined();
    writeFileSync(path.join(empty, 'parley.socket'), path.join(empty, 'gone'));
    expect(await JoinedEngine.join(empty)).toBeUndefined();
    rmSync(empty, { recursive: true });
  });
});
