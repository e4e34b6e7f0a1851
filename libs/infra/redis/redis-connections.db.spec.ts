import { Logger } from '@nestjs/common';
import { newId } from '#kernel';
import { eventually } from '#testing';
import { RedisConnections } from './redis-connections';
import { RedisHealth } from './redis-health';

const { REDIS_URL } = process.env;

describe('without a Redis', () => {
  // Nobody listens there.
  const connections = new RedisConnections({ url: 'redis://127.0.0.1:1', keyPrefix: 'test' });
  let warned: jest.SpyInstance;

  beforeAll(() => {
    warned = jest.spyOn(Logger.prototype, 'warn').mockImplementation();
  });
  afterAll(() => connections.onApplicationShutdown());

  test('commands fail at once, health says that it is down, and trouble is told once', async () => {
    await expect(connections.commands.get('a')).rejects.toThrow();
    expect(await new RedisHealth(connections).check()).toEqual({ status: 'down' });
    await eventually(() => warned.mock.calls.length === 1);
    connections.open('subscriber');
    await new Promise<void>((resolve) => connections.commands.once('reconnecting', () => resolve()));
    expect(warned).toHaveBeenCalledTimes(1);
  });
});

if (REDIS_URL) {
  describe('connections to Redis', () => {
    const connections = new RedisConnections({ url: REDIS_URL, keyPrefix: `test-${newId()}` });

    beforeAll(() => Logger.overrideLogger(false));
    afterAll(() => connections.onApplicationShutdown());

    test('are greeted before they are used, and tell how quickly Redis answers', async () => {
      await connections.greet();
      const report = await new RedisHealth(connections).check();
      expect(report).toEqual({ status: 'ok', latencyMs: expect.any(Number) });
    });

    test('come back when they are lost', async () => {
      const id = await connections.commands.client('ID');
      const other = connections.open('queue');
      await new Promise<void>((resolve) => other.once('ready', () => resolve()));
      await other.client('KILL', 'ID', String(id));
      await eventually(async () => (await connections.commands.client('ID')) !== id);
    });

    test('begin every key with the prefix of the installation', () => {
      expect(connections.key('limit', 'a')).toBe(`${connections.keyPrefix}:limit:a`);
    });
  });
}
