import { Injectable, Logger } from '@nestjs/common';
import { Database } from '#infra/database';
import { LogContext } from '#infra/logging';
import { currentTraceparent } from '#infra/tracing';
import type { AnyJob, JobDefinition } from './job';
import { type EnqueueOptions, JobQueue } from './job-queue';
import { queueErrors } from './queue.errors';
import { type Message, type Origin, QueueDriver } from './queue-driver';

/** The JobQueue of the product: checks payloads, waits for the commit, and leaves the rest to the driver. */
@Injectable()
export class TransactionalJobQueue extends JobQueue {
  private readonly logger = new Logger(TransactionalJobQueue.name);

  constructor(
    private readonly driver: QueueDriver,
    private readonly database: Database,
  ) {
    super();
  }

  enqueue<Payload>(job: JobDefinition<Payload>, payload: Payload, options?: EnqueueOptions): Promise<void> {
    return this.enqueueAll(job, [payload], options);
  }

  async enqueueAll<Payload>(
    job: JobDefinition<Payload>,
    payloads: readonly Payload[],
    { delayMs = 0 }: EnqueueOptions = {},
  ): Promise<void> {
    if (payloads.length === 0) return;
    const origin = openOrigin();
    const messages = payloads.map((payload): Message => {
      const parsed = job.payload.parse(payload);
      return { payload: parsed, delayMs, origin, dedupeKey: job.dedupeKey?.(parsed) };
    });
    await this.sendAfterCommit(job, messages);
  }

  /** Waits for the sending only when no transaction is open: in one it has not begun when this returns. */
  private async sendAfterCommit(job: AnyJob, messages: readonly Message[]): Promise<void> {
    let sendingNow: Promise<void> | undefined;
    let isDeferred = false;
    this.database.afterCommit(() => {
      const sending = this.driver.send(job, messages);
      if (isDeferred) sending.catch((error: unknown) => this.tellLost(job, error));
      else sendingNow = sending;
    });
    isDeferred = true;
    await sendingNow?.catch((cause: unknown) => {
      throw queueErrors.unavailable({ cause });
    });
  }

  /** The caller has its answer by now; the rows are stored, and the sweep of their domain puts the job again. */
  private tellLost(job: AnyJob, error: unknown): void {
    this.logger.warn({ message: 'A job could not be put after the commit.', job: job.name, err: error });
  }
}

function openOrigin(): Origin {
  const { requestId, traceId } = LogContext.fields();
  return { requestId, traceId, traceparent: currentTraceparent() };
}
