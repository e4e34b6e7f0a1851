import { Logger } from '@nestjs/common';
import { after, type Clock, newId } from '#kernel';
import { HEARTBEAT_MS, RUN_LEASE_MS } from './lease';
import type { RunningQueries, RunPlace, RunProgress } from './running.queries';

/** The export was deleted or went with its team, or another run has it: there is nothing left to do. */
export class TakenAwayError extends Error {}

/** One run of one export. It beats as long as it lives, and stops when the export is no longer its own. */
export class ExportRun {
  readonly id = newId();
  readonly signal: AbortSignal;
  private readonly logger = new Logger(ExportRun.name);
  private readonly takenAway = new AbortController();
  private state: RunProgress = { stage: 'rows', progress: 0 };
  private timer: NodeJS.Timeout | undefined;
  private isBeating = false;

  constructor(
    readonly exportId: string,
    private readonly queries: RunningQueries,
    private readonly clock: Clock,
    stopping: AbortSignal,
  ) {
    this.signal = AbortSignal.any([stopping, this.takenAway.signal]);
  }

  get place(): RunPlace {
    const now = this.clock.now();
    return { exportId: this.exportId, runId: this.id, now, leaseUntil: after(now, RUN_LEASE_MS) };
  }

  start(): void {
    this.timer = setInterval(() => void this.beat(), HEARTBEAT_MS);
  }

  /** Written with the next beat. */
  reach(state: RunProgress): void {
    this.state = state;
  }

  /** @throws TakenAwayError */
  requireHeld(isHeld: boolean): void {
    if (!isHeld) throw new TakenAwayError();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async beat(): Promise<void> {
    if (this.isBeating) return;
    this.isBeating = true;
    try {
      if (!(await this.queries.beat(this.place, this.state))) this.takenAway.abort(new TakenAwayError());
    } catch (error) {
      this.logger.warn({ message: 'An export could not say that it is alive.', err: error });
    } finally {
      this.isBeating = false;
    }
  }
}
