/**
 * Sees to what waits in a lane, one thing after the other, as the only one. A run takes the lane under an id of its own and
 * beats as long as it lives; one that wakes up late finds that it no longer has it, and stops. Who finds a lane taken leaves:
 * whoever has it looks once more after giving it back, so that what came meanwhile is not left lying.
 */
import { Injectable, Logger } from '@nestjs/common';
import { after, Clock, newId } from '#kernel';
import { HEARTBEAT_MS, LEASE_MS } from './lane-times';
import { type Lane, type LanePlace, LanesQueries } from './lanes.queries';

/** Another run has the lane. */
export class LaneLostError extends Error {}

/** What became of the head of a lane: it is out of the way; there is none; it waits until then; it waits for something else. */
export type Step = 'done' | 'empty' | Date | 'blocked';

export interface LaneWork {
  /** Sees to the head. */
  see(run: LaneRun): Promise<Step>;
  /** Whether there is a head. */
  hasWork(): Promise<boolean>;
}

export class LaneRun {
  readonly id = newId();
  readonly signal: AbortSignal;
  private readonly lost = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private isBeating = false;

  constructor(
    private readonly lane: Lane,
    private readonly queries: LanesQueries,
    private readonly clock: Clock,
    private readonly logger: Logger,
    stopping: AbortSignal,
  ) {
    this.signal = AbortSignal.any([stopping, this.lost.signal]);
  }

  get place(): LanePlace {
    const now = this.clock.now();
    return { ...this.lane, runId: this.id, now, leaseUntil: after(now, LEASE_MS) };
  }

  async take(): Promise<boolean> {
    if (!(await this.queries.take(this.place))) return false;
    this.timer = setInterval(() => void this.beat(), HEARTBEAT_MS).unref();
    return true;
  }

  /** The head could not be written: it was deleted, or the lane is not ours any more. @throws LaneLostError */
  async lookAgain(): Promise<Step> {
    if (await this.queries.beat(this.place)) return 'done';
    this.lose();
    throw new LaneLostError();
  }

  private lose(): void {
    this.lost.abort(new LaneLostError());
  }

  async release(): Promise<void> {
    clearInterval(this.timer);
    await this.queries.release(this.place);
  }

  private async beat(): Promise<void> {
    if (this.isBeating) return;
    this.isBeating = true;
    try {
      if (!(await this.queries.beat(this.place))) this.lose();
    } catch (error) {
      this.logger.warn({ message: 'A run of a channel could not say that it is alive.', err: error });
    } finally {
      this.isBeating = false;
    }
  }
}

@Injectable()
export class LaneRuns {
  private readonly logger = new Logger(LaneRuns.name);

  constructor(
    private readonly queries: LanesQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * Sees to heads of the lane until nothing is left to do now. Undefined when somebody else has the lane; else how it was left.
   *
   * @throws what `see` throws, but for the loss of the lane
   */
  async run(lane: Lane, stopping: AbortSignal, { see, hasWork }: LaneWork): Promise<Step | undefined> {
    for (;;) {
      const left = await this.once(lane, stopping, see);
      // Whoever brought something in between has found the lane taken and left.
      if (left !== 'empty' || !(await hasWork())) return left;
    }
  }

  private async once(lane: Lane, stopping: AbortSignal, see: LaneWork['see']): Promise<Step | undefined> {
    const run = new LaneRun(lane, this.queries, this.clock, this.logger, stopping);
    if (!(await run.take())) return undefined;
    try {
      for (;;) {
        run.signal.throwIfAborted();
        const step = await see(run);
        if (step !== 'done') return step;
      }
    } catch (error) {
      if (error instanceof LaneLostError || run.signal.reason instanceof LaneLostError) return undefined;
      throw error;
    } finally {
      await run.release();
    }
  }
}
