import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Logger } from '@nestjs/common';
import { type Config, ShutdownGrace } from '#infra/config';
import type { ComponentReport, HealthStatus } from '#infra/health';
import { OperatorPages } from './operator-pages';

const TOKEN = 'a-token-of-metrics';

describe('the pages of a worker', () => {
  let lines: Array<{ message: string; port?: number }>;
  let components: Record<string, ComponentReport>;
  let pages: OperatorPages | undefined;
  let grace: ShutdownGrace;

  beforeEach(() => {
    lines = [];
    const note = (line: never) => void lines.push(line);
    Logger.overrideLogger({ log: note, error: note, warn: note });
    components = { database: { status: 'ok' }, queues: { status: 'ok' }, redis: { status: 'not used' } };
  });

  afterEach(() => pages?.beforeApplicationShutdown());

  async function open(token?: string, port = 0): Promise<string> {
    const config = { worker: { port, host: '127.0.0.1' }, metrics: { token }, shutdown: { graceMs: 0 } } as Config;
    grace = new ShutdownGrace(config);
    const health = { read: async () => ({ status: 'ok', components }) } as unknown as HealthStatus;
    pages = new OperatorPages(config, health, grace);
    await pages.onApplicationBootstrap();
    return `http://127.0.0.1:${lines[0]?.port}`;
  }

  test('tell that it works, with every part', async () => {
    const answer = await fetch(`${await open()}/health`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ status: 'ok', components });
  });

  test.each(['database', 'queues'])('say 503 when its %s does not answer', async (part) => {
    components[part] = { status: 'down' };
    const answer = await fetch(`${await open()}/health`);
    expect([answer.status, ((await answer.json()) as { status: string }).status]).toEqual([503, 'down']);
  });

  test('say 503 as soon as it is asked to stop', async () => {
    const address = await open();
    grace.begin();
    expect((await fetch(`${address}/health`)).status).toBe(503);
  });

  test('show the metrics to everybody when there is no token', async () => {
    const answer = await fetch(`${await open()}/metrics`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'text/plain; version=0.0.4; charset=utf-8',
    ]);
  });

  test('show the metrics only to the bearer of the token when there is one', async () => {
    const address = await open(TOKEN);
    expect((await fetch(`${address}/metrics`)).status).toBe(401);
    const headers = { authorization: `Bearer ${TOKEN}` };
    expect((await fetch(`${address}/metrics`, { headers })).status).toBe(200);
    expect((await fetch(`${address}/health`)).status).toBe(200);
  });

  test('are two and no more', async () => {
    const address = await open();
    expect((await fetch(`${address}/nothing`)).status).toBe(404);
    expect((await fetch(`${address}/health`, { method: 'POST' })).status).toBe(404);
  });

  test('are missing when the port is taken: the worker runs on and says what to do', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => {
      other.listen(0, '127.0.0.1', resolve);
    });
    const { port } = other.address() as AddressInfo;
    await open(undefined, port);
    expect(lines.map(({ message }) => message)).toEqual([
      `Port ${port} is in use, perhaps by another worker on this host; give each its own WORKER_PORT, or 0. ` +
        'This worker runs without health and metrics pages.',
    ]);
    other.close();
  });
});
