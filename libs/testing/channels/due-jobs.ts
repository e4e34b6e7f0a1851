import { type EnqueueOptions, type JobDefinition, JobQueue } from '#infra/queue';
import type { Clock } from '#kernel';

interface DueJob {
  name: string;
  payload: Record<string, string>;
  dueAtMs: number;
}

/** A queue that tests empty by hand, and may lose jobs from. */
export class DueJobs extends JobQueue {
  /** Nothing can be put. */
  isAway = false;
  private waiting: DueJob[] = [];

  constructor(private readonly clock: Clock) {
    super();
  }

  get names(): string[] {
    return this.waiting.map(({ name }) => name);
  }

  async enqueue<Payload>({ name }: JobDefinition<Payload>, payload: Payload, { delayMs = 0 }: EnqueueOptions = {}) {
    if (this.isAway) throw new Error('The queue is away.');
    const dueAtMs = this.clock.nowMs() + delayMs;
    this.waiting.push({ name, payload: payload as Record<string, string>, dueAtMs });
  }

  async enqueueAll<Payload>(job: JobDefinition<Payload>, payloads: readonly Payload[], options?: EnqueueOptions) {
    for (const payload of payloads) await this.enqueue(job, payload, options);
  }

  lose(): void {
    this.waiting = [];
    this.isAway = false;
  }

  /** The jobs that are due now; they are not put again. */
  take(): DueJob[] {
    const nowMs = this.clock.nowMs();
    const due = this.waiting.filter(({ dueAtMs }) => dueAtMs <= nowMs);
    this.waiting = this.waiting.filter(({ dueAtMs }) => dueAtMs > nowMs);
    return due;
  }
}
