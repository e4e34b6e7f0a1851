import { Logger } from '@nestjs/common';
import { v5 } from 'uuid';
import { type Clock, HOUR_MS, SECOND_MS } from '#kernel';
import type { AnyJob } from './job';
import type { QueueDriver } from './queue-driver';

/** Makes the ids of scheduled messages: one per job and period, the same in every process (RFC 9562 §5.5). */
const NAMESPACE = '5d0c8c9e-3b1e-4a86-9a56-0d6a2c7c5f31';
/** Longer waits are cut, because a timer takes at most 24.8 days and the clock may be set. */
const LONGEST_WAIT_MS = HOUR_MS;
const RETRY_MS = 15 * SECOND_MS;

/** Puts scheduled jobs, once per period over all processes: each sends a message, and of one id the queue keeps one. */
export class JobScheduler {
  private readonly logger = new Logger(JobScheduler.name);
  private readonly timers = new Map<AnyJob, NodeJS.Timeout>();
  private readonly sentPeriods = new Map<AnyJob, number>();
  /** The latest of each job. */
  private readonly lastPeriods = new Map<AnyJob, number>();
  private jobs: readonly AnyJob[] = [];
  private isStopped = false;

  constructor(
    private readonly driver: QueueDriver,
    private readonly clock: Clock,
  ) {
    driver.onReturn(() => this.beginAgain());
  }

  /** Begins with the present period, so that what was due while nothing ran is made up for. */
  async start(jobs: readonly AnyJob[]): Promise<void> {
    this.jobs = jobs.filter((job) => job.everyMs !== undefined);
    await this.tickAll();
  }

  stop(): void {
    this.isStopped = true;
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
  }

  /** The queue may have lost the present period; if it has not, it drops what it has seen. */
  private beginAgain(): void {
    if (this.isStopped) return;
    this.sentPeriods.clear();
    void this.tickAll();
  }

  private async tickAll(): Promise<void> {
    await Promise.all(this.jobs.map((job) => this.tick(job, job.everyMs!)));
  }

  private async tick(job: AnyJob, everyMs: number): Promise<void> {
    clearTimeout(this.timers.get(job));
    const waitMs = await this.sendPresent(job, everyMs);
    if (this.isStopped) return;
    clearTimeout(this.timers.get(job));
    const timer = setTimeout(() => void this.tick(job, everyMs), Math.min(waitMs, LONGEST_WAIT_MS));
    this.timers.set(job, timer);
  }

  /** Returns the time until it is to be called again. */
  private async sendPresent(job: AnyJob, everyMs: number): Promise<number> {
    const nowMs = this.clock.nowMs();
    const period = Math.floor(nowMs / everyMs);
    if (this.sentPeriods.get(job) !== period) {
      try {
        await this.driver.send(job, [{ id: this.idOf(job, period), payload: {}, delayMs: 0, origin: {} }]);
        this.sentPeriods.set(job, period);
      } catch (error) {
        this.logger.warn({ message: 'A scheduled job could not be put.', job: job.name, err: error });
        return Math.min(RETRY_MS, everyMs);
      }
    }
    return (period + 1) * everyMs - nowMs;
  }

  /**
   * When the clock is set back, periods come again whose messages the queue still knows: they get others, which are the same in
   * every process that has come as far as this one before.
   */
  private idOf(job: AnyJob, period: number): string {
    const last = Math.max(period, this.lastPeriods.get(job) ?? period);
    this.lastPeriods.set(job, last);
    const name = `${job.name}@${period * job.everyMs!}`;
    return v5(last === period ? name : `${name} again after ${last * job.everyMs!}`, NAMESPACE);
  }
}
