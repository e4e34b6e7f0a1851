import Fastify from 'fastify';
import { z } from 'zod';
import { RedisConnections } from '#infra/redis';
import { newId } from '#kernel';
import { eventually } from '#testing';
import { defineJob } from '../job';
import { describeQueueDriver } from '../queue.contract-suite';
import { BullDriver } from './bull-driver';

const { REDIS_URL } = process.env;
const base = { payload: z.unknown(), attempts: 1, backoffMs: 1_000, timeoutMs: 1_000 };
/** So that the death of a worker is noticed within seconds. */
const TIMES = { lockMs: 5_000, stalledCheckMs: 500, pollMs: 500 };

if (REDIS_URL) {
  describeQueueDriver('Bull', async () => {
    const keyPrefix = `test-${newId()}`;
    const opened: RedisConnections[] = [];
    const connect = async () => {
      const connections = new RedisConnections({ url: REDIS_URL, keyPrefix });
      opened.push(connections);
      await connections.greet();
      return connections;
    };
    return {
      async open(jobs) {
        const connections = await connect();
        const driver = new BullDriver(connections, TIMES);
        await driver.start(jobs);
        return { driver, crash: () => connections.onApplicationShutdown() };
      },
      async close() {
        const { commands } = await connect();
        const keys = await commands.keys(`${keyPrefix}:*`);
        if (keys.length > 0) await commands.unlink(keys);
        for (const connections of opened) connections.onApplicationShutdown();
      },
    };
  });
}

if (REDIS_URL) {
  describe('the queue on Bull, when connections break', () => {
    const job = defineJob({ ...base, name: 'bull.unbroken' });
    let connections: RedisConnections;
    let driver: BullDriver;

    /** Those of the driver: one to put and take, one to hear. */
    const driversConnections = async () => {
      const clients = (await connections.commands.client('LIST')) as string;
      const ours = clients.split('\n').filter((line) => line.includes(` name=${connections.keyPrefix}-`));
      return ours.filter((line) => !line.includes('-commands ')).map((line) => /\bid=(\d+)/.exec(line)![1]!);
    };
    const breakAll = async () => {
      const ids = await eventually(async () => {
        const open = await driversConnections();
        return open.length === 2 && open;
      });
      for (const id of ids) await connections.commands.client('KILL', 'ID', id);
    };

    beforeAll(async () => {
      connections = new RedisConnections({ url: REDIS_URL, keyPrefix: `test-${newId()}` });
      driver = new BullDriver(connections, TIMES);
      await connections.greet();
      await driver.start([job]);
    });
    afterAll(async () => {
      await driver.stop();
      const keys = await connections.commands.keys(`${connections.keyPrefix}:*`);
      if (keys.length > 0) await connections.commands.unlink(keys);
      connections.onApplicationShutdown();
    });

    test('takes messages meanwhile, runs them, and tells that some may be lost', async () => {
      const ran: unknown[] = [];
      let returns = 0;
      driver.onReturn(() => {
        returns += 1;
      });
      driver.consume(job, 2, async ({ payload }) => {
        ran.push(payload);
        return { kind: 'done' };
      });
      for (const payload of [1, 2]) {
        await breakAll();
        await driver.send(job, [{ payload, delayMs: 0, origin: {} }]);
        await eventually(() => ran.includes(payload));
        await eventually(() => returns === payload);
      }
      await driver.idle();
      expect(ran).toEqual([1, 2]);
    });

    test('keeps nothing of what is done', async () => {
      const keys = await connections.commands.keys(`${connections.keyPrefix}:*`);
      expect(keys.map((key) => key.split(':').at(-1)).sort()).toEqual(['id', 'stalled-check']);
    });
  });
}

if (REDIS_URL) {
  describe('the pages of the queues', () => {
    const job = defineJob({ ...base, name: 'bull.board' });
    let connections: RedisConnections;
    let driver: BullDriver;

    beforeAll(async () => {
      connections = new RedisConnections({ url: REDIS_URL, keyPrefix: `test-${newId()}` });
      driver = new BullDriver(connections);
      await connections.greet();
      await driver.start([job]);
    });
    afterAll(async () => {
      await driver.stop();
      const keys = await connections.commands.keys(`${connections.keyPrefix}:*`);
      if (keys.length > 0) await connections.commands.unlink(keys);
      connections.onApplicationShutdown();
    });

    test('show what was given up, and have it run again', async () => {
      let isMended = false;
      let runs = 0;
      driver.consume(job, 1, async () => {
        runs += 1;
        return isMended ? { kind: 'done' } : { kind: 'given-up', reason: 'broken' };
      });
      await driver.send(job, [{ payload: { id: 'some-id' }, delayMs: 0, origin: {} }]);
      await eventually(() => runs === 1);
      const server = Fastify();
      await server.register(await driver.board('/queues'), { prefix: '/queues' });
      const failed = async () => {
        const url = '/queues/api/queues?activeQueue=bull.board&status=failed&page=1';
        return (await server.inject({ url })).json().queues[0].jobs;
      };
      await eventually(async () => (await failed()).length === 1);
      expect((await failed())[0]).toMatchObject({ failedReason: 'broken', data: { payload: { id: 'some-id' } } });
      isMended = true;
      await server.inject({ method: 'PUT', url: '/queues/api/queues/bull.board/retry/failed' });
      await eventually(() => runs === 2, 20_000);
      await eventually(async () => (await failed()).length === 0);
      await server.close();
    });
  });
}

describe('the queue on Bull without a Redis', () => {
  const job = defineJob({ ...base, name: 'bull.nothing' });

  test('starts, refuses messages instead of keeping them until one comes, and stops', async () => {
    // Nobody listens there.
    const connections = new RedisConnections({ url: 'redis://127.0.0.1:1', keyPrefix: 'test' });
    const driver = new BullDriver(connections);
    await driver.start([job]);
    driver.consume(job, 1, async () => ({ kind: 'done' }));
    await expect(driver.send(job, [{ payload: {}, delayMs: 0, origin: {} }])).rejects.toThrow();
    await driver.stop();
    connections.onApplicationShutdown();
  });
});
