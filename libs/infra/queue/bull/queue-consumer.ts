/**
 * Takes the messages of one queue and runs them, by the steps of which Bull's own worker is made. That worker pops a
 * message and locks it in two steps, tells nobody when a lock is lost, and cannot stop taking while something runs.
 */
import type { Redis } from 'ioredis';
import type { Run } from '../queue-driver';
import type { BullQueue, TakenJob } from './bull-queue';
import { storeVerdict } from './stored-verdict';

export interface ConsumerOptions {
  /** Messages run at the same time at most. */
  concurrency: number;
  run: Run;
  /** A message whose lock was not renewed for so long is another worker's. */
  lockMs: number;
  /** How often messages of dead workers are looked for. */
  stalledCheckMs: number;
  /** How often the queue is looked at when nothing wakes the consumer. */
  pollMs: number;
  /** Told what went wrong with the queue itself. */
  onTrouble: (error: unknown) => void;
  /** Wakes the consumers of the queue in all processes. */
  wakeAll: () => void;
}

/** Deletes a key if it has the value. */
const DELETE_IF = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0`;

interface Held {
  job: TakenJob;
  claim: AbortController;
  ended: Promise<void>;
}

export class QueueConsumer {
  private readonly running = new Map<string, Held>();
  private readonly stalledCheck: NodeJS.Timeout;
  private renewal: NodeJS.Timeout | undefined;
  private readonly loop: Promise<void>;
  private rouse: (() => void) | undefined;
  private isWoken = false;
  private isStopped = false;

  constructor(
    private readonly queue: BullQueue,
    private readonly options: ConsumerOptions,
  ) {
    this.stalledCheck = setInterval(() => void this.recover(), options.stalledCheckMs);
    void this.recover();
    this.lookAgain();
    this.loop = this.takeUntilStopped();
  }

  /** Looks at the queue at once, or as soon as it has looked. */
  wake(): void {
    this.isWoken = true;
    this.rouse?.();
  }

  /** Looks for what is due, and when the next message will be, as if nothing were known of the queue. */
  lookAgain(): void {
    this.wake();
    if (this.isStopped) return;
    this.queue.delayedTimestamp = Number.MAX_VALUE;
    void this.queue.updateDelayTimer();
  }

  /** A message falls due at `atMs`. */
  delayed(atMs: number): void {
    if (this.isStopped || atMs >= this.queue.delayedTimestamp) return;
    this.queue.delayedTimestamp = atMs;
    void this.queue.updateDelayTimer();
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    clearInterval(this.stalledCheck);
    this.wake();
    await this.loop;
  }

  async idle(): Promise<void> {
    while (this.running.size > 0) await Promise.all([...this.running.values()].map(({ ended }) => ended));
  }

  /** Lets go of what runs still; its locks lapse. */
  abandon(): void {
    clearInterval(this.renewal);
  }

  private async takeUntilStopped(): Promise<void> {
    while (!this.isStopped) {
      this.isWoken = false;
      await this.fill();
      await this.sleep();
    }
  }

  private async fill(): Promise<void> {
    try {
      while (!this.isStopped && this.running.size < this.options.concurrency) {
        const job = await this.queue.moveToActive();
        if (!job) return;
        this.begin(job);
      }
    } catch (error) {
      this.options.onTrouble(error);
    }
  }

  private begin(job: TakenJob): void {
    const claim = new AbortController();
    const ended = this.runToEnd(job, claim.signal)
      .catch((error: unknown) => this.options.onTrouble(error))
      .then((next) => this.forget(job, next ?? undefined));
    this.running.set(String(job.id), { job, claim, ended });
    // Two renewals may fail before the lock lapses.
    this.renewal ??= setInterval(() => void this.renew(), this.options.lockMs / 3);
  }

  private forget(job: TakenJob, next: TakenJob | undefined): void {
    this.running.delete(String(job.id));
    if (next) this.begin(next);
    else this.wake();
    if (this.running.size > 0) return;
    clearInterval(this.renewal);
    this.renewal = undefined;
  }

  /** Gives the next message, if one was taken with the end of this one. */
  private async runToEnd(job: TakenJob, claimLost: AbortSignal): Promise<TakenJob | undefined> {
    const verdict = await this.verdictOn(job, claimLost);
    if (claimLost.aborted) return undefined;
    const next = await storeVerdict(this.queue, job, verdict, () => !this.isStopped);
    // Bull tells nobody of what waits again at once.
    if (verdict.kind === 'interrupted') this.options.wakeAll();
    return next;
  }

  private async verdictOn(job: TakenJob, claimLost: AbortSignal) {
    if (this.isStopped || !(await this.announced(job))) return { kind: 'interrupted' } as const;
    const { payload, origin } = job.data;
    return this.options.run({ id: String(job.id), payload, origin, attempt: job.attemptsMade + 1, claimLost });
  }

  /** From here on messages of the same key are put again. It must have happened before the run reads its rows. */
  private async announced({ id, opts, attemptsMade }: TakenJob): Promise<boolean> {
    const key = opts.debounce?.id;
    if (key === undefined || attemptsMade > 0) return true;
    try {
      const { client } = this.queue as unknown as { client: Redis };
      await client.eval(DELETE_IF, 1, `${this.queue.toKey('de')}:${key}`, String(id));
      return true;
    } catch (error) {
      this.options.onTrouble(error);
      return false;
    }
  }

  /** Makes the locks of the running messages last, and learns which of them another worker has got. */
  private async renew(): Promise<void> {
    await Promise.all(
      [...this.running.values()].map(async ({ job, claim }) => {
        try {
          if (await this.holds(job)) return;
          claim.abort(new Error('The claim on the job has lapsed.'));
        } catch (error) {
          this.options.onTrouble(error);
        }
      }),
    );
  }

  /** A lock that is nobody's, because Redis was away or came back empty, is taken again. */
  private async holds(job: TakenJob): Promise<boolean> {
    return Boolean((await job.extendLock(this.options.lockMs)) || (await job.takeLock()));
  }

  private async recover(): Promise<void> {
    await this.queue.moveUnlockedJobsToWait();
    this.wake();
  }

  private sleep(): Promise<void> {
    if (this.isWoken) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.options.pollMs);
      this.rouse = () => {
        this.rouse = undefined;
        clearTimeout(timer);
        // Wakes of one moment lead to one look.
        setImmediate(resolve);
      };
    });
  }
}
