import { Logger } from '@nestjs/common';
import { z } from 'zod';
import { HOUR_MS } from '#kernel';
import { eventually, ManualClock } from '#testing';
import { type AnyJob, defineJob } from './job';
import { JobScheduler } from './job-scheduler';
import { type Message, QueueDriver } from './queue-driver';

const base = { payload: z.object({}), attempts: 1, backoffMs: 1_000, timeoutMs: 1_000 };
const hourly = defineJob({ ...base, name: 'test.hourly', everyMs: HOUR_MS });
const frequent = defineJob({ ...base, name: 'test.frequent', everyMs: 20 });
const unscheduled = defineJob({ ...base, name: 'test.unscheduled' });

/** Keeps what is sent, one message per id, as a driver does. */
class RememberingDriver extends QueueDriver {
  readonly sent: Array<{ job: string; message: Message }> = [];
  failures = 0;
  private listener: (() => void) | undefined;

  async send(job: AnyJob, messages: readonly Message[]): Promise<void> {
    if (this.failures-- > 0) throw new Error('away');
    for (const message of messages) {
      if (!this.sent.some((known) => known.message.id === message.id)) this.sent.push({ job: job.name, message });
    }
  }
  /** Comes back empty. */
  lose(): void {
    this.sent.length = 0;
    this.listener?.();
  }
  override onReturn(listener: () => void): void {
    this.listener = listener;
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

describe('scheduled jobs', () => {
  let driver: RememberingDriver;
  const schedulers: JobScheduler[] = [];

  function scheduler(clock: ManualClock): JobScheduler {
    const made = new JobScheduler(driver, clock);
    schedulers.push(made);
    return made;
  }

  beforeAll(() => Logger.overrideLogger(false));
  beforeEach(() => {
    driver = new RememberingDriver();
  });
  afterEach(() => {
    for (const made of schedulers.splice(0)) made.stop();
  });

  test('are put at start, with an empty payload, and the others are not', async () => {
    await scheduler(new ManualClock()).start([hourly, unscheduled]);
    expect(driver.sent).toEqual([
      { job: 'test.hourly', message: expect.objectContaining({ payload: {}, delayMs: 0 }) },
    ]);
  });

  test('are put once per period by all processes together', async () => {
    const clock = new ManualClock('2026-03-01T10:20:00Z');
    await scheduler(clock).start([hourly]);
    clock.set('2026-03-01T10:59:59Z');
    await scheduler(clock).start([hourly]);
    expect(driver.sent).toHaveLength(1);
    clock.set('2026-03-01T11:00:00Z');
    await scheduler(clock).start([hourly]);
    expect(driver.sent).toHaveLength(2);
  });

  test('are put again when the next period begins', async () => {
    const clock = new ManualClock();
    await scheduler(clock).start([frequent]);
    clock.advance(20);
    await eventually(() => driver.sent.length === 2);
  });

  test('are put once per period by all processes together also when the clock is set back', async () => {
    const clock = new ManualClock('2026-03-01T10:00:00Z');
    const both = [scheduler(clock), scheduler(clock)];
    for (const one of both) await one.start([hourly]);
    clock.set('2026-03-01T11:00:00Z');
    for (const one of both) await one.start([hourly]);
    expect(driver.sent).toHaveLength(2);
    clock.jump(-HOUR_MS);
    for (const one of both) await one.start([hourly]);
    expect(driver.sent).toHaveLength(3);
  });

  test('are put again at once when the queue comes back without them', async () => {
    await scheduler(new ManualClock()).start([hourly]);
    driver.lose();
    await eventually(() => driver.sent.length === 1);
  });

  test('are put later when the queue does not take them now', async () => {
    driver.failures = 2;
    await scheduler(new ManualClock()).start([frequent]);
    expect(driver.sent).toEqual([]);
    await eventually(() => driver.sent.length === 1);
  });
});
