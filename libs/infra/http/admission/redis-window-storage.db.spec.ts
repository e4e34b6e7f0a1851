import { Logger } from '@nestjs/common';
import { RedisConnections } from '#infra/redis';
import { newId } from '#kernel';
import { eventually, ManualClock } from '#testing';
import { FixedWindowStorage } from './fixed-window-storage';
import { RedisWindowStorage } from './redis-window-storage';
import { describeWindows } from './window-storage.contract-suite';

const { REDIS_URL } = process.env;
const clock = new ManualClock();

beforeAll(() => Logger.overrideLogger(false));

if (REDIS_URL) {
  describe('counting in fixed windows over all processes', () => {
    const opened: RedisConnections[] = [];

    const open = async (keyPrefix = `test-${newId()}`) => {
      const connections = new RedisConnections({ url: REDIS_URL, keyPrefix });
      opened.push(connections);
      await connections.greet();
      return { connections, storage: new RedisWindowStorage(connections, new FixedWindowStorage(clock)) };
    };
    const hit = (storage: RedisWindowStorage, limit = 100) => storage.increment('a', 60_000, limit);

    afterEach(async () => {
      for (const { commands, keyPrefix } of opened) {
        const keys = await commands.keys(`${keyPrefix}:*`);
        if (keys.length > 0) await commands.unlink(keys);
      }
      for (const connections of opened.splice(0)) connections.onApplicationShutdown();
    });

    describeWindows(async () => {
      const { connections, storage } = await open();
      // The clock is that of Redis: instead of it, the ends of the windows are moved.
      const pass = async (ms: number) => {
        const { commands, keyPrefix } = connections;
        for (const key of await commands.keys(`${keyPrefix}:*`)) {
          await commands.pexpire(key, (await commands.pttl(key)) - Math.ceil(ms));
        }
      };
      return { storage, pass };
    });

    test('is exact over processes', async () => {
      const { connections, storage } = await open();
      const { storage: elsewhere } = await open(connections.keyPrefix);
      const storages = Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? storage : elsewhere));
      const records = await Promise.all(storages.map((each) => hit(each, 25)));
      expect(records.filter(({ isBlocked }) => !isBlocked)).toHaveLength(25);
    });

    test('gives an end to a counter that has none', async () => {
      const { connections, storage } = await open();
      await connections.commands.set(connections.key('limit', 'a'), 7);
      expect(await hit(storage)).toMatchObject({ totalHits: 8, timeToExpire: 60 });
    });

    test('counts for itself after a failure, without asking, and over all again when Redis answers', async () => {
      const { connections, storage } = await open();
      for (let hits = 0; hits < 5; hits += 1) await hit(storage);
      const asked = jest.spyOn(connections.commands, 'hitWindow').mockRejectedValue(new Error('Command timed out'));
      expect(await hit(storage)).toMatchObject({ totalHits: 1 });
      expect(await hit(storage)).toMatchObject({ totalHits: 2 });
      expect(asked).toHaveBeenCalledTimes(1);
      asked.mockRestore();
      await eventually(async () => (await hit(storage)).totalHits === 6);
    });
  });
}

describe('counting over all processes without a Redis', () => {
  test('counts in this process, at once', async () => {
    // Nobody listens there.
    const connections = new RedisConnections({ url: 'redis://127.0.0.1:1', keyPrefix: 'test' });
    const storage = new RedisWindowStorage(connections, new FixedWindowStorage(clock));
    expect(await storage.increment('a', 60_000, 1)).toMatchObject({ totalHits: 1, isBlocked: false });
    expect(await storage.increment('a', 60_000, 1)).toMatchObject({ totalHits: 2, isBlocked: true });
    connections.onApplicationShutdown();
  });
});
