import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { ShutdownGrace } from '#infra/config';
import { Clock, SECOND_MS } from '#kernel';
import { concurrencyOf } from './job';
import { JobHandlers } from './job-handlers';
import { JobRunner } from './job-runner';
import { JobScheduler } from './job-scheduler';
import { QueueDriver } from './queue-driver';

/** How long a stopping worker waits for jobs that it has aborted, after the time in which they might have ended. */
const ABORT_MS = 2 * SECOND_MS;

/** Runs every declared job in this process, from the start of the app until it is asked to stop. */
@Injectable()
export class JobWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(JobWorker.name);
  private readonly stopping = new AbortController();
  private readonly scheduler: JobScheduler;

  constructor(
    private readonly handlers: JobHandlers,
    private readonly driver: QueueDriver,
    clock: Clock,
    private readonly grace: ShutdownGrace,
  ) {
    this.scheduler = new JobScheduler(driver, clock);
  }

  /** @throws Error when a declared job has no handler or two; the app then does not start. */
  async onApplicationBootstrap(): Promise<void> {
    const handled = this.handlers.all();
    for (const { job, handler } of handled) {
      const runner = new JobRunner(job, handler, this.stopping.signal);
      this.driver.consume(job, concurrencyOf(job), (delivery) => runner.run(delivery));
    }
    await this.scheduler.start(handled.map(({ job }) => job));
    this.logger.log({ message: 'The worker runs.', jobs: handled.length });
  }

  async onModuleDestroy(): Promise<void> {
    this.grace.begin();
    this.scheduler.stop();
    await this.driver.stopConsuming();
    if (await endsWithin(this.driver.idle(), this.grace.remainingMs())) return;
    this.logger.warn('Jobs still run after the time for them; they are cut off and will run again.');
    this.stopping.abort(new Error('The process stops.'));
    await endsWithin(this.driver.idle(), ABORT_MS);
  }
}

async function endsWithin(work: Promise<unknown>, limitMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), limitMs);
  });
  const ended = await Promise.race([work.then(() => true), limit]);
  clearTimeout(timer);
  return ended;
}
