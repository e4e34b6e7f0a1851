import { Logger } from '@nestjs/common';
import { errorFields } from '#infra/logging';
import { AppError, following } from '#kernel';
import type { AnyJob } from './job';
import type { JobHandler } from './job-handler';
import { observeRun } from './job-observation';
import { queueErrors } from './queue.errors';
import type { Delivery, Verdict } from './queue-driver';
import { backoffMs, mayPass } from './retry-policy';

/** Runs messages of one job by its handler and says what becomes of each: the rules that hold whatever the driver. */
export class JobRunner {
  private readonly logger = new Logger(JobRunner.name);

  constructor(
    private readonly job: AnyJob,
    private readonly handler: JobHandler<unknown>,
    /** Aborted when the process stops and the time for running jobs is over. */
    private readonly stopping: AbortSignal,
  ) {}

  /** Never rejects. */
  run(delivery: Delivery): Promise<Verdict> {
    return observeRun(this.job, delivery, async () => {
      const startedMs = performance.now();
      const verdict = await this.verdict(delivery);
      const durationMs = Math.round(performance.now() - startedMs);
      this.logger.debug({ message: 'Job ran.', attempt: delivery.attempt, verdict: verdict.kind, durationMs });
      return verdict;
    });
  }

  private async verdict(delivery: Delivery): Promise<Verdict> {
    const payload = this.job.payload.safeParse(delivery.payload);
    if (!payload.success) return this.giveUp(delivery, queueErrors.payload_refused({ cause: payload.error }));
    try {
      await this.call(payload.data, delivery);
      return { kind: 'done' };
    } catch (error) {
      // A lost claim belongs to another worker; its message is no longer ours to judge.
      if (this.stopping.aborted || delivery.claimLost.aborted) return { kind: 'interrupted' };
      return this.judge(error, payload.data, delivery);
    }
  }

  /** Ends with the handler or with its signal, whichever comes first: a handler that hangs must not hold its place. */
  private async call(payload: unknown, { attempt, claimLost }: Delivery): Promise<void> {
    const { signal, abort, end } = following(this.stopping, claimLost);
    let overtime: AppError | undefined;
    const timer = setTimeout(() => {
      overtime = queueErrors.run_timed_out();
      abort(overtime);
    }, this.job.timeoutMs);
    const ended = new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
    try {
      signal.throwIfAborted();
      await Promise.race([this.handler.run(payload, { attempt, signal }), ended]);
    } catch (error) {
      throw overtime && signal.reason === overtime ? overtime : error;
    } finally {
      clearTimeout(timer);
      end();
    }
  }

  private async judge(error: unknown, payload: unknown, delivery: Delivery): Promise<Verdict> {
    const { attempt } = delivery;
    if (mayPass(error) && attempt < this.job.attempts) {
      const delayMs = backoffMs(this.job, attempt, error);
      this.logger.warn({ message: 'Job failed; it runs again.', attempt, delayMs, err: error });
      return { kind: 'again', delayMs, reason: reasonOf(error) };
    }
    await this.tellFailed(payload, error);
    return this.giveUp(delivery, error);
  }

  private giveUp({ attempt }: Delivery, error: unknown): Verdict {
    this.logger.error({ message: 'Job given up.', attempt, err: error });
    return { kind: 'given-up', reason: reasonOf(error) };
  }

  private async tellFailed(payload: unknown, failure: unknown): Promise<void> {
    try {
      await this.handler.failed?.(payload, failure);
    } catch (error) {
      this.logger.error({
        message: 'The failure of a job could not be noted.',
        err: error,
        failure: errorFields(failure),
      });
    }
  }
}

/** Stored with the message, for whoever looks into the queue. */
function reasonOf(error: unknown): string {
  return error instanceof AppError ? error.code : String(error);
}
