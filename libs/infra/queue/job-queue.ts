import type { JobDefinition } from './job';

export interface EnqueueOptions {
  /** The job waits at least so long. */
  delayMs?: number;
}

/** Where jobs are put. Also the injection token. */
export abstract class JobQueue {
  /**
   * Puts a job. Inside a transaction it is put after the commit. It may be lost when the process dies at that moment:
   * whatever must happen is a row with a state, and a sweep puts it again.
   *
   * @throws Error when the payload does not fit its schema; `queue.unavailable` when the job cannot be stored.
   */
  abstract enqueue<Payload>(job: JobDefinition<Payload>, payload: Payload, options?: EnqueueOptions): Promise<void>;

  /** Puts many jobs of one kind in one statement. */
  abstract enqueueAll<Payload>(
    job: JobDefinition<Payload>,
    payloads: readonly Payload[],
    options?: EnqueueOptions,
  ): Promise<void>;
}
