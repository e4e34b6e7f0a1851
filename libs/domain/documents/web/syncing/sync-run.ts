import { Logger } from '@nestjs/common';
import { after, type Clock, newId } from '#kernel';
import { HEARTBEAT_MS, RUN_LEASE_MS } from '../../ingestion/lease';
import type { SyncPlace, SyncQueries } from './sync.queries';

/** The sync was cancelled or went with its source, or another run has it: there is nothing left to do. */
export class SyncTakenAwayError extends Error {}

/** One run of one sync. It beats as long as it lives, and stops when the sync is no longer its own. */
export class SyncRun {
  readonly id = newId();
  readonly signal: AbortSignal;
  private readonly logger = new Logger(SyncRun.name);
  private readonly takenAway = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private isBeating = false;

  constructor(
    readonly sourceId: string,
    private readonly queries: SyncQueries,
    private readonly clock: Clock,
    stopping: AbortSignal,
  ) {
    this.signal = AbortSignal.any([stopping, this.takenAway.signal]);
  }

  get place(): SyncPlace {
    const now = this.clock.now();
    return { sourceId: this.sourceId, runId: this.id, now, leaseUntil: after(now, RUN_LEASE_MS) };
  }

  start(): void {
    this.timer = setInterval(() => void this.beat(), HEARTBEAT_MS).unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** @throws SyncTakenAwayError when a write has found that the run no longer has the sync */
  require(isHeld: boolean): void {
    if (!isHeld) throw new SyncTakenAwayError();
  }

  private async beat(): Promise<void> {
    if (this.isBeating) return;
    this.isBeating = true;
    try {
      if (!(await this.queries.beat(this.place))) this.takenAway.abort(new SyncTakenAwayError());
    } catch (error) {
      this.logger.warn({ message: 'A sync could not say that it is alive.', err: error });
    } finally {
      this.isBeating = false;
    }
  }
}
