import { renderMetrics } from '#infra/metrics';
import { QueueDepths } from './queue-depths';
import type { QueueDriver } from './queue-driver';

type Depths = Awaited<ReturnType<QueueDriver['depths']>>;

const waitingSince = new Map([['mail.send-mail', Date.now() - 60_000]]);

function depthsOf(read: () => Promise<Depths>): QueueDepths {
  return new QueueDepths({ depths: read, oldestWaiting: async () => waitingSince } as unknown as QueueDriver);
}

describe('the depths of the queue', () => {
  let depths: QueueDepths;

  afterEach(() => depths.beforeApplicationShutdown());

  test('are told by job and state, and asked once for all readers of the same seconds', async () => {
    let asked = 0;
    depths = depthsOf(async () => {
      asked += 1;
      return new Map([['mail.send-mail', { waiting: 3, delayed: 2, running: 1 }]]);
    });
    const text = await renderMetrics();
    expect(text).toContain('parley_queue_waiting_jobs{job="mail.send-mail"} 3');
    expect(text).toContain('parley_queue_delayed_jobs{job="mail.send-mail"} 2');
    expect(text).toContain('parley_queue_running_jobs{job="mail.send-mail"} 1');
    expect(text).toMatch(/^parley_queue_oldest_waiting_seconds\{job="mail\.send-mail"\} 6\d/m);
    await renderMetrics();
    expect(asked).toBe(1);
  });

  test('hold up neither the other metrics nor a health page when the queue does not answer', async () => {
    depths = depthsOf(() => new Promise(() => undefined));
    await expect(depths.readNow()).rejects.toThrow('did not answer in time');
    const text = await renderMetrics();
    expect(text).toContain('# TYPE parley_queue_waiting_jobs gauge');
    expect(text).not.toContain('parley_queue_waiting_jobs{');
  });
});
