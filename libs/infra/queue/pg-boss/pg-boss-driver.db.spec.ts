import { type PgBossDatabase, pgBossDatabase } from '#infra/database';
import { openTestDatabase } from '#testing/database';
import { describeQueueDriver } from '../queue.contract-suite';
import { PgBossDriver } from './pg-boss-driver';

const isEmbedded = process.env.DATABASE_URL === undefined;
/** As quick as pg-boss allows, so that the death of a worker is noticed within seconds. */
const supervision = { intervalSeconds: 1, heartbeatSeconds: 10, overtimeSeconds: 1 };

describeQueueDriver('pg-boss', async () => {
  const { dataSource, close } = await openTestDatabase();
  return {
    async open(jobs) {
      const { database, crash } = mortal(pgBossDatabase(dataSource));
      const driver = new PgBossDriver({ database, isEmbedded, supervision, pollMs: 500 });
      await driver.start(jobs);
      return { driver, crash };
    },
    close,
  };
});

/** The database as seen by a process that can die: nothing that it asks for happens afterwards. */
function mortal(database: PgBossDatabase) {
  let isDead = false;
  return {
    crash: () => {
      isDead = true;
    },
    database: {
      ...database,
      executeSql: async (sql: string, values?: unknown[]) => {
        if (isDead) throw new Error('This process is dead.');
        return database.executeSql(sql, values);
      },
    },
  };
}
