/**
 * Takes the messages of one queue and runs them. pg-boss has workers of its own; they run a batch at a time, so that one
 * long job holds up all that came with it, and know neither our waits nor our in-process wake-up. So only its statements
 * are used here: fetch, touch and, in Verdicts, complete, fail and update.
 */
import type { PgBoss } from 'pg-boss';
import { HOUR_MS, SECOND_MS } from '#kernel';
import type { Run } from '../queue-driver';
import type { StoredMessage, TakenJob } from './stored-message';
import { Verdicts } from './verdicts';

/** What falls due later is found by the poll; a timer for each would be kept for nothing if the process ends before. */
const LONGEST_TIMER_MS = HOUR_MS;
/** A timer may be early by a millisecond, and would then look in vain. */
const TIMER_MARGIN_MS = 5;

export interface ConsumerOptions {
  queue: string;
  /** Messages run at the same time at most. */
  concurrency: number;
  run: Run;
  /** How often the queue is looked at when nothing wakes the consumer. */
  pollMs: number;
  heartbeatSeconds: number;
  /** Told what went wrong with the queue itself. */
  onTrouble: (error: unknown) => void;
}

export class QueueConsumer {
  private readonly running = new Map<string, { job: TakenJob; claim: AbortController; ended: Promise<void> }>();
  private readonly verdicts: Verdicts;
  private heartbeat: NodeJS.Timeout | undefined;
  private readonly loop: Promise<void>;
  private rouse: (() => void) | undefined;
  private isWoken = false;
  private isStopped = false;
  private wasFull = false;

  constructor(
    private readonly boss: PgBoss,
    private readonly options: ConsumerOptions,
  ) {
    this.verdicts = new Verdicts(boss, options.queue);
    this.loop = this.takeUntilStopped();
  }

  /** Looks at the queue at once, or as soon as it has looked. */
  wake(): void {
    this.isWoken = true;
    this.rouse?.();
  }

  /** Looks again after `delayMs`, when a message falls due that this process has put. */
  wakeIn(delayMs: number): void {
    if (delayMs < LONGEST_TIMER_MS) setTimeout(() => this.wake(), delayMs + TIMER_MARGIN_MS).unref();
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    this.wake();
    await this.loop;
  }

  async idle(): Promise<void> {
    await Promise.all([...this.running.values()].map(({ ended }) => ended));
  }

  private async takeUntilStopped(): Promise<void> {
    while (!this.isStopped) {
      this.isWoken = false;
      await this.take(this.options.concurrency - this.running.size);
      await this.sleep();
    }
  }

  private async take(free: number): Promise<void> {
    if (free <= 0) return;
    try {
      const jobs = await this.boss.fetch<StoredMessage>(this.options.queue, { batchSize: free });
      this.wasFull = jobs.length === free;
      for (const job of jobs) this.begin(job);
    } catch (error) {
      this.options.onTrouble(error);
    }
  }

  private begin(job: TakenJob): void {
    const claim = new AbortController();
    const ended = this.runToEnd(job, claim.signal)
      .catch(this.options.onTrouble)
      .finally(() => this.forget(job));
    this.running.set(job.id, { job, claim, ended });
    // Two beats may get lost before the claim lapses.
    this.heartbeat ??= setInterval(() => void this.touch(), (this.options.heartbeatSeconds * SECOND_MS) / 3);
  }

  private forget(job: TakenJob): void {
    this.running.delete(job.id);
    if (this.wasFull) this.wake();
    if (this.running.size > 0) return;
    clearInterval(this.heartbeat);
    this.heartbeat = undefined;
  }

  private async runToEnd(job: TakenJob, claimLost: AbortSignal): Promise<void> {
    const { payload, origin, failures } = job.data;
    const verdict = this.isStopped
      ? ({ kind: 'interrupted' } as const)
      : await this.options.run({ id: job.id, payload, origin, attempt: failures + 1, claimLost });
    if (claimLost.aborted) return;
    await this.verdicts.carryOut(job, verdict);
    if (verdict.kind === 'again') this.wakeIn(verdict.delayMs);
  }

  /** Tells that the running messages are alive, and learns which of them another worker has got. */
  private async touch(): Promise<void> {
    const held = [...this.running.values()];
    try {
      const jobs = held.map(({ job }) => job);
      // pg-boss answers with the ids that it found alive, though its types do not say so.
      const { settled } = (await this.boss.touch(this.options.queue, jobs)) as { settled?: string[] };
      if (settled === undefined) return;
      for (const { job, claim } of held) {
        if (!settled.includes(job.id)) claim.abort(new Error('The claim on the job has lapsed.'));
      }
    } catch (error) {
      this.options.onTrouble(error);
    }
  }

  private sleep(): Promise<void> {
    if (this.isWoken) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.options.pollMs);
      this.rouse = () => {
        this.rouse = undefined;
        clearTimeout(timer);
        // Wakes of one moment, e.g. of messages done by one statement, lead to one look.
        setImmediate(resolve);
      };
    });
  }
}
