import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '#kernel';
import { IdempotentRequestQueries } from './idempotent-requests.queries';
import type { Execution } from './idempotent-requests.types';
import { KEEP_EVERY_MS, LEASE_MS } from './request-times';

/** Says of the requests that this process executes that it still does: one statement for all. */
@Injectable()
export class HeldExecutions implements OnApplicationShutdown {
  private readonly logger = new Logger(HeldExecutions.name);
  private readonly held = new Map<string, Execution>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly queries: IdempotentRequestQueries,
    private readonly clock: Clock,
  ) {}

  add(execution: Execution): void {
    this.held.set(execution.claimId, execution);
    this.timer ??= setInterval(() => void this.keep(), KEEP_EVERY_MS).unref();
  }

  remove({ claimId }: Execution): void {
    this.held.delete(claimId);
    if (this.held.size === 0) this.stop();
  }

  /** Never rejects: what another process has taken meanwhile is settled by that one. */
  async keep(): Promise<void> {
    try {
      await this.queries.keep([...this.held.values()], new Date(this.clock.nowMs() + LEASE_MS));
    } catch (error) {
      this.logger.warn({ message: 'Requests with an Idempotency-Key could not be kept; again soon.', err: error });
    }
  }

  onApplicationShutdown(): void {
    this.stop();
  }

  private stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }
}
