import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { eventually } from '#testing';
import { openTestEngine, testTemplate } from '#testing/database';
import { EmbeddedDatabase } from './embedded-database';

const unavailable = { code: 'database.unavailable', kind: 'unavailable' };

function kill(pid: number | undefined): void {
  if (pid !== undefined) process.kill(pid, 'SIGKILL');
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('EmbeddedDatabase', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(path.join(os.tmpdir(), 'parley-engine-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  test('ends a query that runs too long, and serves the next one', async () => {
    const { database, warnings, close } = await openTestEngine({ dataDir, maxQueryMs: 3_000 });
    const runaway = database.query('SELECT count(*) FROM generate_series(1, 2000000000)');
    await expect(runaway).rejects.toMatchObject(unavailable);
    expect(await database.query('SELECT 5 AS five')).toEqual([{ five: 5 }]);
    expect(warnings).toEqual(['A query ran longer than 3 s and was ended with the engine. It is started again.']);
    await close();
  });

  test('loses nothing that was acknowledged and keeps no half transaction when it is killed', async () => {
    const { database, engine, close } = await openTestEngine({ dataDir });
    await database.query('CREATE TABLE entry (writer int, number int, half int)');
    const acknowledged: string[] = [];
    let stop = false;

    const write = (writer: number, number: number) =>
      database.transaction(async () => {
        await database.query('INSERT INTO entry VALUES ($1, $2, 1)', [writer, number]);
        await database.query('INSERT INTO entry VALUES ($1, $2, 2)', [writer, number]);
      });
    const writer = async (id: number) => {
      for (let number = 0; !stop; number++) {
        await write(id, number).then(
          () => acknowledged.push(`${id}/${number}`),
          (error) => expect(error).toMatchObject(unavailable),
        );
      }
    };

    const writers = Array.from({ length: 8 }, (_, id) => writer(id));
    for (let round = 1; round <= 2; round++) {
      const before = acknowledged.length;
      await eventually(() => acknowledged.length > before + 20);
      kill(engine.enginePid);
      await eventually(() => !engine.isServing);
    }
    stop = true;
    await Promise.all(writers);

    const rows = await database.query<{ id: string; halves: number }>(
      `SELECT writer || '/' || number AS id, count(*)::int AS halves FROM entry GROUP BY writer, number`,
    );
    const stored = new Set(rows.map(({ id }) => id));
    expect(rows.filter(({ halves }) => halves !== 2)).toEqual([]);
    expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
    await close();
  });

  test('fails what is under way when it is killed, at once; what comes later waits for the new engine', async () => {
    const { database, engine, close } = await openTestEngine({ dataDir });
    const ended: string[] = [];
    const underWay = database.query('SELECT count(*) FROM generate_series(1, 2000000000)');
    kill(engine.enginePid);
    const failing = underWay.finally(() => ended.push('under way'));
    const later = database.query('SELECT 3 AS three').finally(() => ended.push('later'));
    await expect(failing).rejects.toMatchObject(unavailable);
    expect(await later).toEqual([{ three: 3 }]);
    expect(ended).toEqual(['under way', 'later']);
    await close();
  });

  test('fails a transaction that was open when it was killed', async () => {
    const { database, engine, close } = await openTestEngine({ dataDir });
    const open = database.transaction(async () => {
      await database.query('SELECT 1');
      kill(engine.enginePid);
      await eventually(() => !engine.isServing);
      await database.query('SELECT 2');
    });
    await expect(open).rejects.toMatchObject(unavailable);
    await close();
  });

  test('refuses a folder that is in use, in one sentence', async () => {
    const { close } = await openTestEngine({ dataDir });
    await expect(openTestEngine({ dataDir, lockWaitMs: 100 })).rejects.toThrow(
      `The data folder ${dataDir} is used by another Parley process (pid ${process.pid}).`,
    );
    await close();
  });

  test('leaves when its parent dies, and the next parent waits for that', async () => {
    const program = `require(${JSON.stringify(path.join(__dirname, 'embedded-database.ts'))});
      new (require(${JSON.stringify(path.join(__dirname, 'embedded-database.ts'))}).EmbeddedDatabase)(JSON.parse(process.argv[1]))
        .ready().then(() => console.log('ready'));`;
    const options = JSON.stringify({ dataDir, template: await testTemplate([]) });
    const hook = path.join(__dirname, 'typescript-source.cjs');
    const parent = spawn(process.execPath, ['--require', hook, '-e', program, options], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(parent.stdout, 'data');
    parent.kill('SIGKILL');
    const { database, close } = await openTestEngine({ dataDir, lockWaitMs: 60_000 });
    expect(await database.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await close();
  });

  test('stops in order: the process, its socket and its lock are gone, the data stay', async () => {
    const first = await openTestEngine({ dataDir });
    await first.database.query('CREATE TABLE pet AS SELECT 1 AS id');
    const { enginePid = 0, socketPath } = first.engine;
    await first.close();
    expect(isAlive(enginePid)).toBe(false);
    expect(existsSync(path.dirname(socketPath))).toBe(false);
    expect(existsSync(path.join(dataDir, 'parley.pid'))).toBe(false);
    const second = await openTestEngine({ dataDir });
    expect(await second.database.query('SELECT id FROM pet')).toEqual([{ id: 1 }]);
    await second.close();
  });

  test('makes its database anew when the first start was interrupted', async () => {
    mkdirSync(path.join(dataDir, 'postgres.unfinished'));
    writeFileSync(path.join(dataDir, 'postgres.unfinished', 'PG_VERSION'), '18');
    const { database, close } = await openTestEngine({ dataDir });
    expect(await database.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(existsSync(path.join(dataDir, 'postgres.unfinished'))).toBe(false);
    await close();
  });

  test('touches no folder that holds something else', async () => {
    mkdirSync(path.join(dataDir, 'postgres'));
    writeFileSync(path.join(dataDir, 'postgres', 'notes.txt'), 'mine');
    const engine = new EmbeddedDatabase({ dataDir });
    await expect(engine.ready()).rejects.toThrow('postgres is not a database');
    expect(existsSync(path.join(dataDir, 'postgres', 'notes.txt'))).toBe(true);
    await engine.stop();
  });
});
