/**
 * Carries out verdicts in pg-boss. Messages that are done while a statement is under way share the next one, so that a
 * burst of short jobs costs few statements.
 */
import type { PgBoss } from 'pg-boss';
import { SECOND_MS } from '#kernel';
import type { Verdict } from '../queue-driver';
import type { StoredMessage, TakenJob } from './stored-message';

/** A verdict that cannot be stored is lost after these tries, and the message is run again when its claim has lapsed. */
const TRIES = 4;
const WAIT_BETWEEN_TRIES_MS = SECOND_MS;

interface Batch {
  jobs: TakenJob[];
  stored: Promise<void>;
}

export class Verdicts {
  private gathering: Batch | undefined;
  private storing: Promise<void> = Promise.resolve();

  constructor(
    private readonly boss: PgBoss,
    private readonly queue: string,
  ) {}

  async carryOut(job: TakenJob, verdict: Verdict): Promise<void> {
    switch (verdict.kind) {
      case 'done':
        return this.complete(job);
      case 'again':
        return persistently(() => this.postpone(job, verdict.delayMs, verdict.reason, job.data.failures + 1));
      case 'interrupted':
        return persistently(() => this.postpone(job, 0, 'interrupted', job.data.failures));
      // pg-boss can fail only what may run again.
      case 'given-up':
        return persistently(() => this.boss.complete(this.queue, job, { givenUp: verdict.reason }));
    }
  }

  private complete(job: TakenJob): Promise<void> {
    this.gathering ??= this.gather();
    this.gathering.jobs.push(job);
    return this.gathering.stored;
  }

  /** Waits for the statement under way, and for the jobs that end in the same turn of the event loop. */
  private gather(): Batch {
    const jobs: TakenJob[] = [];
    const before = this.storing;
    const stored = (async () => {
      await before.catch(() => undefined);
      await new Promise((resolve) => setImmediate(resolve));
      this.gathering = undefined;
      await persistently(() => this.boss.complete(this.queue, jobs));
    })();
    this.storing = stored;
    return { jobs, stored };
  }

  /**
   * pg-boss knows waits of whole seconds only, and no data of the run. So the job first fails, with the wait of at least
   * a second that it was sent with, and is then given its exact time. A crash in between costs the count of one failure.
   */
  private async postpone(job: TakenJob, delayMs: number, reason: string, failures: number): Promise<void> {
    await this.boss.fail(this.queue, job, { reason });
    const data: StoredMessage = { ...job.data, failures };
    const { updated } = await this.boss.update(this.queue, data, { id: job.id, startAfter: delayMs / SECOND_MS });
    if (updated === 1) return;
    throw new Error(`The job ${job.id} of ${this.queue} was cut off too often, or another worker has got it.`);
  }
}

async function persistently(store: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await store();
      return;
    } catch (error) {
      if (tries === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, WAIT_BETWEEN_TRIES_MS));
    }
  }
}
