import { PgBoss } from 'pg-boss';
import { eventually } from '#testing';
import { openTestDatabase, openTestEngine } from '#testing/database';
import { pgBossDatabase } from './pg-boss-database';

describe('pgBossDatabase', () => {
  test('carries pg-boss: a job that is sent wakes its worker', async () => {
    const { dataSource, close } = await openTestDatabase();
    const backend = dataSource.engine ? 'pglite' : 'postgres';
    const boss = new PgBoss({ db: pgBossDatabase(dataSource), backend, schema: 'boss', useListenNotify: true });
    const faults: unknown[] = [];
    boss.on('error', (error) => faults.push(error));
    await boss.start();
    await boss.createQueue('walk', { notify: true });
    const walked: unknown[] = [];
    // Polling alone would take a minute.
    const options = { pollingIntervalSeconds: 60, notifyPollingIntervalSeconds: 60 };
    await boss.work<{ pet: string }>('walk', options, async ([job]) => {
      walked.push(job?.data);
    });
    await boss.send('walk', { pet: 'Rex' });
    await eventually(() => walked.length === 1);
    expect(walked).toEqual([{ pet: 'Rex' }]);
    expect(faults).toEqual([]);
    await boss.stop({ graceful: false });
    await close();
  });

  test('hears a channel again after the engine was killed, and says that it may have missed something', async () => {
    const { database, dataSource, engine, close } = await openTestEngine();
    const heard: string[] = [];
    const onListen = jest.fn();
    const listener = await pgBossDatabase(dataSource).listen('Jobs', (payload) => heard.push(payload), onListen);
    expect(onListen).toHaveBeenCalledTimes(1);
    await database.query(`NOTIFY "Jobs", 'before'`);
    await eventually(() => heard.length === 1);
    process.kill(engine.enginePid ?? 0, 'SIGKILL');
    await eventually(() => onListen.mock.calls.length === 2);
    await database.query(`NOTIFY "Jobs", 'after'`);
    await eventually(() => heard.length === 2);
    expect(heard).toEqual(['before', 'after']);
    await listener.close();
    await close();
  });
});
