import { RedisConnections } from '#infra/redis';
import { newId } from '#kernel';
import { LoneCarrier } from './lone-carrier';
import { describeNotices } from './notices.contract-suite';
import { PostgresCarrier } from './postgres-carrier';
import { RedisCarrier } from './redis-carrier';

const { DATABASE_URL, REDIS_URL } = process.env;

describeNotices({
  name: 'nobody-else',
  reachesOthers: false,
  makeCarriers: async () => ({
    open: () => new LoneCarrier(),
    interrupt: async () => undefined,
    close: async () => undefined,
  }),
});

if (DATABASE_URL) {
  describeNotices({
    name: 'postgres',
    reachesOthers: true,
    makeCarriers: async ({ database }) => ({
      open: () => new PostgresCarrier(database),
      interrupt: async () => {
        await database.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and query = 'LISTEN "parley_notices"'`,
        );
      },
      close: async () => undefined,
    }),
  });
}

if (REDIS_URL) {
  describeNotices({
    name: 'redis',
    reachesOthers: true,
    makeCarriers: async () => {
      const connections = new RedisConnections({ url: REDIS_URL, keyPrefix: `test-${newId()}` });
      await connections.greet();
      return {
        open: () => new RedisCarrier(connections),
        interrupt: async () => {
          const clients = (await connections.commands.client('LIST', 'TYPE', 'PUBSUB')) as string;
          const ours = clients.split('\n').filter((line) => line.includes(` name=${connections.keyPrefix}-`));
          for (const line of ours) await connections.commands.client('KILL', 'ID', /\bid=(\d+)/.exec(line)![1]!);
        },
        close: async () => connections.onApplicationShutdown(),
      };
    },
  });
}
