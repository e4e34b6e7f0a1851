/**
 * What every QueueDriver does, together with the rules of JobRunner and JobScheduler. A driver's spec calls it with a way
 * to open drivers on one queue, as several processes would have them.
 */
import { Logger } from '@nestjs/common';
import { z } from 'zod';
import { AppError, MINUTE_MS } from '#kernel';
import { eventually, ManualClock } from '#testing';
import { type AnyJob, defineJob, type JobDefinition } from './job';
import type { JobRun } from './job-handler';
import { JobRunner } from './job-runner';
import { JobScheduler } from './job-scheduler';
import type { Message, QueueDriver } from './queue-driver';

export interface QueueUnderTest {
  /** A driver that has been started with `jobs`. After `crash` it reaches the queue no more, as if its process were dead. */
  open(jobs: readonly AnyJob[]): Promise<{ driver: QueueDriver; crash: () => void }>;
  close(): Promise<void>;
}

interface Payload {
  text: string;
}

const NEVER = new AbortController().signal;
/** Each test has a job of its own: all stand in one queue, and what one test takes must not be taken by another. */
const base = { payload: z.object({ text: z.string() }), attempts: 3, backoffMs: 100, timeoutMs: 10_000 };

export function describeQueueDriver(name: string, makeQueue: () => Promise<QueueUnderTest>): void {
  const jobs: AnyJob[] = [];
  const job = (noun: string, over: Partial<JobDefinition<Payload>> = {}): AnyJob => {
    const made = defineJob<Payload>({ ...base, name: `contract.${noun}`, ...over });
    jobs.push(made);
    return made;
  };
  const plain = job('plain');
  const fromElsewhere = job('from-elsewhere');
  const delayed = job('delayed');
  const retried = job('retried');
  const exhausted = job('exhausted');
  const refused = job('refused');
  const malformed = job('malformed');
  const deduped = job('deduped');
  const dedupedWhileRunning = job('deduped-while-running');
  const burst = job('burst', { concurrency: 10 });
  const drained = job('drained');
  const interrupted = job('interrupted', { attempts: 1 });
  const orphaned = job('orphaned', { attempts: 1, timeoutMs: 1_000 });
  const stopped = job('stopped');
  const counted = job('counted', { concurrency: 1 });
  const scheduled = job('scheduled', { payload: z.object({}) as never, everyMs: MINUTE_MS });

  describe(`the queue on ${name}`, () => {
    let queue: QueueUnderTest;
    let driver: QueueDriver;
    const drivers: QueueDriver[] = [];

    async function open(): Promise<{ driver: QueueDriver; crash: () => void }> {
      const opened = await queue.open(jobs);
      drivers.push(opened.driver);
      return opened;
    }

    beforeAll(async () => {
      Logger.overrideLogger(false);
      queue = await makeQueue();
      ({ driver } = await open());
    });

    afterAll(async () => {
      for (const opened of drivers) await opened.stopConsuming();
      for (const opened of drivers) await opened.stop();
      await queue.close();
    });

    test('runs what is put, once, with its payload', async () => {
      const runs = take(driver, plain);
      await driver.send(plain, [message('one'), message('two')]);
      await eventually(() => runs.length === 2);
      expect(runs.map(({ text }) => text).sort()).toEqual(['one', 'two']);
    });

    test('runs what another process puts', async () => {
      const other = await open();
      const runs = take(driver, fromElsewhere);
      await other.driver.send(fromElsewhere, [message('from elsewhere')]);
      await eventually(() => runs.length === 1);
      expect(runs[0]!.text).toBe('from elsewhere');
    });

    test('runs what is delayed when its time has come', async () => {
      const runs = take(driver, delayed);
      const putMs = performance.now();
      await driver.send(delayed, [{ ...message('late'), delayMs: 400 }]);
      await eventually(() => runs.length === 1);
      expect(runs[0]!.atMs - putMs).toBeGreaterThanOrEqual(400);
    });

    test('runs again what failed in a way that may pass, after the backoff', async () => {
      const runs = take(driver, retried, async (_payload, { attempt }) => {
        if (attempt === 1) throw new AppError('test.away', 'unavailable', 'Away.');
      });
      await driver.send(retried, [message('flaky')]);
      await eventually(() => runs.length === 2);
      expect(runs.map(({ attempt }) => attempt)).toEqual([1, 2]);
      expect(runs[1]!.atMs - runs[0]!.atMs).toBeGreaterThanOrEqual(75);
    });

    test('runs no more often than the job has attempts', async () => {
      const failures: string[] = [];
      const runs = take(driver, exhausted, () => Promise.reject(new Error('broken')), failures);
      await driver.send(exhausted, [message('broken')]);
      await eventually(() => failures.length === 1);
      await driver.idle();
      expect(runs.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
    });

    test('does not run again what failed for its input', async () => {
      const failures: string[] = [];
      const runs = take(
        driver,
        refused,
        () => Promise.reject(new AppError('test.wrong', 'invalid_input', 'Wrong.')),
        failures,
      );
      await driver.send(refused, [message('wrong')]);
      await eventually(() => failures.length === 1);
      await driver.idle();
      expect(runs).toHaveLength(1);
    });

    test('does not run what the schema of the job refuses, and goes on with the next', async () => {
      const runs = take(driver, malformed);
      await driver.send(malformed, [{ ...message(''), payload: { text: 7 } }]);
      await driver.send(malformed, [message('fine')]);
      await eventually(() => runs.length === 1);
      expect(runs[0]!.text).toBe('fine');
    });

    test('runs jobs of one key that wait together once, and another one later', async () => {
      const keyed = (key: string) => ({ ...message(key), dedupeKey: key });
      await driver.send(deduped, [keyed('a'), keyed('b')]);
      await driver.send(deduped, [keyed('a')]);
      const runs = take(driver, deduped);
      await eventually(() => runs.length === 2);
      await driver.idle();
      expect(runs.map(({ text }) => text).sort()).toEqual(['a', 'b']);
      await driver.send(deduped, [keyed('a')]);
      await eventually(() => runs.length === 3);
    });

    test('runs a job of one key that was put while another ran', async () => {
      const gate = Promise.withResolvers<void>();
      const runs = take(driver, dedupedWhileRunning, () => gate.promise);
      const keyed = { ...message('a'), dedupeKey: 'a' };
      await driver.send(dedupedWhileRunning, [keyed]);
      await eventually(() => runs.length === 1);
      await driver.send(dedupedWhileRunning, [keyed]);
      gate.resolve();
      await eventually(() => runs.length === 2);
    });

    test('works off a burst, each job once, and no more at a time than allowed', async () => {
      let now = 0;
      let most = 0;
      const runs = take(driver, burst, async () => {
        most = Math.max(most, ++now);
        await new Promise((resolve) => setImmediate(resolve));
        now -= 1;
      });
      const texts = Array.from({ length: 200 }, (_, index) => String(index));
      await driver.send(burst, texts.map(message));
      await eventually(() => runs.length >= 200);
      await driver.idle();
      expect(new Set(runs.map(({ text }) => text))).toEqual(new Set(texts));
      expect(runs).toHaveLength(200);
      expect(most).toBeLessThanOrEqual(10);
    });

    test('lets what runs come to its end when it stops', async () => {
      const { driver: stopping } = await open();
      const gate = Promise.withResolvers<void>();
      const runs = take(stopping, drained, () => gate.promise);
      await stopping.send(drained, [message('slow')]);
      await eventually(() => runs.length === 1);
      await stopping.stopConsuming();
      gate.resolve();
      await stopping.idle();
      await stopping.stop();
      const later = take(driver, drained);
      await driver.send(drained, [message('next')]);
      await eventually(() => later.length > 0);
      expect(later.map(({ text }) => text)).toEqual(['next']);
    });

    test('runs elsewhere, and does not count, what was cut off by an orderly stop', async () => {
      const { driver: stopping } = await open();
      const stop = new AbortController();
      const cut = take(stopping, interrupted, () => new Promise(() => undefined), [], stop.signal);
      await stopping.send(interrupted, [message('cut')]);
      await eventually(() => cut.length === 1);
      await stopping.stopConsuming();
      stop.abort(new Error('The process stops.'));
      await stopping.idle();
      const runs = take(driver, interrupted);
      await eventually(() => runs.length === 1);
      expect(runs[0]).toMatchObject({ text: 'cut', attempt: 1 });
    });

    test('runs elsewhere what a killed worker had taken', async () => {
      const { driver: dying, crash } = await open();
      const lost = take(dying, orphaned, () => new Promise(() => undefined));
      await dying.send(orphaned, [message('orphan')]);
      await eventually(() => lost.length === 1);
      crash();
      const runs = take(driver, orphaned);
      await eventually(() => runs.length === 1);
      expect(runs[0]!.text).toBe('orphan');
    });

    test('takes nothing after it was stopped', async () => {
      const { driver: first } = await open();
      const ofFirst = take(first, stopped);
      await first.stopConsuming();
      await first.send(stopped, [message('left')]);
      const ofSecond = take(driver, stopped);
      await eventually(() => ofSecond.length === 1);
      expect(ofFirst).toEqual([]);
    });

    test('tells how many messages of each job wait, are delayed and run', async () => {
      const depth = async () => (await driver.depths()).get(counted.name);
      await driver.send(counted, [
        message('a'),
        message('b'),
        message('c'),
        { ...message('late'), delayMs: MINUTE_MS },
      ]);
      await eventually(async () => (await depth())?.waiting === 3);
      const dueAt = (await driver.oldestWaiting()).get(counted.name);
      expect(Math.abs(Date.now() - dueAt!)).toBeLessThan(MINUTE_MS);
      expect((await driver.oldestWaiting()).has(plain.name)).toBe(false);
      const gate = Promise.withResolvers<void>();
      const runs = take(driver, counted, () => gate.promise);
      await eventually(async () => (await depth())?.running === 1);
      expect(await depth()).toEqual({ waiting: 2, delayed: 1, running: 1 });
      gate.resolve();
      await eventually(() => runs.length === 3);
      await eventually(async () => (await depth())?.waiting === 0 && (await depth())?.running === 0);
      expect((await driver.depths()).get(plain.name)).toEqual({ waiting: 0, delayed: 0, running: 0 });
    });

    test('runs a scheduled job once per period, however many processes put it', async () => {
      const clock = new ManualClock();
      const { driver: other } = await open();
      const schedule = async () => {
        const schedulers = [driver, other].map((each) => new JobScheduler(each, clock));
        await Promise.all(schedulers.map((scheduler) => scheduler.start([scheduled])));
        for (const scheduler of schedulers) scheduler.stop();
      };
      const runs = take(driver, scheduled);
      await schedule();
      await eventually(() => runs.length === 1);
      await schedule();
      clock.advance(MINUTE_MS);
      await schedule();
      await eventually(() => runs.length === 2);
      await driver.idle();
      expect(runs).toHaveLength(2);
    });
  });
}

function message(text: string): Message {
  return { payload: { text }, delayMs: 0, origin: {} };
}

interface RecordedRun {
  text: string;
  attempt: number;
  atMs: number;
}

/** Takes messages of `job` by `driver`, does `work` with each, and returns the growing list of runs. */
function take(
  driver: QueueDriver,
  job: AnyJob,
  work: (payload: Payload, run: JobRun) => Promise<void> = async () => undefined,
  failures: string[] = [],
  stopping: AbortSignal = NEVER,
): RecordedRun[] {
  const runs: RecordedRun[] = [];
  const runner = new JobRunner(
    job,
    {
      run: (payload, run) => {
        const { text } = payload as Payload;
        runs.push({ text, attempt: run.attempt, atMs: performance.now() });
        return work(payload as Payload, run);
      },
      failed: async (_payload, error) => void failures.push(String(error)),
    },
    stopping,
  );
  driver.consume(job, job.concurrency ?? 10, (delivery) => runner.run(delivery));
  return runs;
}
