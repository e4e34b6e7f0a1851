import { Logger } from '@nestjs/common';
import { z } from 'zod';
import { LogContext } from '#infra/logging';
import { eventually } from '#testing';
import { openTestDatabase, type TestDatabase } from '#testing/database';
import { type AnyJob, defineJob } from './job';
import { type Message, QueueDriver } from './queue-driver';
import { TransactionalJobQueue } from './transactional-job-queue';

const index = defineJob({
  name: 'test.index',
  payload: z.object({ documentId: z.string() }),
  attempts: 1,
  backoffMs: 1_000,
  timeoutMs: 1_000,
  dedupeKey: ({ documentId }) => documentId,
});

class RecordingDriver extends QueueDriver {
  sent: Array<{ job: string; messages: readonly Message[] }> = [];
  failure: Error | undefined;

  async send(job: AnyJob, messages: readonly Message[]): Promise<void> {
    if (this.failure) throw this.failure;
    this.sent.push({ job: job.name, messages });
  }
  async start(): Promise<void> {}
  async depths() {
    return new Map();
  }
  async oldestWaiting() {
    return new Map();
  }
  consume(): void {}
  async stopConsuming(): Promise<void> {}
  async idle(): Promise<void> {}
  async stop(): Promise<void> {}
}

describe('putting a job', () => {
  let store: TestDatabase;
  let driver: RecordingDriver;
  let queue: TransactionalJobQueue;

  beforeAll(async () => {
    Logger.overrideLogger(false);
    store = await openTestDatabase();
  });
  beforeEach(() => {
    driver = new RecordingDriver();
    queue = new TransactionalJobQueue(driver, store.database);
  });
  afterAll(() => store.close());

  test('stores it, with its key and the request that put it', async () => {
    await LogContext.run({ requestId: 'req_1', teamId: 'team' }, () =>
      queue.enqueue(index, { documentId: 'd1' }, { delayMs: 500 }),
    );
    expect(driver.sent).toEqual([
      {
        job: 'test.index',
        messages: [{ payload: { documentId: 'd1' }, dedupeKey: 'd1', delayMs: 500, origin: { requestId: 'req_1' } }],
      },
    ]);
  });

  test('in a transaction happens after its commit', async () => {
    await store.database.transaction(async () => {
      await queue.enqueue(index, { documentId: 'd1' });
      await store.database.query('select 1');
      expect(driver.sent).toEqual([]);
    });
    expect(driver.sent).toHaveLength(1);
  });

  test('in a transaction that rolls back does not happen', async () => {
    const work = store.database.transaction(async () => {
      await queue.enqueue(index, { documentId: 'd1' });
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(driver.sent).toEqual([]);
  });

  test('many at once is one sending, and none is none', async () => {
    await queue.enqueueAll(index, [{ documentId: 'd1' }, { documentId: 'd2' }]);
    await queue.enqueueAll(index, []);
    expect(driver.sent.map(({ messages }) => messages.length)).toEqual([2]);
  });

  test('with a payload that does not fit fails at once, and with it the transaction', async () => {
    const wrong = { documentId: 7 } as unknown as { documentId: string };
    await expect(queue.enqueue(index, wrong)).rejects.toThrow();
    await expect(store.database.transaction(() => queue.enqueue(index, wrong))).rejects.toThrow();
    expect(driver.sent).toEqual([]);
  });

  test('that cannot be stored is told when somebody waits for it', async () => {
    driver.failure = new Error('away');
    await expect(queue.enqueue(index, { documentId: 'd1' })).rejects.toMatchObject({ code: 'queue.unavailable' });
  });

  test('that cannot be stored after the commit leaves what was committed, and is logged', async () => {
    const warn = jest.spyOn(Logger.prototype, 'warn');
    driver.failure = new Error('away');
    const result = await store.database.transaction(async () => {
      await queue.enqueue(index, { documentId: 'd1' });
      return 'stored';
    });
    expect(result).toBe('stored');
    await eventually(() => warn.mock.calls.length === 1);
    expect(warn.mock.calls[0]![0]).toMatchObject({ job: 'test.index' });
  });
});
